// What the home page shows: totals, what needs the customer, what is new. Computed from the dates, so it is right on an offline
// device.
#pragma once
#include "base/problems.hpp"
#include "model/services/life.hpp"
#include "model/state.hpp"

namespace model {

// By urgency.
enum class Level : std::uint8_t { critical, urgent, warning, info };

// How to resolve the alert. `none`: it is too late, the service is lost. All but `correct` open the renewal.
enum class Remedy : std::uint8_t { renew, reactivate, restore, correct, none };

struct Alert {
    Level         level = Level::info;
    ServiceId     service;
    base::TextKey sentence;
    base::Args    args;
    Remedy        remedy    = Remedy::renew;
    std::int32_t  chance    = 0;  // the days in which it can still be resolved; 0: today is the last
    std::int32_t  days_left = 0;  // the highest number if its expiry is unknown

    bool operator==(const Alert&) const = default;
};

// Sorted by how soon the chance to resolve them ends, then by level, expiry and name; what is lost comes last. Services that are
// being renewed now are left out.
std::vector<Alert> alerts(const State&, Day today);

// Of these alerts, the services that expire and do not renew themselves, but can be renewed. None if they are more than can be
// renewed together.
std::vector<ServiceId> to_renew_together(const State&, const std::vector<Alert>&, Day today);

// The level by expiry alone: at most 30 days left info, 15 warning, 7 urgent; expired for at most 60 days critical; otherwise
// nothing.
std::optional<Level> expiry_level(std::int32_t days_left);

// The number of services per tab; tab_of() counts each once.
struct Counts {
    std::size_t hostings = 0;  // active
    std::size_t domains  = 0;  // active
    std::size_t expired  = 0;
    std::size_t pending  = 0;
};
Counts count_services(const State&, Day today);

// The most recently ordered, the latest first.
std::vector<Service> latest_services(const State&, std::size_t count = 5);

}  // namespace model
