// A popup with an address of its own, "#/services/trade/trade-1": going there opens it, Back closes it.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

#include <string>

namespace pages {

struct AddressPopup : ui::Dialog {
    std::string item;  // of the address for which it was opened
};

// Whether the popup is open in this frame; `fresh`: it has just been opened.
struct Addressed {
    bool open  = false;
    bool fresh = false;
};
inline Addressed follow_address(AddressPopup& popup, Screen& screen)
{
    const auto& item = screen.route.item;
    if (popup.item != item) {
        popup.item    = item;
        popup.open    = !item.empty();
        popup.touched = false;
        return {popup.open, popup.open};
    }
    if (item.empty()) return {};
    if (popup.open) return {true, false};
    // The customer closed it: removes the item from the address.
    popup.item.clear();
    auto without = screen.route;
    without.item.clear();
    if (!screen.goes()) screen.replace(std::move(without));
    return {};
}

}  // namespace pages
