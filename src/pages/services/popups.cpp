#include "pages/services/popups.hpp"

#include "pages/kit/popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"

namespace pages {
namespace {

template <class Visit>
void for_each(Popups& popups, Visit visit)
{
    visit(popups.nameservers);
    visit(popups.renew);
    visit(popups.auto_renew);
    visit(popups.associate);
    visit(popups.dissociate);
    visit(popups.describe);
    visit(popups.settings);
    visit(popups.transfer_code);
    visit(popups.transfer);
    visit(popups.offered);
    visit(popups.end);
    visit(popups.bulk);
}

}  // namespace

void open(Popups& popups, Act act, const model::Service& service, Screen& screen)
{
    if (is_switch(act)) return open(popups.settings, act, service);
    switch (act) {
    case Act::details:         return screen.open(parse_route(address_of(service, screen.today)));
    case Act::nameservers:     return open(popups.nameservers, service);
    case Act::renew:
    case Act::reactivate:
    case Act::restore:         return open(popups.renew, screen.store.state(), service, screen.today);
    case Act::auto_renew:      return open(popups.auto_renew, service);
    case Act::associate:       return open(popups.associate, service, screen);
    case Act::dissociate:      return open(popups.dissociate, service);
    case Act::describe:        return open(popups.describe, service);
    case Act::transfer_code:   return open(popups.transfer_code, service);
    case Act::follow_transfer: return open(popups.transfer, service);
    case Act::offered_domain:  return open(popups.offered, service);
    case Act::end:             return open(popups.end, service);
    case Act::contact:         return screen.ask(OpenTicket{service.id});
    case Act::trade:           return screen.ask(OpenTrade{service.id});
    case Act::invoice:
        if (const auto invoice = model::latest_invoice(screen.store.state(), service.id))
            screen.ask(SaveInvoice{invoice->id});
        return;
    default: return;
    }
}

void draw(Popups& popups, Screen& screen)
{
    for_each(popups, [&](auto& popup) { draw_popup(popup, screen); });
}

void close(Popups& popups) { for_each(popups, close_popup); }

}  // namespace pages
