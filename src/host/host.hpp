// The simulated hosting company: it carries out operations after a while, closes what has expired and renews
// what renews itself. It knows no clock but the one it is given.
#pragma once
#include "model/state.hpp"

#include <optional>
#include <vector>

namespace host {

// How long an operation stays to do, and then under way.
inline constexpr std::int64_t begins_after_ms = 2'000;
inline constexpr std::int64_t done_after_ms   = 3'000;

// An automatic renewal begins so many days before the expiry.
inline constexpr std::int32_t renews_before_days = 7;

class Host {
public:
    struct Done {
        bool                          changed = false;  // a row
        std::vector<model::Operation> failed  = {};
    };

    // Does all that is due at `now`, each thing with the moment at which it was due.
    Done step(model::State&, base::Instant now);

    // When step() has something to do next, as far as the rows show it; nothing when never. Requires that step()
    // was called for `now`.
    std::optional<base::Instant> next_event_at(const model::State&, base::Instant now) const;

private:
    // Closes what has expired and renews what renews itself: once a day, and where rows were touched since.
    void make_round(model::State&, base::Instant now, Done&);

    // What the round last saw.
    base::Date    round_on_;
    std::uint64_t round_revision_ = 0;
};

}  // namespace host
