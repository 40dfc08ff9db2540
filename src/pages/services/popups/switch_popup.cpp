#include "pages/services/popups/switch_popup.hpp"

#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"

namespace pages {
namespace {

struct SwitchPopup final : ServicePopup {
    SwitchPopup(const ServiceAction& of, model::ServiceId id) : action(of), service(std::move(id)) {}
    void draw(Screen&) override;

    const ServiceAction& action;
    model::ServiceId     service;
};

void SwitchPopup::draw(Screen& screen)
{
    const auto& question = action.question;
    const auto  command  = question.command(service);
    ui::Form    form(*this, action.words, problems_of(*this, screen, command), {.icon = action.icon});
    if (!form) return;

    const auto about = screen.store.state().services.get(service);
    const auto name  = about ? model::shown_name(*about) : std::string();
    if (about) form.fact(word(about->kind), full_name(*about));
    form.words(question.explains);
    if (!question.warning.empty()) form.notice(ui::Tone::warning, question.warning);
    const auto verb = question.verb.empty() ? action.words : question.verb;
    if (form.accepted(verb, ui::Kind::primary, why_not_now(screen, command)))
        send(screen, command, ui::say(question.done, {name}), about ? address_of(*about, screen.today) : "");
}

}  // namespace

PopupPtr switch_popup(const ServiceAction& action, const model::Service& service, Screen&)
{
    return std::make_shared<SwitchPopup>(action, service.id);
}

}  // namespace pages
