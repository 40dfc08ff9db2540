// The question before a command that cannot be taken back: see AskFirst.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

#include <optional>

namespace pages {

struct AskFirstPopup : ui::Dialog {
    std::optional<AskFirst> asked;
};

void draw(AskFirstPopup&, Screen&);

}  // namespace pages
