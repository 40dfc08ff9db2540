#include "pages/support/ticket_popup.hpp"

#include "base/written.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

namespace pages {

namespace {

model::OpenTicket blank_for(const model::Service& service)
{
    const bool domain = service.kind == model::ServiceKind::domain;
    return {service.id, domain ? model::Department::domains : model::Department::technical, {}, {}};
}

}  // namespace

void open(TicketPopup& popup, const model::Service& service, const Screen& screen)
{
    popup       = {};
    popup.open  = true;
    popup.draft = blank_for(service);
    take_up(popup.kept, popup.draft, screen);
}

void draw(TicketPopup& popup, Screen& screen)
{
    auto&    draft = popup.draft;
    ui::Form form(popup, "action.contact", problems_of(popup, screen, draft),
                  {.hint = hint_of(popup.kept), .width = 640, .icon = ui::icons::life_buoy});
    if (!form) return;

    const auto service = screen.store.state().services.get(draft.service);
    if (service) form.fact(word(service->kind), full_name(*service));
    std::vector<ui::Option> departments;
    for (const auto name : base::names_of<model::Department>)
        departments.push_back(
            {.id = std::string(name), .words = ui::say(word(*base::find_enum<model::Department>(name)))});
    std::string chosen(base::name_of(draft.department));
    if (form.select("department", "ticket.department", chosen, departments))
        draft.department = base::find_enum<model::Department>(chosen).value_or(draft.department);
    form.text("subject", "ticket.subject", draft.subject, {.text = {.spellcheck = true}});
    form.notes("text", "ticket.text", draft.text, {.hint = "ticket.text_hint", .text = {.spellcheck = true}});
    if (clears(popup.kept, form) && service) draft = blank_for(*service);
    keep(popup.kept, draft, base::is_blank(draft.subject) && base::is_blank(draft.text), screen);
    if (!screen.store.online()) form.notice(ui::Tone::info, "ticket.waits");
    if (form.accepted("ticket.verb", ui::Kind::primary, why_not_now(screen, draft)))
        send(screen, draft, ui::say("ticket.sent"), service ? address_of(*service, screen.today) : "");
}

}  // namespace pages
