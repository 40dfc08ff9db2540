// The result of reading a file that the customer picked or dropped: the fault in it, or a summary of its content.
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
    std::string                  account;  // the number of its account: "C-204518"
};

// When it closes, asks for AcceptImport, DropImport or another file.
void draw(ImportDialog& import, Screen& screen);

}  // namespace pages
