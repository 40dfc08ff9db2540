// The customer ends a service, today or at its expiry, and can undo this until that day is over.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

struct EndService {
    static constexpr std::string_view word = "end_service";

    ServiceId  service;
    base::Date seen_expiry;      // the expiry that the customer saw when asking
    bool       at_once = false;  // at the end of this day; otherwise of the last paid day

    bool operator==(const EndService&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, EndService& c)
{
    visit("service", c.service);
    visit("seen_expiry", c.seen_expiry);
    visit("at_once", c.at_once);
}
base::Problems check(const State&, const EndService&, const Context&);
void           perform(State&, const EndService&, const Context&);
constexpr bool who(const EndService&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const EndService&) { return true; }

std::optional<base::Problem> why_not_end(const State&, const Service&, Day today);

struct KeepService {
    static constexpr std::string_view word = "keep_service";

    ServiceId service;
    bool      operator==(const KeepService&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, KeepService& c)
{
    visit("service", c.service);
}
base::Problems check(const State&, const KeepService&, const Context&);
void           perform(State&, const KeepService&, const Context&);
constexpr bool who(const KeepService&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const KeepService&) { return true; }

std::optional<base::Problem> why_not_keep(const State&, const Service&, Day today);

}  // namespace model
