#include "pages/frame/ask_first.hpp"

#include "pages/kit/command_popup.hpp"
#include "ui/core/label.hpp"

#include <utility>

namespace pages {

void draw(AskFirstPopup& popup, Screen& screen)
{
    if (!popup.asked) return;
    const auto& asked = *popup.asked;
    const auto  words = ui::say(asked.words, {asked.about});
    if (ui::confirm(popup, asked.title, words, asked.verb, ui::Kind::danger, asked.keep))
        send(screen, std::move(popup.asked->command), std::move(popup.asked->said));
    if (!popup.open) popup.asked.reset();
}

}  // namespace pages
