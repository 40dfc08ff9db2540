#include "pages/frame/uncopied.hpp"

#include "base/wipe.hpp"
#include "ui/ui.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pages {

void Uncopied::show(std::string words)
{
    text        = std::move(words);
    dialog.open = fresh = true;
}

void draw(Uncopied& uncopied)
{
    if (!uncopied.dialog.open) return;
    {
        ui::DialogScope scope(uncopied.dialog, "copy.title", {.hint = "copy.words"});
        const auto      lines = 1 + std::ranges::count(uncopied.text, '\n');
        ui::text_field("copy.text", uncopied.text,
                       {.lines   = static_cast<int>(std::min<std::ptrdiff_t>(lines, 8)),
                        .selects = std::exchange(uncopied.fresh, false)});
        scope.footer();
        if (ui::button("common.close", {.kind = ui::Kind::primary})) scope.close();
    }
    // It may have been a secret.
    if (!uncopied.dialog.open) base::wipe(uncopied.text);
}

}  // namespace pages
