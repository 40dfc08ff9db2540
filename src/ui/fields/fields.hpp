// Fields outside of a form: searches, and choices that take effect at once. Form (form.hpp) has its own.
#pragma once
#include "ui/controls/controls.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
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

// The options of a select that has too many to name them all: those that the words of its filter field find.
struct OptionSearch {
    struct Found {
        std::span<const Option> first;    // at most `most_options`; valid until the next frame
        std::int64_t            all = 0;  // below 0: the search is still going on
    };
    std::function<Found(std::string_view words)> find;         // called while the list is open
    std::string                                  chosen = {};  // the words of the chosen option
};

// A list shows so many of its options; the filter field finds the others.
inline constexpr std::size_t most_options = 50;

}  // namespace ui
