#include "pages/popups.hpp"

#include "pages/words.hpp"
#include "store/store.hpp"

namespace pages {

void open(Popups& popups, Act act, const model::Service& service, Screen& screen)
{
    if (is_switch(act)) return open(popups.settings, act, service);
    switch (act) {
    case Act::details:     return screen.open(parse_route(address_of(service, screen.today)));
    case Act::nameservers: return open(popups.nameservers, service);
    case Act::renew:
    case Act::reactivate:
    case Act::restore:     return open(popups.renew, screen.store.state(), service, screen.today);
    case Act::auto_renew:  return open(popups.auto_renew, service);
    case Act::associate:   return open(popups.associate, service, screen);
    case Act::dissociate:  return open(popups.dissociate, service);
    case Act::describe:    return open(popups.describe, service);
    case Act::transfer_code:   return open(popups.transfer_code, service);
    case Act::follow_transfer: return open(popups.transfer, service);
    case Act::offered_domain:  return open(popups.offered, service);
    case Act::end:             return open(popups.end, service);
    case Act::contact:         return open(popups.ticket, service);
    case Act::trade:           return open(popups.trade, service);
    default:                   return;
    }
}

void draw(Popups& popups, Screen& screen)
{
    draw(popups.nameservers, screen);
    draw(popups.renew, screen);
    draw(popups.auto_renew, screen);
    draw(popups.associate, screen);
    draw(popups.dissociate, screen);
    draw(popups.describe, screen);
    draw(popups.settings, screen);
    draw(popups.transfer_code, screen);
    draw(popups.transfer, screen);
    draw(popups.offered, screen);
    draw(popups.end, screen);
    draw(popups.ticket, screen);
    draw(popups.trade, screen);
    draw(popups.bulk, screen);
}

void close(Popups& popups)
{
    for (ui::Dialog* one : {static_cast<ui::Dialog*>(&popups.nameservers), static_cast<ui::Dialog*>(&popups.renew),
                            static_cast<ui::Dialog*>(&popups.auto_renew), static_cast<ui::Dialog*>(&popups.associate),
                            static_cast<ui::Dialog*>(&popups.dissociate), static_cast<ui::Dialog*>(&popups.describe),
                            static_cast<ui::Dialog*>(&popups.settings), static_cast<ui::Dialog*>(&popups.transfer_code),
                            static_cast<ui::Dialog*>(&popups.transfer), static_cast<ui::Dialog*>(&popups.offered),
                            static_cast<ui::Dialog*>(&popups.end), static_cast<ui::Dialog*>(&popups.ticket),
                            static_cast<ui::Dialog*>(&popups.trade), static_cast<ui::Dialog*>(&popups.bulk)})
        one->open = one->touched = false;
}

}  // namespace pages
