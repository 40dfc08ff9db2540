#include "pages/services/popups/switch_popups.hpp"

#include "model/services/ending.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"

namespace pages {
namespace {

// What is said before, and when it was asked for.
struct Words {
    base::TextKey explains;
    base::TextKey said;
};

Words words_of(Act act)
{
    switch (act) {
    case Act::lock:          return {"lock.words", "lock.asked"};
    case Act::unlock:        return {"lock.off_words", "lock.off_asked"};
    case Act::hide_whois:    return {"whois.hide_words", "whois.hide_asked"};
    case Act::show_whois:    return {"whois.show_words", "whois.show_asked"};
    case Act::password:      return {"password.words", "password.asked"};
    case Act::verify_holder: return {"holder.words", "holder.asked"};
    default:                 return {"keep.words", "keep.done"};
    }
}

model::Command command_of(const SwitchPopup& popup)
{
    switch (popup.act) {
    case Act::lock:          return model::SetLock{popup.service, true};
    case Act::unlock:        return model::SetLock{popup.service, false};
    case Act::hide_whois:    return model::SetWhoisPrivacy{popup.service, true};
    case Act::show_whois:    return model::SetWhoisPrivacy{popup.service, false};
    case Act::password:      return model::ResetHostingPassword{popup.service};
    case Act::verify_holder: return model::VerifyHolder{popup.service};
    default:                 return model::KeepService{popup.service};
    }
}

}  // namespace

bool is_switch(Act act)
{
    return act == Act::lock || act == Act::unlock || act == Act::hide_whois || act == Act::show_whois ||
           act == Act::password || act == Act::verify_holder || act == Act::keep;
}

void open(SwitchPopup& popup, Act act, const model::Service& service)
{
    popup         = {};
    popup.open    = true;
    popup.act     = act;
    popup.service = service.id;
}

void draw(SwitchPopup& popup, Screen& screen)
{
    const auto  command = command_of(popup);
    const auto& named   = action(popup.act);
    ui::Form    form(popup, named.words, problems_of(popup, screen, command), {.icon = named.icon});
    if (!form) return;

    const auto service = screen.store.state().services.get(popup.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    const auto words   = words_of(popup.act);
    if (service) form.fact(word(service->kind), name);
    form.words(words.explains);
    if (popup.act == Act::unlock) form.notice(ui::Tone::warning, "lock.off_warning");
    if (form.accepted(named.words, ui::Kind::primary, why_not_now(screen, command)))
        send(screen, command, ui::say(words.said, {name}), service ? address_of(*service, screen.today) : "");
}

}  // namespace pages
