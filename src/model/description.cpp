#include "model/description.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace model {
namespace {

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_control_in_notes(char c) { return is_control(c) && c != '\n' && c != '\t'; }

void check_text(base::Problems& problems, std::string_view field, const std::string& text, std::size_t most,
                bool (*forbidden)(char))
{
    if (!base::is_valid_utf8(text) || std::any_of(text.begin(), text.end(), forbidden))
        problems.add(field, "why.not_text");
    else if (characters(text) > most)
        problems.add(field, "why.too_many_characters", {std::to_string(most), std::to_string(characters(text))});
}

}  // namespace

base::Problems check(const State& state, const Describe& command, const Context&)
{
    base::Problems problems;
    if (!state.services.find(command.service)) problems.add("", "why.no_such_service");
    check_text(problems, "label", command.label, max_label_characters, is_control);
    check_text(problems, "notes", command.notes, max_notes_characters, is_control_in_notes);
    return problems;
}

void perform(State& state, const Describe& command, const Context&)
{
    auto service  = *state.services.get(command.service);
    service.label = std::string(base::trimmed(command.label));
    service.notes = command.notes;
    state.services.put(std::move(service));
}

}  // namespace model
