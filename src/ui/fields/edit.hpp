// The inside of every text field: drawn by the kit, edited by the page's own input or, where there is no page, by
// ImGui. Internal to the kit.
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
    bool          left    = false;  // committed: Enter, or the focus went elsewhere after a change
};

// The id of the field with that name, and a field's id from any seed.
std::uint32_t field_id(Label name);
std::uint32_t field_id(std::uint32_t seed);

// How high a field of that many lines is.
float field_height(int lines);

// `seed` makes the id: field_id(seed). `room` is the frame that is drawn; `lead` and `tail` are kept free of text at
// its ends. Role, name, description, state and keys of `node` are the caller's.
Edit edit_text(const Rect& room, std::uint32_t seed, Node node, std::string& text, const TextStyle& style,
               float lead = 12, float tail = 12);

// A number with − and +; `value` may be out of bounds until the page's check says so. It is min − 1 while the field
// holds no number, an emptied one too: that is for the check to refuse, an older number must not pass for it.
bool edit_number(const Rect& room, std::uint32_t seed, Node node, std::int64_t& value, std::int64_t min,
                 std::int64_t max, std::int64_t step, std::string_view unit);

// A choice from a list that opens below. `node` as above.
bool edit_choice(const Rect& room, std::uint32_t id, Node node, std::string& chosen, std::span<const Option> options);

}  // namespace ui
