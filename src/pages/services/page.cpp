#include "pages/services/page.hpp"

#include "store/store.hpp"
#include "ui/format.hpp"

namespace pages {

void draw(Services& page, model::Tab tab, Popups& popups, Screen& screen)
{
    draw(tab == model::Tab::active ? page.active : page.expired, page.view, tab, popups, screen);
}

void draw_filter_popups(Services& page, model::Tab tab, Screen& screen)
{
    draw_popups(page.filters, tab, page.view, screen);
}

std::string title_of_details(const Screen& screen)
{
    const auto service = screen.store.state().services.get({screen.route.item});
    return service ? model::shown_name(*service) : ui::say("details.title");
}

}  // namespace pages
