// What became of the file that the customer picked or dropped: what is wrong with it, or what it would bring.
#pragma once
#include "base/problems.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace pages {

struct ImportDialog {
    ui::Dialog                   dialog;
    std::string                  file;     // its name
    std::optional<base::Problem> refusal;  // with the line and the path of the fault
    std::size_t                  services   = 0;
    std::size_t                  operations = 0;
    std::string                  account;  // whose it is: "C-204518"
};

// Asks for AcceptImport or DropImport when it closes, or for another file.
void draw(ImportDialog& import, Screen& screen);

}  // namespace pages
