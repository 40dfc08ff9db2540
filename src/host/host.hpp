// The simulated hosting company: it carries out what was asked for after a while, makes its round once a day, closing what
// has expired and renewing what renews itself, and writes to the customer. It knows no clock but the one it is given.
#pragma once
#include "model/state.hpp"

#include <optional>
#include <vector>

namespace host {

// How long an operation stays to do, and then under way.
inline constexpr std::int64_t begins_after_ms = 2'000;
inline constexpr std::int64_t done_after_ms   = 3'000;

class Host {
public:
    struct Done {
        bool                          changed = false;  // a row
        std::vector<model::Operation> failed  = {};
    };

    // Does all that is due at `now`, each thing with the moment at which it was due; the rounds of days that went by
    // meanwhile too, one by one.
    Done step(model::State&, base::Instant now);

    // The day of the last round; not set before the first. An earlier page's host has made it where that is known: what
    // that one saw is not gone through again on the same day.
    base::Date last_round() const { return round_on_; }
    void       resume(base::Date last_round)
    {
        round_on_ = last_round;
        resumes_  = is_set(last_round);
    }

    // When step() has something to do next, as far as the rows show it; nothing when never. Requires that step()
    // was called for `now`.
    std::optional<base::Instant> next_event_at(const model::State&, base::Instant now) const;

private:
    void advance(model::State&, base::Instant now, Done&);
    // Once a day, and where rows were touched since.
    void make_round(model::State&, base::Instant now, Done&);

    // What the round last saw.
    base::Date    round_on_;
    std::uint64_t round_revision_ = 0;
    bool          resumes_        = false;
};

}  // namespace host
