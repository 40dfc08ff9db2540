#include "pages/trades/trade_popup.hpp"

#include "base/pasted.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/service_search.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <algorithm>

namespace pages {
namespace {

namespace icons = ui::icons;

ui::Option option_of(const model::State& state, std::uint32_t row, model::Day today)
{
    const auto service = state.services.row(row);
    const auto reason  = model::why_not_trade(state, service, today);
    return {.id      = service.id.value,
            .words   = model::shown_name(service),
            .hint    = service.label,
            .why_not = reason ? ui::say(*reason) : std::string()};
}

// The host of the e-mail address in ASCII, as mail servers know it.
model::StartTrade as_sent(model::StartTrade draft, ToAscii to_ascii)
{
    draft.to_email = base::pasted_email(draft.to_email);
    if (const auto at = draft.to_email.rfind('@'); at != std::string::npos && to_ascii)
        if (const auto ascii = to_ascii(std::string_view(draft.to_email).substr(at + 1)))
            draft.to_email.replace(at + 1, std::string::npos, *ascii);
    return draft;
}

void choose_services(ui::Form& form, TradePopup& popup, const Screen& screen)
{
    auto& chosen = popup.draft.services;
    std::erase_if(chosen, [&](const std::string& id) {
        const auto  service = screen.store.state().services.get({id});
        const auto  name    = service ? model::shown_name(*service) : id;
        ui::IdScope scope(id);
        return ui::chip(name, "trade.leave_out");
    });
    const auto find = [&](std::string_view words) {
        return offered(words, ServiceSearch::Of::active, screen, popup.found,
                       [&](std::uint32_t row) { return option_of(screen.store.state(), row, screen.today); });
    };
    if (form.select("services", "trade.add_service", popup.added, ui::OptionSearch{find}) && !popup.added.empty()) {
        if (std::find(chosen.begin(), chosen.end(), popup.added) == chosen.end()) chosen.push_back(popup.added);
        popup.added.clear();
    }
}

}  // namespace

void open(TradePopup& popup)
{
    popup      = {};
    popup.open = true;
}

void open(TradePopup& popup, const model::Service& service)
{
    open(popup);
    popup.draft.services = {service.id.value};
}

void draw(TradePopup& popup, Screen& screen)
{
    auto&      draft   = popup.draft;
    const auto command = as_sent(draft, screen.to_ascii);
    ui::Form   form(popup, "trade.form_title", problems_of(popup, screen, command),
                    {.width = 640, .icon = icons::arrow_right_left});
    if (!form) return;

    form.section("trade.services");
    choose_services(form, popup, screen);
    form.section("trade.recipient");
    form.text("to", "trade.to_account", draft.to, {.hint = "trade.to_account_hint"});
    form.text("to_email", "trade.to_email", draft.to_email, {.text = {.inputmode = "email"}});
    form.text("holder", "trade.holder", draft.holder, {.hint = "trade.holder_hint", .optional = true});
    form.notes("reason", "trade.reason", draft.reason, {.text = {.spellcheck = true}});
    form.notice(ui::Tone::warning, "trade.effects");
    form.checkbox("terms", "trade.terms", draft.terms);
    if (form.accepted("trade.verb", ui::Kind::primary, why_not_now(screen, command)))
        send(screen, command, ui::say("trade.asked_for"), "#/services/trade");
}

}  // namespace pages
