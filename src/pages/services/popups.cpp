#include "pages/services/popups.hpp"

#include "pages/kit/popup.hpp"

#include <utility>

namespace pages {

void open_action(Popups& popups, const ServiceAction& action, const model::Service& service, Screen& screen)
{
    if (!concerns(action, service.kind)) return;
    if (auto popup = action.open(action, service, screen)) open_popup(popups, std::move(popup));
}

void open_popup(Popups& popups, PopupPtr popup)
{
    popups.current       = std::move(popup);
    popups.current->open = true;
}

void draw(Popups& popups, Screen& screen)
{
    const auto popup = popups.current;
    if (!popup) return;
    draw_popup(*popup, screen);
    if (!popup->open && !popup->was_open) popups.current.reset();
}

void close(Popups& popups)
{
    if (popups.current) close_popup(*popups.current);
}

}  // namespace pages
