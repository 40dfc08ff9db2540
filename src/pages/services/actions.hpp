// What can be done with one service: the same list for the menu of a row, the details and the alerts.
#pragma once
#include "base/problems.hpp"
#include "model/state.hpp"
#include "pages/kit/act.hpp"
#include "ui/core/icon.hpp"
#include "ui/icons.hpp"

#include <optional>

namespace pages {

struct Action {
    Act           act;
    base::TextKey words;
    ui::Icon      icon;
    bool          separator_above = false;  // in a menu of all of them
};

// In the order of a menu, without `details`.
inline constexpr Action all_actions[] = {
    {Act::nameservers, "action.nameservers", ui::icons::network, true},
    {Act::transfer_code, "action.transfer_code", ui::icons::key_round},
    {Act::invoice, "action.invoice", ui::icons::download},
    {Act::password, "action.password", ui::icons::lock_keyhole},
    {Act::follow_transfer, "action.follow_transfer", ui::icons::arrow_right_left},
    {Act::renew, "action.renew", ui::icons::rotate_cw, true},
    {Act::reactivate, "action.reactivate", ui::icons::rotate_cw, true},
    {Act::restore, "action.restore", ui::icons::rotate_cw, true},
    {Act::auto_renew, "action.auto_renew", ui::icons::repeat},
    {Act::associate, "action.associate", ui::icons::link, true},
    {Act::dissociate, "action.dissociate", ui::icons::unlink},
    {Act::offered_domain, "action.offered_domain", ui::icons::gift},
    {Act::lock, "action.lock", ui::icons::lock, true},
    {Act::unlock, "action.unlock", ui::icons::lock_open, true},
    {Act::hide_whois, "action.hide_whois", ui::icons::eye_off},
    {Act::show_whois, "action.show_whois", ui::icons::eye},
    {Act::verify_holder, "action.verify_holder", ui::icons::mail},
    {Act::describe, "action.describe", ui::icons::tag, true},
    {Act::contact, "action.contact", ui::icons::life_buoy},
    {Act::trade, "action.trade", ui::icons::users, true},
    {Act::end, "action.end", ui::icons::circle_x},
    {Act::keep, "action.keep", ui::icons::rotate_ccw},
};
inline constexpr Action details_action{Act::details, "action.details", ui::icons::info};

constexpr const Action& action(Act act)
{
    for (const auto& one : all_actions)
        if (one.act == act) return one;
    return details_action;
}

// Of actions that are each other's opposite, and of the three names of a renewal, one fits a service; all others are
// always shown, with the reason where they are not possible.
bool fits(Act, const model::Service&, base::Date today);

// Whether it means anything for this kind: a hosting account has no name servers. What does not is left out.
bool concerns(Act, model::ServiceKind);

std::optional<base::Problem> why_not(Act, const model::State&, const model::Service&, base::Date today);

// Which of renew, reactivate, restore fits.
Act renewal_of(const model::Service&, base::Date today);

}  // namespace pages
