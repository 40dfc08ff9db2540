// The popups about one service. There is one set of them: lists, details and alerts open the same ones.
#pragma once
#include "pages/services/actions.hpp"
#include "pages/services/bulk_popup.hpp"
#include "pages/services/popups/associate_popup.hpp"
#include "pages/services/popups/auto_renew_popup.hpp"
#include "pages/services/popups/describe_popup.hpp"
#include "pages/services/popups/end_popup.hpp"
#include "pages/services/popups/nameservers_popup.hpp"
#include "pages/services/popups/offered_popup.hpp"
#include "pages/services/popups/renew_popup.hpp"
#include "pages/services/popups/switch_popups.hpp"
#include "pages/services/popups/transfer_code_popup.hpp"
#include "pages/services/popups/transfer_popup.hpp"

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
    BulkPopup         bulk;
};

// Opens the popup of an action, or does what it does without one.
void open(Popups&, Act, const model::Service&, Screen&);
void draw(Popups&, Screen&);

void close(Popups&);

}  // namespace pages
