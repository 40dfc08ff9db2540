// Settings that a customer changes on a service: a domain's lock and WHOIS privacy, and the password of a hosting account.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

// A locked domain may not be transferred away.
struct SetLock {
    static constexpr std::string_view word = "set_lock";

    ServiceId service;
    bool      on = true;

    bool operator==(const SetLock&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, SetLock& c)
{
    visit("service", c.service);
    visit("on", c.on);
}
base::Problems check(const State&, const SetLock&, const Context&);
void           perform(State&, const SetLock&, const Context&);
constexpr bool who(const SetLock&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const SetLock&) { return true; }

std::optional<base::Problem> why_not_set_lock(const State&, const Service&, Day today);

// Hides or publishes the domain's holder in the WHOIS.
struct SetWhoisPrivacy {
    static constexpr std::string_view word = "set_whois_privacy";

    ServiceId service;
    bool      on = true;

    bool operator==(const SetWhoisPrivacy&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, SetWhoisPrivacy& c)
{
    visit("service", c.service);
    visit("on", c.on);
}
base::Problems check(const State&, const SetWhoisPrivacy&, const Context&);
void           perform(State&, const SetWhoisPrivacy&, const Context&);
constexpr bool who(const SetWhoisPrivacy&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const SetWhoisPrivacy&) { return true; }

std::optional<base::Problem> why_not_set_whois(const State&, const Service&, Day today);

// Sends the owner an e-mail with a link. The password itself is never stored.
struct ResetHostingPassword {
    static constexpr std::string_view word = "reset_hosting_password";

    ServiceId service;
    bool      operator==(const ResetHostingPassword&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, ResetHostingPassword& c)
{
    visit("service", c.service);
}
base::Problems check(const State&, const ResetHostingPassword&, const Context&);
void           perform(State&, const ResetHostingPassword&, const Context&);
constexpr bool who(const ResetHostingPassword&, const Actor& actor) { return is_owner(actor) || is_technical(actor); }
constexpr bool may_wait_offline(const ResetHostingPassword&) { return false; }

std::optional<base::Problem> why_not_reset_password(const State&, const Service&, Day today);

// Sends an e-mail with a link, by which the holder of a domain confirms an address that the registry wants verified.
struct VerifyHolder {
    static constexpr std::string_view word = "verify_holder";

    ServiceId service;
    bool      operator==(const VerifyHolder&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, VerifyHolder& c)
{
    visit("service", c.service);
}
base::Problems check(const State&, const VerifyHolder&, const Context&);
void           perform(State&, const VerifyHolder&, const Context&);
constexpr bool who(const VerifyHolder&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const VerifyHolder&) { return true; }

std::optional<base::Problem> why_not_verify_holder(const State&, const Service&, Day today);

// Uses the link of one of these two messages, once. For HolderLink, the holder's address is then verified; the new password of
// PasswordLink is set elsewhere.
struct UseLink {
    static constexpr std::string_view word = "use_link";

    OperationId operation;

    bool operator==(const UseLink&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, UseLink& c)
{
    visit("operation", c.operation);
}
inline constexpr std::int64_t link_ms = base::ms_per_day;  // a link is valid for 24 h

base::Problems check(const State&, const UseLink&, const Context&);
void           perform(State&, const UseLink&, const Context&);
constexpr bool who(const UseLink&, const Actor& actor) { return is_link(actor); }
constexpr bool may_wait_offline(const UseLink&) { return false; }

// Unlocks a domain for some days, so that it can be transferred away. The host's desk shows the code separately: it is not part
// of the command, so it is never stored.
struct UnlockForTransfer {
    static constexpr std::string_view word = "unlock_for_transfer";

    ServiceId service;
    bool      operator==(const UnlockForTransfer&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, UnlockForTransfer& c)
{
    visit("service", c.service);
}
inline constexpr int unlocked_days = 7;

base::Problems check(const State&, const UnlockForTransfer&, const Context&);
void           perform(State&, const UnlockForTransfer&, const Context&);
constexpr bool who(const UnlockForTransfer&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const UnlockForTransfer&) { return false; }

std::optional<base::Problem> why_not_get_transfer_code(const State&, const Service&, Day today);

}  // namespace model
