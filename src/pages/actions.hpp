// What can be done with one service: the same list for the menu of a row, the details and the alerts.
#pragma once
#include "base/problems.hpp"
#include "model/state.hpp"
#include "ui/icon.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace pages {

enum class Act : std::uint8_t {
    details,
    nameservers,
    transfer_code,
    invoice,
    password,
    follow_transfer,
    renew,
    reactivate,  // the same popup as renew; its name for a service that no longer runs
    restore,     // and for a domain in redemption
    associate,
    dissociate,
    offered_domain,
    auto_renew,
    lock,
    unlock,      // the same popup as lock
    hide_whois,
    show_whois,  // the same popup as hide_whois
    describe,
    verify_holder,
    trade,
    end,
    keep,  // takes the end back
    contact,
};

struct Action {
    Act           act;
    base::TextKey words;
    ui::Icon      icon;
};

// In the order of a menu, without `details`.
std::span<const Action> all_actions();
const Action&           action(Act);

// Of actions that are each other's opposite, and of the three names of a renewal, one fits a service; all others are
// always shown, with the reason where they are not possible.
bool fits(Act, const model::Service&, base::Date today);

// Whether it means anything for this kind: a hosting account has no name servers. What does not is left out.
bool concerns(Act, model::Kind);

std::optional<base::Problem> why_not(Act, const model::State&, const model::Service&, base::Date today);

// Which of renew, reactivate, restore fits.
Act renewal_of(const model::Service&, base::Date today);

}  // namespace pages
