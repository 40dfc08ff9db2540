// The popups about one service. There is one set of them: lists, details and alerts open the same ones.
#pragma once
#include "pages/actions.hpp"
#include "pages/associate_popup.hpp"
#include "pages/auto_renew_popup.hpp"
#include "pages/bulk_popup.hpp"
#include "pages/describe_popup.hpp"
#include "pages/end_popup.hpp"
#include "pages/nameservers_popup.hpp"
#include "pages/offered_popup.hpp"
#include "pages/renew_popup.hpp"
#include "pages/switch_popups.hpp"
#include "pages/ticket_popup.hpp"
#include "pages/trade_popup.hpp"
#include "pages/transfer_code_popup.hpp"
#include "pages/transfer_popup.hpp"

namespace pages {

struct Popups {
    NameserversPopup nameservers;
    RenewPopup       renew;
    AutoRenewPopup   auto_renew;
    AssociatePopup   associate;
    DissociatePopup  dissociate;
    DescribePopup    describe;

    SwitchPopup       settings;
    TransferCodePopup transfer_code;
    TransferPopup     transfer;
    OfferedPopup      offered;
    EndPopup          end;
    TicketPopup       ticket;
    TradePopup        trade;
    BulkPopup         bulk;
};

// Opens the popup of an action, or the service's details.
void open(Popups&, Act, const model::Service&, Screen&);
void draw(Popups&, Screen&);

// The customer went elsewhere, by Back or by a link: what was open belonged to the place before.
void close(Popups&);

}  // namespace pages
