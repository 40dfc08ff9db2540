// What the Accueil shows: how much there is, what needs the customer, what is new. Computed from the
// dates, so it is right on a device that is offline.
#pragma once
#include "base/problems.hpp"
#include "model/services/life.hpp"
#include "model/state.hpp"

namespace model {

// In the order of urgency.
enum class Level : std::uint8_t { critical, urgent, warning, info };

// What is to be done about it. All but `correct` open the renewal.
enum class Remedy : std::uint8_t { renew, reactivate, restore, correct };

struct Alert {
    Level         level = Level::info;
    ServiceId     service;
    base::TextKey sentence;
    base::Args    args;
    Remedy        remedy    = Remedy::renew;
    std::int32_t  days_left = 0;

    bool operator==(const Alert&) const = default;
};

// The most urgent first, then the nearest expiry, then by name. Services that are just being renewed are left out:
// what the customer has already done is not asked for again.
std::vector<Alert> alerts(const State&, Day today);

// The level of a service by its expiry alone: ≤ 30 days info, ≤ 15 warning, ≤ 7 urgent, expired for at most
// 60 days critical, otherwise nothing.
std::optional<Level> expiry_level(std::int32_t days_left);

// How many services there are, each counted once, as tab_of() has it.
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
