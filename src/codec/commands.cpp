#include "codec/commands.hpp"

#include "codec/json.hpp"

#include <tuple>
#include <type_traits>
#include <utility>

namespace codec {
namespace {

// The mutation without its command.
struct Envelope {
    std::int64_t  seq = 0;
    std::string   id  = {};
    base::Instant asked_at = {};
    std::string   command = {};
};

template <class Visit> constexpr void fields(Visit&& visit, Envelope& envelope)
{
    visit("seq", envelope.seq);
    visit("id", envelope.id);
    visit("asked_at", envelope.asked_at);
    visit("command", envelope.command);
}

// One of each command, to read into whichever comes.
template <class Variant> struct OneOfEach;
template <class... Commands> struct OneOfEach<std::variant<Commands...>> {
    std::tuple<Commands...> each{};
    std::vector<Part>       parts{};
    std::vector<model::Command (*)(const OneOfEach&)> take{};

    OneOfEach() { (add<Commands>(), ...); }
    template <class Command> void add()
    {
        parts.push_back(part(Command::word, std::get<Command>(each), false));
        take.push_back([](const OneOfEach& from) { return model::Command(std::get<Command>(from.each)); });
    }
};

}  // namespace

std::string write_mutation(const model::Mutation& mutation)
{
    const auto word = model::word_of(mutation.command);
    auto       json =
        to_json(Envelope{static_cast<std::int64_t>(mutation.seq), mutation.id, mutation.asked_at, std::string(word)});
    json.back()     = ',';
    write_text(json, word);
    json += ':';
    json += std::visit([](const auto& command) { return to_json(command); }, mutation.command);
    json += '}';
    return json;
}

std::optional<model::Mutation> read_mutation(std::string_view json)
{
    Envelope                  envelope;
    OneOfEach<model::Command> commands;
    std::size_t               come  = commands.parts.size();
    int                       count = 0;
    for (std::size_t index = 0; index < commands.parts.size(); ++index)
        commands.parts[index].finish = [&come, &count, index](std::uint32_t) -> std::optional<RowFault> {
            come = index;
            ++count;
            return std::nullopt;
        };
    if (Reader(slots_of<Envelope>(), &envelope, commands.parts).read(json)) return std::nullopt;
    if (count != 1 || commands.parts[come].name != envelope.command || envelope.seq < 1) return std::nullopt;
    return model::Mutation{static_cast<std::uint64_t>(envelope.seq), envelope.id, envelope.asked_at,
                           commands.take[come](commands)};
}

}  // namespace codec
