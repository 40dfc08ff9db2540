// Static text. In a column it wraps at the column's width; in a Row it takes its own width and ends in "…" if there is
// no more room.
#pragma once
#include "ui/core/icon.hpp"
#include "ui/core/label.hpp"
#include "ui/core/theme.hpp"

#include <span>
#include <string>
#include <string_view>

namespace ui {

enum class Ink : std::uint8_t { normal, soft, accent, info, success, warning, danger, inherit };

void text(Label words, Type type = Type::body, Ink ink = Ink::normal);
void soft(Label words);     // body, secondary colour
void caption(Label words);  // small, secondary colour
void strong(Label words);
void heading(Label words, int level = 2);  // also a heading node
void icon(Icon icon, Ink ink = Ink::soft, float size = 18);

struct Fact {
    Label       label = {};
    std::string value = {};
    Tone        tone  = Tone::neutral;
    bool        badge = false;
    std::string href  = {};     // makes the value a link
    bool        copy  = false;  // adds a button that copies the value
    std::string hint  = {};     // small, below the value
};
// Labels on the left and values on the right; stacked where it is narrow.
void facts(std::span<const Fact> facts, Label name = {});

// A tooltip for the widget drawn just before, on hover or keyboard focus.
void tooltip(Label words);

}  // namespace ui
