// The life of a service: a pure function of its dates, the rules of its registry, and the day.
// active → grace → redemption → pending delete → released for a domain;
// active → suspended → deleted for a hosting account.
#pragma once
#include "model/billing/catalogue.hpp"
#include "model/services/service.hpp"

namespace model {

enum class Phase : std::uint8_t { active, grace, redemption, pending_delete, released, suspended, deleted };

struct Life {
    Phase      phase = Phase::active;
    base::Date until;  // the last day of this phase; not set in the final ones (released, deleted)
    bool       operator==(const Life&) const = default;
};

Life domain_life(base::Date expires_on, const TldPolicy&, base::Date today);
Life hosting_life(base::Date expires_on, const HostingPlan&, base::Date today);
Life life_of(const Service&, Day today);

inline bool is_past_term(const Service& service, base::Date today) { return today > service.expires_on; }

// 0 on the last paid day, negative afterwards.
inline std::int32_t days_left(const Service& service, base::Date today)
{
    return base::days_between(today, service.expires_on);
}

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
    return stored == Status::active && today <= expires_on ? Tab::active : Tab::expired;
}
inline Tab tab_of(const Service& service, base::Date today)
{
    return tab_of(service.status, service.expires_on, today);
}

// green: correct; orange: someone must act; red: a problem.
enum class Colour : std::uint8_t { green, orange, red };
Colour colour_of(Condition);

// True for a transfer to or from another registrar that is not over.
bool is_transfer(Condition);

}  // namespace model
