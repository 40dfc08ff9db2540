#include "codec/commands.hpp"

#include "codec/json.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace codec {
namespace {

// A mutation as JSON. Its command is the only member whose name varies; it is read as an unknown member.
struct Envelope {
    std::int64_t  seq      = 0;
    std::string   id       = {};
    base::Instant asked_at = {};
    std::string   command  = {};
    base::Unknown body     = {};
};

template <class Visit>
constexpr void fields(Visit&& visit, Envelope& envelope)
{
    visit("seq", envelope.seq);
    visit("id", envelope.id);
    visit("asked_at", envelope.asked_at);
    visit("command", envelope.command);
    visit.rest(envelope.body);
}

// An object without fields: its only member is the command, which is read as a Part.
struct Body {};
template <class Visit>
constexpr void fields(Visit&&, Body&)
{}

// The word of each command, and a function that makes an empty one.
struct Blank {
    std::string_view word;
    void (*put)(model::Command& into);
};
template <class Variant>
struct Blanks;
template <class... Commands>
struct Blanks<std::variant<Commands...>> {
    static constexpr Blank all[] = {{Commands::word, [](model::Command& into) { into.emplace<Commands>(); }}...};
};

struct Struct {
    const base::Shape* shape;
    const void*        object;
};

// A command without its type, for reading and writing.
Struct struct_of(const model::Command& command)
{
    return std::visit(
        [](const auto& one) { return Struct{&base::shape_of<std::remove_cvref_t<decltype(one)>>(), &one}; }, command);
}

bool read_body(std::string_view word, std::string_view body, Struct into)
{
    const std::vector<Part> parts = {
        {.name = word, .shape = into.shape, .object = const_cast<void*>(into.object), .reset = [](void*) {}}};
    Body nothing;
    return !Reader(base::shape_of<Body>(), &nothing, parts).read(body);
}

// A link's command as programs of schema 2 wrote it: with its token, which is not needed any more.
template <class Command>
struct WithToken {
    Command     command;
    std::string token;
};
template <class Visit, class Command>
constexpr void fields(Visit&& visit, WithToken<Command>& c)
{
    fields(visit, c.command);
    visit("token", c.token);
}

template <class... Commands>
bool read_with_token(std::string_view word, std::string_view body, model::Command& command)
{
    const auto read = [&]<class One>(std::type_identity<One>) {
        WithToken<One> earlier{};
        if (One::word != word || !read_body(word, body, {&base::shape_of<WithToken<One>>(), &earlier})) return false;
        command = std::move(earlier.command);
        return true;
    };
    return (read(std::type_identity<Commands>()) || ...);
}

bool read_command(std::string_view word, std::string_view body, model::Command& command)
{
    const auto& blanks = Blanks<model::AnyCommand>::all;
    const auto  blank  = std::ranges::find(blanks, word, &Blank::word);
    if (blank == std::end(blanks)) return false;
    blank->put(command);
    return read_body(word, body, struct_of(command)) ||
           read_with_token<model::UseLink, model::AnswerTrade, model::ValidateTransfer, model::CallOffRenewal>(
               word, body, command);
}

}  // namespace

std::string write_mutation(const model::Mutation& mutation)
{
    const auto word = model::word_of(mutation.command);
    const auto of   = struct_of(mutation.command);
    auto       json = to_json(
        Envelope{static_cast<std::int64_t>(mutation.seq), mutation.id, mutation.asked_at, std::string(word)});
    json.back() = ',';
    write_text(json, word);
    json += ':';
    write_object(json, *of.shape, of.object, Fields::all);
    json += '}';
    return json;
}

std::optional<model::Mutation> read_mutation(std::string_view json)
{
    const auto envelope = from_json<Envelope>(json);
    if (!envelope || envelope->seq < 1) return std::nullopt;
    model::Mutation mutation{static_cast<std::uint64_t>(envelope->seq), envelope->id, envelope->asked_at, {}};
    if (!read_command(envelope->command, envelope->body.json, mutation.command)) return std::nullopt;
    return mutation;
}

}  // namespace codec
