#include "pages/services/popups/auto_renew_popup.hpp"

#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

namespace pages {
namespace {

struct AutoRenewPopup final : ServicePopup {
    explicit AutoRenewPopup(const model::Service& service) : draft{service.id, service.auto_renew} {}
    void draw(Screen&) override;

    model::SetAutoRenew draft;
};

void AutoRenewPopup::draw(Screen& screen)
{
    ui::Form form(*this, "auto_renew.title", problems_of(*this, screen, draft), {.icon = ui::icons::repeat});
    if (!form) return;

    const auto service = screen.store.state().services.get(draft.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    if (service) {
        form.fact(word(service->kind), full_name(*service));
        form.fact("column.expires", ui::short_date(service->expires_on));
    }
    form.checkbox("on", "auto_renew.box", draft.on);
    if (draft.on) form.words("auto_renew.how");
    else if (service)
        form.notice(ui::Tone::warning, ui::say("auto_renew.off_warning", {name, ui::short_date(service->expires_on)}));

    auto why_not = why_not_now(screen, draft);
    if (service && service->auto_renew == draft.on) why_not = ui::say("auto_renew.unchanged");
    if (form.accepted("common.save", ui::Kind::primary, why_not))
        send(screen, draft,
             ui::say(draft.on ? base::TextKey("auto_renew.is_on") : base::TextKey("auto_renew.is_off"), {name}));
}

}  // namespace

PopupPtr auto_renew_popup(const ServiceAction&, const model::Service& service, Screen&)
{
    return std::make_shared<AutoRenewPopup>(service);
}

}  // namespace pages
