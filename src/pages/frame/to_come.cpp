#include "pages/frame/to_come.hpp"

#include "pages/kit/notices.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {

namespace icons = ui::icons;

void draw(const ToCome& page)
{
    ui::empty_state({.icon = icons::sparkles, .title = "to_come.title", .words = page.later});
    ui::Card card("to_come.today", {.icon = icons::circle_check, .tone = ui::Tone::success});
    ui::text(page.today);
    ui::link("to_come.to_services", "#/services/active", icons::arrow_right);
}

void draw_page_to_come(base::TextKey title, const ToCome& page, Screen& screen)
{
    ui::Page scope({.title = title});
    draw_notices(screen);
    draw(page);
}

void draw_unknown_page(Screen& screen)
{
    ui::Page scope({.title = "to_come.unknown"});
    draw_notices(screen);
    ui::empty_state({.icon   = icons::search,
                     .title  = "to_come.unknown",
                     .words  = "to_come.unknown_words",
                     .action = "to_come.to_home",
                     .href   = "#/"});
}

}  // namespace pages
