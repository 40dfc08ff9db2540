// Fields outside of a form: searches, and choices that take effect at once. Form (form.hpp) has its own.
#pragma once
#include "ui/controls/controls.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ui {

// Settings of a text field; becomes the hint of platform/mirror.hpp.
struct TextStyle {
    Icon             icon         = {};
    Label            placeholder  = {};
    std::string_view autocomplete = {};  // "email", "family-name"…
    std::string_view username     = {};  // of a password: the account that it belongs to
    std::string_view inputmode    = {};  // "numeric", "email", "url"…
    int              lines        = 1;   // above 1: several lines
    bool             secret       = false;
    float            width        = 0;  // 0: all the available width
    bool             spellcheck   = false;
    bool             selects      = false;  // text_field: takes the focus in this frame, with all its text selected
};

// A text field with its label above. True when the text changed.
bool text_field(Label name, std::string& text, TextStyle style = {});

// "Rechercher": role searchbox, with a cross that clears it. True when the text changed.
bool search_field(Label name, std::string& text, float width = 0);

// One choice of a select: a button that opens a list; with more than eight options the list has a filter field.
struct Option {
    std::string id      = {};
    std::string words   = {};
    std::string hint    = {};  // second line
    std::string why_not = {};  // not empty: disabled, for this reason
};
bool select(Label name, std::string& id, std::span<const Option> options, float width = 0);

}  // namespace ui
