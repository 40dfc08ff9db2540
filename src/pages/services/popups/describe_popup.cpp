#include "pages/services/popups/describe_popup.hpp"

#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

namespace pages {

void open(DescribePopup& popup, const model::Service& service)
{
    popup       = {};
    popup.open  = true;
    popup.draft = {service.id, service.label, service.notes};
}

void draw(DescribePopup& popup, Screen& screen)
{
    auto&    draft = popup.draft;
    ui::Form form(popup, "describe.title", problems_of(popup, screen, draft), {.icon = ui::icons::tag});
    if (!form) return;

    const auto service = screen.store.state().services.get(draft.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    if (service) form.fact(word(service->kind), name);
    form.text("label", "describe.label", draft.label,
              {.hint = "describe.label_hint", .optional = true, .text = {.spellcheck = true}});
    form.notes("notes", "describe.notes", draft.notes,
               {.hint = "describe.notes_hint", .optional = true, .text = {.lines = 6, .spellcheck = true}});

    if (form.accepted("common.save", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("describe.saved", {name}));
}

}  // namespace pages
