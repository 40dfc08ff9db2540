#include "pages/frame/work.hpp"

#include "ui/core/text.hpp"
#include "ui/format.hpp"
#include "ui/ui.hpp"

namespace pages {

void draw(Work& work, Screen& screen)
{
    if (!work.dialog.open) return;
    {
        ui::DialogScope scope(work.dialog, work.title, {.width = 440});
        ui::text(ui::say(work.words, {ui::count(work.done), ui::count(work.total)}));
        ui::progress(work.title, work.share);
        scope.footer();
        if (ui::button("ui.cancel")) scope.close();
    }
    if (!work.dialog.open) screen.ask(CancelWork{});
}

}  // namespace pages
