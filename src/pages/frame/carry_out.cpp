#include "pages/frame/carry_out.hpp"

#include "store/store.hpp"
#include "ui/core/context.hpp"
#include "ui/core/label.hpp"
#include "ui/format.hpp"

#include <utility>

namespace pages {

void carry_out(Dispatch& dispatch, store::Store& store)
{
    const auto problems = store.dispatch(std::move(dispatch.commands));
    if (dispatch.answered) dispatch.answered(problems);
}

void carry_out(PressLink& press, store::Store& store)
{
    store.press(std::move(press.command), std::move(press.answered));
}

void carry_out(const KeepDraft& keep, store::Store& store)
{
    if (keep.nothing) store.forget_draft(keep.draft);
    else store.keep_draft(keep.draft);
}

void carry_out(const Dismiss& dismiss, store::Store& store) { store.dismiss(dismiss.notice); }

void carry_out(const DoWithoutStorage&, store::Store& store) { store.do_without_storage(); }

void carry_out(AskHost& ask, store::Store& store)
{
    ask.under_way(store.ask(std::move(ask.question), std::move(ask.answered)));
}

void tell_moved(const store::Store& store)
{
    ui::context().toast(ui::Tone::info, ui::say("demo.moved", {ui::long_date(store.today())}), ui::say("demo.see_mail"),
                        "#/mail");
}

}  // namespace pages
