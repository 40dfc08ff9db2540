#include "pages/services/popups/renew_popup.hpp"

#include "base/format.hpp"
#include "model/billing/cart.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace pages {
namespace {

// The texts of the popup for one name of the renewal.
struct Words {
    std::string_view name;
    base::TextKey    title, verb;
};
constexpr Words words[] = {{"renew", "renew.title", "renew.verb"},
                           {"reactivate", "renew.title_reactivate", "renew.verb_reactivate"},
                           {"restore", "renew.title_restore", "renew.verb_restore"}};

const Words& words_of(const std::optional<model::Service>& service, model::Day today)
{
    const auto found = service ? std::ranges::find(words, renewal_of(*service, today), &Words::name)
                               : std::begin(words);
    return found == std::end(words) ? words[0] : *found;
}

// Shown before paying: the new expiry date, and what makes the price higher or lower.
void explain(ui::Form& form, const model::State& state, const model::Service& service, int years, model::Day today)
{
    form.fact("renew.new_expiry", ui::short_date(model::expiry_after(service, years)));
    if (service.expires_on < today) form.words("renew.late");
    if (renewal_of(service, today) == "restore") form.notice(ui::Tone::warning, "renew.restore_fee");
    if (model::is_offered(state, service)) form.notice(ui::Tone::info, "renew.offered");
}

void show(ui::Form& form, const model::Charge& price)
{
    form.line("renew.net", ui::money(price.net));
    form.line(ui::say("renew.vat", {base::percent(ui::context().language, price.vat_per_mille)}), ui::money(price.vat));
    form.total("renew.total", ui::money(price.total()), "renew.simulated");
}

model::Renew draft_for(const model::State& state, const model::Service& service, model::Day today)
{
    return {service.id, service.expires_on, model::renewal_price(state, service, 1, today).total(), 1};
}

struct RenewPopup final : ServicePopup {
    explicit RenewPopup(model::Renew first) : draft(std::move(first)) {}
    void draw(Screen&) override;

    model::Renew draft;
    int          how = 0;  // 0: pay now, 1: save in a cart
};

void RenewPopup::draw(Screen& screen)
{
    const auto& state   = screen.store.state();
    const auto  service = open ? state.services.get(draft.service) : std::nullopt;
    const auto& named   = words_of(service, screen.today);

    // The price or term has changed since it was shown: says so at the top and offers to start again.
    auto        problems = problems_of(*this, screen, draft);
    std::string looks_old;
    for (const auto text : {base::TextKey("why.price_changed"), base::TextKey("why.renewed_meanwhile")})
        if (take(problems, text)) looks_old = ui::say(text);

    ui::Form form(*this, named.title, std::move(problems), {.icon = ui::icons::rotate_cw});
    if (!form) return;

    if (service) {
        form.fact(word(service->kind), full_name(*service));
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
            // The price below follows in the same frame, so this is the price that the customer sees.
            draft.seen_price = model::renewal_price(state, *service, std::max(1, draft.years), screen.today).total();

        const auto years = std::clamp(draft.years, 1, most);
        explain(form, state, *service, years, screen.today);
        show(form, model::renewal_price(state, *service, years, screen.today));
    }
    const ui::Choice ways[] = {{.words = "renew.now"}, {.words = "renew.later", .hint = "renew.later_hint"}};
    form.choice("how", "renew.how", how, ways);
    const bool later   = how == 1;
    const auto why_not = looks_old.empty() ? why_not_now(screen, draft) : looks_old;
    if (!form.accepted(later ? base::TextKey("cart.save") : named.verb, ui::Kind::primary, why_not)) return;
    if (later)
        send(screen,
             model::SaveCart{{},
                             {draft.service.value},
                             {std::to_string(draft.years)},
                             {std::to_string(draft.seen_price.cents)}},
             ui::say("cart.is_saved"), "#/services/pending");
    else send(screen, draft, ui::say("renew.asked", {model::shown_name(*service)}), address_of(*service, screen.today));
}

}  // namespace

PopupPtr renew_popup(const ServiceAction&, const model::Service& service, Screen& screen)
{
    return std::make_shared<RenewPopup>(draft_for(screen.store.state(), service, screen.today));
}

std::string_view renewal_of(const model::Service& service, model::Day today)
{
    switch (model::life_of(service, today).phase) {
    case model::Phase::redemption:
    case model::Phase::pending_delete:
    case model::Phase::released:       return "restore";
    case model::Phase::grace:
    case model::Phase::suspended:
    case model::Phase::deleted:        return "reactivate";
    case model::Phase::active:         break;
    }
    return model::is_active(service, today) ? "renew" : "reactivate";
}

}  // namespace pages
