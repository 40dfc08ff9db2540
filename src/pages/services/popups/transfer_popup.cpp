#include "pages/services/popups/transfer_popup.hpp"

#include "base/pasted.hpp"
#include "base/wipe.hpp"
#include "model/domains/transfer.hpp"
#include "pages/kit/awaited.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pages {
namespace {

using model::TransferStep;

struct TransferPopup final : ServicePopup {
    explicit TransferPopup(model::ServiceId id) : service(std::move(id)) {}
    ~TransferPopup() override { base::wipe(code); }
    void draw(Screen&) override;

    model::ServiceId             service;
    std::string                  code;    // as typed; wiped as soon as it is submitted
    Awaited                      answer;  // the receipt for the code
    std::optional<base::Problem> why;     // why there is no receipt
};

// The steps of every transfer, with their titles. code_invalid is shown in place of awaiting_code.
struct Part {
    TransferStep  step;
    base::TextKey words;
};
constexpr Part way[] = {{TransferStep::awaiting_payment, "transfer.step_payment"},
                        {TransferStep::awaiting_unlock, "transfer.step_unlock"},
                        {TransferStep::awaiting_code, "transfer.step_code"},
                        {TransferStep::code_checking, "transfer.step_check"},
                        {TransferStep::submitted, "transfer.step_submit"},
                        {TransferStep::awaiting_validation, "transfer.step_consent"},
                        {TransferStep::awaiting_losing_registrar, "transfer.step_answer"},
                        {TransferStep::completed, "transfer.step_end"}};

base::TextKey actor_words(model::TransferParty actor)
{
    switch (actor) {
    case model::TransferParty::customer:        return "transfer.you_act";
    case model::TransferParty::host:            return "transfer.host_acts";
    case model::TransferParty::registry:        return "transfer.registry_acts";
    case model::TransferParty::other_registrar: return "transfer.other_acts";
    case model::TransferParty::nobody:          break;
    }
    return {};
}

std::string who_until(const model::Transfer& transfer)
{
    const auto actor = model::actor_of(transfer.step);
    if (actor == model::TransferParty::nobody) return ui::say_known(transfer.reason);
    auto words = ui::say(actor_words(actor));
    if (is_set(transfer.until)) words += " · " + ui::say("transfer.until", {ui::short_date(transfer.until)});
    return words;
}

std::vector<ui::Step> steps_of(const model::Transfer& transfer, const model::Service& domain,
                               const model::Catalogue& catalogue)
{
    const bool ended_badly = transfer.step == TransferStep::refused || transfer.step == TransferStep::cancelled;
    const auto reached     = transfer.step == TransferStep::code_invalid ? TransferStep::awaiting_code : transfer.step;

    std::vector<ui::Step> steps;
    for (const auto& [step, words] : way) {
        if (step == TransferStep::awaiting_validation && !catalogue.policy_of(domain.name).validates) continue;
        ui::Step shown{.words = ui::say(words)};
        if (step == reached) {
            shown.words = ui::say(word(transfer.step));
            shown.state = transfer.step == TransferStep::code_invalid ? ui::StepState::failed : ui::StepState::current;
            shown.hint  = who_until(transfer);
            if (transfer.step == TransferStep::completed) shown.state = ui::StepState::done;
        } else if (!ended_badly && step < reached) shown.state = ui::StepState::done;
        // A transfer that ended badly shows only the failure, not the steps that would have followed.
        if (!ended_badly) steps.push_back(std::move(shown));
    }
    if (ended_badly)
        steps.push_back(
            {.words = ui::say(word(transfer.step)), .hint = who_until(transfer), .state = ui::StepState::failed});
    return steps;
}

// The customer's only action in the current step.
struct Next {
    model::Command command;
    base::TextKey  verb, done;
};
std::optional<Next> next_of(const model::Transfer& transfer, const model::Service& domain, model::Day today)
{
    switch (transfer.step) {
    case TransferStep::awaiting_payment:
        return Next{model::PayTransfer{domain.id, model::transfer_price(domain, today).total()}, "transfer.pay",
                    "transfer.paid"};
    case TransferStep::awaiting_unlock:
        return Next{model::RetryTransfer{domain.id}, "transfer.unlocked", "transfer.looks_again"};
    default: return {};
    }
}

bool takes_code(TransferStep step) { return step == TransferStep::awaiting_code || step == TransferStep::code_invalid; }

void show_way(const model::Transfer& transfer, const model::Service& domain, const Screen& screen)
{
    const ui::Fact about{.label = "kind.domain", .value = model::shown_name(domain)};
    ui::facts(std::span(&about, 1), "transfer.title");
    ui::steps("transfer.steps", steps_of(transfer, domain, screen.today.catalogue()));
    if (transfer.step == TransferStep::awaiting_validation) ui::notice(ui::Tone::info, "transfer.look_in_mail");
}

// True if the customer wants to cancel the transfer; whether that is meant is asked when the popup has closed.
bool offers_cancel(const model::Service& domain, Screen& screen)
{
    const model::CancelTransfer cancel{domain.id};
    if (!model::check(screen.store.state(), cancel, screen.store.context()).none()) return false;
    ui::Row row;
    if (!ui::button("transfer.cancel", {.icon = ui::icons::circle_x, .small = true})) return false;
    screen.ask(AskFirst{.command = cancel,
                        .title   = "transfer.cancel",
                        .words   = "transfer.cancel_words",
                        .verb    = "transfer.cancel",
                        .keep    = "transfer.keep",
                        .about   = model::shown_name(domain),
                        .said    = ui::say("transfer.is_cancelled", {model::shown_name(domain)})});
    return true;
}

constexpr ui::DialogStyle style{.icon = ui::icons::arrow_right_left, .close = "common.close"};

void hear(TransferPopup& popup, const model::Service& domain, Screen& screen, exchange::Answer answer)
{
    if (const auto* declined = std::get_if<exchange::Declined>(&answer)) {
        popup.why     = declined->why;
        popup.touched = true;
    } else if (auto* given = std::get_if<exchange::Receipt>(&answer)) {
        base::wipe(popup.code);
        send(screen, model::GiveTransferCode{domain.id, std::move(given->receipt)}, ui::say("transfer.code_given"));
    } else popup.why = base::Problem{{}, "why.offline", {}};
    wipe(answer);
}

// True if the popup stays open, to show what becomes of the code.
bool ask_for_code(TransferPopup& popup, const model::Transfer& transfer, const model::Service& domain, Screen& screen)
{
    if (auto answer = popup.answer.take()) hear(popup, domain, screen, std::move(*answer));
    base::Problems problems;
    const bool     at_field = popup.why && !popup.why->field.empty();
    if (at_field) problems.list.push_back(*popup.why);
    else if (const auto fault = model::fault_of_transfer_code(base::pasted_code(popup.code)))
        problems.add("code", fault->text, fault->args);
    ui::Form form(popup, "action.follow_transfer", std::move(problems), style);
    if (!form) return false;
    show_way(transfer, domain, screen);
    if (form.text("code", "transfer.code", popup.code, {.hint = "transfer.code_hint"})) popup.why.reset();
    const bool waits = popup.answer.waits();
    if (waits) form.notice(ui::Tone::info, "popup.asking");
    else if (popup.why && !at_field) form.notice(ui::Tone::warning, ui::say(*popup.why));
    const bool gives_up = offers_cancel(domain, screen);
    const auto why_not  = waits                   ? ui::say("popup.asking")
                          : screen.store.online() ? std::string()
                                                  : ui::say("why.offline");
    if (!form.accepted("transfer.give_code", ui::Kind::primary, why_not)) {
        if (gives_up) popup.open = false;
        return false;
    }
    popup.why.reset();
    popup.answer.ask(screen, exchange::HandInCode{domain.id, base::pasted_code(popup.code)});
    popup.touched = false;
    return true;
}

bool ask_for_next(TransferPopup& popup, const Next& next, const model::Transfer& transfer, const model::Service& domain,
                  Screen& screen)
{
    ui::Form form(popup, "action.follow_transfer", problems_of(popup, screen, next.command), style);
    if (!form) return false;
    show_way(transfer, domain, screen);
    if (transfer.step == TransferStep::awaiting_payment)
        form.total("renew.total", ui::money(model::transfer_price(domain, screen.today).total()), "renew.simulated");
    const bool gives_up = offers_cancel(domain, screen);
    if (!form.accepted(next.verb, ui::Kind::primary, why_not_now(screen, next.command))) {
        if (gives_up) popup.open = false;
        return false;
    }
    send(screen, next.command, ui::say(next.done, {model::shown_name(domain)}));
    return true;
}

void follow(TransferPopup& popup, const model::Transfer& transfer, const model::Service& domain, Screen& screen)
{
    ui::DialogScope dialog(popup, "action.follow_transfer", style);
    if (!dialog) return;
    show_way(transfer, domain, screen);
    if (offers_cancel(domain, screen)) dialog.close();
    dialog.footer();
    if (ui::button("common.close", {.kind = ui::Kind::primary})) dialog.close();
}

void TransferPopup::draw(Screen& screen)
{
    if (!open) {
        answer.forget();
        return base::wipe(code);
    }
    const auto& state    = screen.store.state();
    const auto  domain   = state.services.get(service);
    const auto  transfer = model::last_transfer(state, service);
    if (!domain || !transfer) {
        open = false;
        return;
    }
    bool stays = false;
    if (!takes_code(transfer->step)) answer.forget();
    if (takes_code(transfer->step)) stays = ask_for_code(*this, *transfer, *domain, screen);
    else if (const auto next = next_of(*transfer, *domain, screen.today))
        stays = ask_for_next(*this, *next, *transfer, *domain, screen);
    else follow(*this, *transfer, *domain, screen);
    if (stays) open = true;
}

}  // namespace

PopupPtr transfer_popup(const ServiceAction&, const model::Service& service, Screen&)
{
    return std::make_shared<TransferPopup>(service.id);
}

}  // namespace pages
