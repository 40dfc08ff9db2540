// The inside of every text field: drawn by the kit, edited by the page's own input or, without a web page, by ImGui.
// Internal to the kit.
#pragma once
#include "ui/core/item.hpp"
#include "ui/fields/fields.hpp"

#include <cstdint>
#include <string>

namespace ui {

struct Edit {
    std::uint32_t id      = 0;
    bool          changed = false;
    bool          focused = false;
    bool          left    = false;  // committed: Enter was pressed, or the focus left after a change
};

// The id of the field with that name, or of the field with that seed.
std::uint32_t field_id(Label name);
std::uint32_t field_id(std::uint32_t seed);

// The height of a field with that many lines.
float field_height(int lines);

// The field's id is field_id(seed). `room` is the frame that is drawn; `lead` and `tail` are the pixels without text at
// its ends. The caller sets the role, name, description, state and keys of `node`.
Edit edit_text(const Rect& room, std::uint32_t seed, Node node, std::string& text, const TextStyle& style,
               float lead = 12, float tail = 12);

// A number with − and + buttons. `value` may be out of bounds: the page's check reports that. It is min − 1 while the
// field is empty or not a number, so that the check refuses it instead of using the previous number.
bool edit_number(const Rect& room, std::uint32_t seed, Node node, std::int64_t& value, std::int64_t min,
                 std::int64_t max, std::int64_t step, std::string_view unit);

// Where the options of a choice come from: all of them, or a search.
struct Options {
    std::span<const Option> all    = {};
    const OptionSearch*     search = nullptr;
};

// A choice from a list that opens below. `node` as for edit_text.
bool edit_choice(const Rect& room, std::uint32_t id, Node node, std::string& chosen, const Options& options);

}  // namespace ui
