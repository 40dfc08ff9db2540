// How things stand: banners, empty places, what is still loading.
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
    std::string_view href   = {};  // where the action leads; empty: true is returned instead
};
// A place that holds nothing yet says what to do next. True when the action was pressed.
bool empty_state(const Empty& empty);

// Grey bars in place of text that is not there yet.
void skeleton(int lines, Label name = "ui.loading");

}  // namespace ui
