#include "pages/kit/draft.hpp"

#include "ui/icons.hpp"

namespace pages {

ui::Label hint_of(const Draft& draft) { return draft.resumed ? ui::Label("draft.resumed") : ui::Label(); }

bool clears(Draft& draft, ui::Form& form)
{
    if (!draft.resumed || !form.fill_in("draft.clear", ui::icons::trash_2)) return false;
    draft.resumed = false;
    form.focus_first();
    return true;
}

void keep(Draft& draft, const model::Command& now, bool nothing, Screen& screen)
{
    if (draft.told == now) return;
    draft.told = now;
    screen.ask(KeepDraft{now, nothing});
}

}  // namespace pages
