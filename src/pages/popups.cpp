#include "pages/popups.hpp"

#include "pages/words.hpp"
#include "store/store.hpp"

namespace pages {

void open(Popups& popups, Act act, const model::Service& service, Screen& screen)
{
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
    draw(popups.bulk, screen);
}

}  // namespace pages
