// Fields outside of a form: searches and choices that act at once. Forms have their own words for fields (form.hpp).
#pragma once
#include "ui/controls/controls.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ui {

// What a text field takes; becomes the hint of platform/mirror.hpp.
struct TextStyle {
    Icon             icon         = {};
    Label            placeholder  = {};
    std::string_view autocomplete = {};  // "email", "family-name"…
    std::string_view inputmode    = {};  // "numeric", "email", "url"…
    int              max_length   = 0;
    int              lines        = 1;  // above 1: several lines
    bool             secret       = false;
    float            width        = 0;  // 0: all there is
    bool             spellcheck   = false;
};

// A text field with its name above. True when the text changed.
bool text_field(Label name, std::string& text, TextStyle style = {});

// "Rechercher": role searchbox, with a cross that empties it. True when the text changed.
bool search_field(Label name, std::string& text, float width = 0);

// One of a few, shown by a button that opens a list; a field that filters is on top of more than eight.
struct Option {
    std::string id      = {};
    std::string words   = {};
    std::string hint    = {};  // second line
    std::string why_not = {};  // not empty: cannot be chosen
};
bool select(Label name, std::string& id, std::span<const Option> options, float width = 0);

}  // namespace ui
