// What the browser did not put on its clipboard, selected in a popup for the customer to copy by hand.
#pragma once
#include "ui/controls/dialog.hpp"

#include <string>

namespace pages {

struct Uncopied {
    ui::Dialog  dialog;
    std::string text;
    bool        fresh = false;  // not drawn yet

    void show(std::string words);
};

void draw(Uncopied&);

}  // namespace pages
