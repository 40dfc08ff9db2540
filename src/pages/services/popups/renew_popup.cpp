#include "pages/services/popups/renew_popup.hpp"

#include "model/billing/cart.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "pages/services/actions.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

#include <algorithm>

namespace pages {
namespace {

base::TextKey title_of(Act act)
{
    if (act == Act::restore) return "renew.title_restore";
    return act == Act::reactivate ? base::TextKey("renew.title_reactivate") : base::TextKey("renew.title");
}

base::TextKey verb_of(Act act)
{
    if (act == Act::restore) return "renew.verb_restore";
    return act == Act::reactivate ? base::TextKey("renew.verb_reactivate") : base::TextKey("renew.verb");
}

// What the customer reads before paying: until when, and why the price is what it is.
void explain(ui::Form& form, const model::State& state, const model::Service& service, int years, base::Date today)
{
    form.fact("renew.new_expiry", ui::short_date(model::expiry_after(service, years)));
    if (service.expires_on < today) form.words("renew.late");
    if (renewal_of(service, today) == Act::restore) form.notice(ui::Tone::warning, "renew.restore_fee");
    if (model::is_offered(state, service)) form.notice(ui::Tone::info, "renew.offered");
}

void show(ui::Form& form, const model::Charge& price)
{
    form.line("renew.net", ui::money(price.net));
    form.line(ui::say("renew.vat", {std::to_string(base::french_vat_per_mille / 10)}), ui::money(price.vat));
    form.total("renew.total", ui::money(price.total()), "renew.simulated");
}

model::Renew draft_for(const model::State& state, const model::Service& service, base::Date today)
{
    return {service.id, service.expires_on, model::renewal_price(state, service, 1, today).total(), 1};
}

}  // namespace

void open(RenewPopup& popup, const model::State& state, const model::Service& service, base::Date today)
{
    popup       = {};
    popup.open  = true;
    popup.draft = draft_for(state, service, today);
}

void draw(RenewPopup& popup, Screen& screen)
{
    auto&       draft   = popup.draft;
    const auto& state   = screen.store.state();
    const auto  service = popup.open ? state.services.get(draft.service) : std::nullopt;
    const auto  act     = service ? renewal_of(*service, screen.today) : Act::renew;

    // What the customer has seen is not what would be paid any more: that is said at the top, with a way on.
    auto        problems = problems_of(popup, screen, draft);
    std::string looks_old;
    for (const auto text : {base::TextKey("why.price_changed"), base::TextKey("why.renewed_meanwhile")})
        if (take(problems, text)) looks_old = ui::say(text);

    ui::Form form(popup, title_of(act), std::move(problems), {.icon = ui::icons::rotate_cw});
    if (!form) return;

    if (service) {
        form.fact(word(service->kind), model::shown_name(*service));
        form.fact("renew.old_expiry", ui::short_date(service->expires_on));
        if (!looks_old.empty()) {
            form.notice(ui::Tone::warning, looks_old);
            if (form.fill_in("popup.start_again", ui::icons::rotate_cw))
                draft = draft_for(state, *service, screen.today);
        }

        const auto most = std::max(1, model::max_years(*service, screen.today));
        if (form.number("years", "renew.years", draft.years,
                        {.min  = 1,
                         .max  = most,
                         .unit = ui::say("renew.year_unit", {std::to_string(draft.years)}),
                         .hint = ui::say("renew.year_range", {std::to_string(most)})}))
            // The price follows on the screen in this very frame: it is what the customer sees.
            draft.seen_price = model::renewal_price(state, *service, std::max(1, draft.years), screen.today).total();

        const auto years = std::clamp(draft.years, 1, most);
        explain(form, state, *service, years, screen.today);
        show(form, model::renewal_price(state, *service, years, screen.today));
    }
    const ui::Choice ways[] = {{.words = "renew.now"}, {.words = "renew.later", .hint = "renew.later_hint"}};
    form.choice("how", "renew.how", popup.how, ways);
    const bool later   = popup.how == 1;
    const auto why_not = looks_old.empty() ? why_not_now(screen, draft) : looks_old;
    if (!form.accepted(later ? base::TextKey("cart.save") : verb_of(act), ui::Kind::primary, why_not)) return;
    if (later)
        send(screen,
             model::SaveCart{{},
                             {draft.service.value},
                             {std::to_string(draft.years)},
                             {std::to_string(draft.seen_price.cents)}},
             ui::say("cart.is_saved"), "#/services/pending");
    else send(screen, draft, ui::say("renew.asked", {model::shown_name(*service)}), address_of(*service, screen.today));
}

}  // namespace pages
