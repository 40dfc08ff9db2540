// The demo's host with the world around it: the company's own rules (host::Host), and the invented answers of all that it asks.
// One account, one thread at a time.
#pragma once
#include "host/host.hpp"
#include "table/due_index.hpp"

#include <optional>
#include <vector>

namespace demo {

class Company {
public:
    // The catalogue outlives it.
    explicit Company(const model::Catalogue& catalogue) : catalogue_(&catalogue), host_(catalogue) {}

    struct Done {
        bool                          changed = false;  // a row
        bool                          more    = false;  // the budget is spent, and more is due
        std::vector<model::Operation> failed  = {};
    };

    // Does all that is due at `now`, days that went by meanwhile one after the other. Looks at no more than about `budget` rows.
    Done step(model::State&, base::Instant now, std::uint32_t budget = host::no_limit);

    // A link of a letter was pressed. Why not; nothing when it was carried out.
    base::Problems press(model::State&, const model::Command&, base::Instant now);

    base::Date last_round() const { return host_.last_round(); }
    void       resume(base::Date last_round) { host_.resume(last_round); }

    // When step() has something to do next; nothing when never. Requires that it was through for `now`. A day that begins
    // counts: what the screen says of dates is another then.
    std::optional<base::Instant> next_event_at(const model::State&, base::Instant now) const;

private:
    bool                        follow(model::State&, base::Instant now, std::uint32_t& budget);
    std::optional<std::int64_t> next_answer_at() const;
    void                        answer_first(model::State&, base::Instant now, Done&);
    void                        take(model::State&, host::Done, base::Instant now, Done&);
    void                        say(model::State&, const model::Command&, base::Instant now, Done&);

    static constexpr std::int64_t horizon_ms = 40 * base::ms_per_day;

    const model::Catalogue* catalogue_;

    host::Host      host_;
    base::Instant   seen_;  // how far the days are gone through; not set before the first step
    table::DueIndex operations_{horizon_ms}, transfers_{horizon_ms}, carts_{horizon_ms}, orders_{horizon_ms},
        trades_{horizon_ms}, grants_{horizon_ms};
};

}  // namespace demo
