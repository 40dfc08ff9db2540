// Banners, notices, empty states and loading placeholders.
#pragma once
#include "ui/controls/controls.hpp"

namespace ui {

// A sentence across the page. True when its action was pressed.
bool banner(Tone tone, Label words, Label action = {}, Label title = {});

// A sentence among fields or in a card, with a quiet fill.
void notice(Tone tone, Label words);

struct Empty {
    Icon             icon   = {};
    Label            title  = {};
    Label            words  = {};
    Label            action = {};
    std::string_view href   = {};  // link of the action; empty: empty_state() returns true instead
};
// Shown in place of an empty list: says so and offers the next step. True when the action was pressed.
bool empty_state(const Empty& empty);

// Grey bars in place of text that is still loading.
void skeleton(int lines, Label name = "ui.loading");

}  // namespace ui
