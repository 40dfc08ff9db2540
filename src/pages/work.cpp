#include "pages/work.hpp"

#include "ui/format.hpp"
#include "ui/text.hpp"
#include "ui/ui.hpp"

namespace pages {

void draw(Work& work, Screen& screen)
{
    if (!work.dialog.open) return;
    {
        ui::DialogScope scope(work.dialog, work.title, {.width = 440});
        const auto      share = work.total > 0 ? static_cast<double>(work.done) / static_cast<double>(work.total) : 0;
        ui::text(ui::say(work.words, {ui::count(work.done), ui::count(work.total)}));
        ui::progress(work.title, static_cast<float>(share));
        scope.footer();
        if (ui::button("ui.cancel")) scope.close();
    }
    if (!work.dialog.open) screen.wish = Wish::cancel_work;
}

}  // namespace pages
