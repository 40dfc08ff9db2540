// Words that are only read. In a column they wrap at its width; in a Row they take their own width and end
// in "…" where there is no more room.
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
void soft(Label words);     // body, second in rank
void caption(Label words);  // small, second in rank
void strong(Label words);
void heading(Label words, int level = 2);  // a heading node as well
void icon(Icon icon, Ink ink = Ink::soft, float size = 18);

struct Fact {
    Label       label = {};
    std::string value = {};
    Tone        tone  = Tone::neutral;
    bool        badge = false;
    std::string href  = {};     // the value is a link
    bool        copy  = false;  // with a button that copies it
    std::string hint  = {};     // small, below the value
};
// Labels on the left and values on the right; one above the other where it is narrow.
void facts(std::span<const Fact> facts, Label name = {});

// A bubble for the widget drawn just before, when the pointer rests on it or it has the keyboard focus.
void tooltip(Label words);

}  // namespace ui
