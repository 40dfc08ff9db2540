#include "pages/services/popups/transfer_code_popup.hpp"

#include "base/instant.hpp"
#include "base/wipe.hpp"
#include "model/services/switches.hpp"
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

namespace icons = ui::icons;

constexpr std::int64_t shown_ms = 60'000;

struct TransferCodePopup final : ServicePopup, std::enable_shared_from_this<TransferCodePopup> {
    explicit TransferCodePopup(model::ServiceId id) : service(std::move(id)) {}
    ~TransferCodePopup() override { forget(); }
    void draw(Screen&) override;

    // Wipes the password and the code, and stops waiting.
    void forget()
    {
        answer.forget();
        why.reset();
        base::wipe(password);
        base::wipe(code);
        hidden = false;
    }

    model::ServiceId             service;
    std::string                  password;
    Awaited                      answer;
    std::optional<base::Problem> why;   // why there is no code
    std::string                  code;  // while it may be shown
    bool                         masked = true;
    base::Instant                hides_at;        // by the host's clock
    bool                         hidden = false;  // the minute has passed
};

// Asks for the password. Returns whether the popup stays open.
bool ask(TransferCodePopup& popup, const model::Service& domain, Screen& screen)
{
    const model::UnlockForTransfer command{domain.id};
    auto                           problems = problems_of(popup, screen, command);
    const bool                     at_field = popup.why && !popup.why->field.empty();
    if (at_field) problems.list.push_back(*popup.why);
    if (popup.password.empty()) problems.add("password", "why.empty_text");

    ui::Form form(popup, "action.transfer_code", std::move(problems), {.icon = icons::key_round});
    if (!form) {
        popup.forget();
        return false;
    }
    form.fact("kind.domain", full_name(domain));
    form.words(ui::say("code.words", {std::to_string(model::unlocked_days)}));
    if (form.text("password", "code.password", popup.password,
                  {.hint = "code.password_hint",
                   .text = {.autocomplete = "current-password",
                            .username     = model::profile_of(screen.store.state()).id.value,
                            .secret       = true}}))
        popup.why.reset();
    if (popup.answer.waits()) form.notice(ui::Tone::info, "popup.asking");
    else if (popup.why && !at_field) form.notice(ui::Tone::warning, ui::say(*popup.why));
    const bool asked = popup.answer.waits() || !popup.code.empty();
    if (!form.accepted("code.verb", ui::Kind::primary, asked ? ui::say("popup.asking") : why_not_now(screen, command)))
        return false;

    popup.why.reset();
    popup.answer.ask(screen, exchange::AskTransferCode{domain.id, popup.password});
    base::wipe(popup.password);
    popup.touched = false;
    return true;
}

void hear(TransferCodePopup& popup, const model::Service& domain, Screen& screen, exchange::Answer answer)
{
    if (const auto* declined = std::get_if<exchange::Declined>(&answer)) {
        popup.why     = declined->why;
        popup.touched = true;  // shows the problem at once
    } else if (auto* given = std::get_if<exchange::TransferCode>(&answer)) {
        popup.code     = std::move(given->code);
        popup.masked   = true;
        popup.hides_at = base::ms_after(screen.store.now(), shown_ms);
        // Requests are carried out after this frame, so a refusal closes the popup before the code is ever drawn.
        screen.ask(model::UnlockForTransfer{domain.id}, [asking = popup.weak_from_this()](const auto& problems) {
            if (problems.front().none()) return;
            if (const auto there = asking.lock()) {
                there->forget();
                there->open = false;
            }
            ui::context().toast(ui::Tone::danger, ui::say(problems.front().list.front()));
        });
    } else popup.why = base::Problem{{}, "why.offline", {}};
    wipe(answer);
}

void show(TransferCodePopup& popup, const model::Service& domain, Screen& screen)
{
    ui::DialogScope dialog(popup, "action.transfer_code", {.icon = icons::key_round});
    if (!dialog) return popup.forget();
    const auto left = popup.hides_at.ms - screen.store.now().ms;
    if (left <= 0 && !popup.code.empty()) {
        base::wipe(popup.code);
        popup.hidden = true;
    }
    std::vector<ui::Fact> facts{{.label = "kind.domain", .value = model::shown_name(domain)}};
    if (!popup.hidden)
        facts.push_back(
            {.label = "code.code", .value = popup.masked ? std::string(popup.code.size(), '*') : popup.code});
    ui::facts(facts, "action.transfer_code");
    if (popup.hidden) ui::notice(ui::Tone::info, "code.hidden");
    else {
        ui::context().wake_in(static_cast<float>((left - 1) % 1000 + 1));
        {
            ui::Row row;
            if (ui::button(popup.masked ? base::TextKey("code.show") : base::TextKey("code.mask"),
                           {.icon = popup.masked ? icons::eye : icons::eye_off}))
                popup.masked = !popup.masked;
            if (ui::button("code.copy", {.icon = icons::copy})) ui::context().copy(popup.code, ui::say("code.copied"));
        }
        ui::soft(ui::say("code.seconds", {std::to_string((left + 999) / 1000)}));
    }
    ui::notice(ui::Tone::warning,
               ui::say("code.until", {ui::short_date(base::days_after(screen.today, model::unlocked_days))}));
    dialog.footer();
    if (ui::button("common.close", {.kind = ui::Kind::primary})) dialog.close();
}

void TransferCodePopup::draw(Screen& screen)
{
    if (!open) return forget();
    const auto domain = screen.store.state().services.get(service);
    if (!domain) {
        open = false;
        return;
    }
    const bool has_code = !code.empty() || hidden;
    if (auto heard = answer.take()) hear(*this, *domain, screen, std::move(*heard));
    if (has_code) show(*this, *domain, screen);
    else if (ask(*this, *domain, screen)) open = true;
}

}  // namespace

PopupPtr transfer_code_popup(const ServiceAction&, const model::Service& domain, Screen&)
{
    return std::make_shared<TransferCodePopup>(domain.id);
}

}  // namespace pages
