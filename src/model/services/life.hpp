// The life of a service: a pure function of its dates, the rules of its registry, and the day.
// active → grace → redemption → pending delete → released for a domain;
// active → suspended → deleted for a hosting account.
#pragma once
#include "model/billing/catalogue.hpp"
#include "model/services/service.hpp"

#include <optional>

namespace model {

enum class Phase : std::uint8_t { active, grace, redemption, pending_delete, released, suspended, deleted };

struct Life {
    Phase      phase = Phase::active;
    base::Date until;  // the last day of this phase; not set in the final ones (released, deleted), or if unknown
    bool       operator==(const Life&) const = default;
};

Life domain_life(base::Date expires_on, const TldPolicy&, base::Date today);
Life hosting_life(base::Date expires_on, const HostingPlan&, base::Date today);
Life life_of(const Service&, Day today);

// An expiry that nobody knows is not past.
constexpr bool is_past_term(base::Date expires_on, base::Date today)
{
    return is_set(expires_on) && today > expires_on;
}
inline bool is_past_term(const Service& service, base::Date today) { return is_past_term(service.expires_on, today); }

// 0 on the last paid day, negative afterwards; nothing if the expiry is unknown.
inline std::optional<std::int32_t> days_left(const Service& service, base::Date today)
{
    if (!is_set(service.expires_on)) return {};
    return base::days_between(today, service.expires_on);
}

inline constexpr std::int32_t ends_soon_days = 30;

// The status and condition for today, computed from the stored ones and the dates; also right on an offline device.
Status    status_on(const Service&, Day today);
Condition condition_on(const Service&, Day today);

inline bool is_active(const Service& service, Day today) { return status_on(service, today) == Status::active; }

// Refunded, closed, or past the last phase in which it can be restored.
bool is_gone(const Service&, Day today);

// Each service is in exactly one of these tabs.
enum class Tab : std::uint8_t { active, expired, pending };

// From two columns, for scans over a million rows; Tab::active exactly if is_active().
constexpr Tab tab_of(Status stored, base::Date expires_on, base::Date today)
{
    if (stored == Status::pending) return Tab::pending;
    return stored == Status::active && !is_past_term(expires_on, today) ? Tab::active : Tab::expired;
}
inline Tab tab_of(const Service& service, base::Date today)
{
    return tab_of(service.status, service.expires_on, today);
}

// green: correct; orange: someone must act; red: a problem.
enum class Colour : std::uint8_t { green, orange, red };
Colour colour_of(Condition);

// A fault that the customer can correct.
bool is_fault(Condition);

// The customer must do something: correct a fault, or renew what ends soon, or has ended and can be saved, and does not renew
// itself.
bool needs_act(const Service&, Day today);

// True for a transfer to or from another registrar that is not over.
bool is_transfer(Condition);

}  // namespace model
