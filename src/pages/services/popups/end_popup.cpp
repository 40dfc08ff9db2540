#include "pages/services/popups/end_popup.hpp"

#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

struct EndPopup final : ServicePopup {
    explicit EndPopup(const model::Service& service) : draft{service.id, service.expires_on, false} {}
    void draw(Screen&) override;

    model::EndService draft;
    int               when = 0;  // 0: when its term ends, 1: at the end of this day
};

void EndPopup::draw(Screen& screen)
{
    draft.at_once = when == 1;
    ui::Form form(*this, "action.end", problems_of(*this, screen, draft),
                  {.icon = ui::icons::circle_x, .tone = ui::Tone::danger});
    if (!form) return;
    const auto service = screen.store.state().services.get(draft.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    if (service) form.fact(word(service->kind), full_name(*service));

    const auto       term   = ui::short_date(draft.seen_expiry);
    const auto       at_end = ui::say("end.at_term", {term});
    const auto       today  = ui::say("end.today", {ui::short_date(screen.today)});
    const ui::Choice ends[] = {{.words = at_end, .hint = "end.at_term_hint"},
                               {.words = today, .hint = "end.today_hint"}};
    form.choice("when", "end.when", when, ends);
    form.notice(ui::Tone::warning, service && service->kind == model::ServiceKind::hosting
                                       ? base::TextKey("end.hosting_warning")
                                       : base::TextKey("end.domain_warning"));
    form.words("end.revocable");
    if (form.accepted("end.verb", ui::Kind::danger, why_not_now(screen, draft)))
        send(screen, draft, ui::say("end.asked", {name}), service ? address_of(*service, screen.today) : "");
}

}  // namespace

PopupPtr end_popup(const ServiceAction&, const model::Service& service, Screen&)
{
    return std::make_shared<EndPopup>(service);
}

}  // namespace pages
