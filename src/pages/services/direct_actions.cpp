#include "pages/services/direct_actions.hpp"

#include "pages/kit/screen.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"

namespace pages {

PopupPtr show_details(const ServiceAction&, const model::Service& service, Screen& screen)
{
    screen.open(parse_route(address_of(service, screen.today)));
    return nullptr;
}

PopupPtr save_latest_invoice(const ServiceAction&, const model::Service& service, Screen& screen)
{
    if (const auto invoice = model::latest_invoice(screen.store.state(), service.id))
        screen.ask(SaveInvoice{invoice->id});
    return nullptr;
}

PopupPtr open_trade(const ServiceAction&, const model::Service& service, Screen& screen)
{
    screen.ask(OpenTrade{service.id});
    return nullptr;
}

PopupPtr open_ticket(const ServiceAction&, const model::Service& service, Screen& screen)
{
    screen.ask(OpenTicket{service.id});
    return nullptr;
}

}  // namespace pages
