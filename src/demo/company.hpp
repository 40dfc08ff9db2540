// The demo's host with its environment: the company's own rules (host::Host), and invented answers to whatever it asks. One
// account, one thread at a time.
#pragma once
#include "host/host.hpp"
#include "table/due_index.hpp"

#include <optional>
#include <vector>

namespace demo {

class Company {
public:
    // Requires that the catalogue outlives the company.
    explicit Company(const model::Catalogue& catalogue) : catalogue_(&catalogue), host_(catalogue) {}

    struct Done {
        bool                          changed = false;  // a row has changed
        bool                          more    = false;  // the budget is used up and more is due
        std::vector<model::Operation> failed  = {};
    };

    // Does everything that is due by `now`, in order of time, also for missed days. Reads about `budget` rows at most.
    Done step(model::State&, base::Instant now, std::uint32_t budget = host::no_limit);

    // Carries out the command of a letter's link. Returns why it was refused; no problems if it was carried out.
    base::Problems press(model::State&, const model::Command&, base::Instant now);

    base::Date last_round() const { return host_.last_round(); }
    void       resume(base::Date last_round) { host_.resume(last_round); }

    // When step() has work next; nothing if never. Requires that step() was through for `now`. Includes the next midnight,
    // because dates on the screen change then.
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
    base::Instant   seen_;  // the time up to which everything is done; not set before the first step
    table::DueIndex operations_{horizon_ms}, transfers_{horizon_ms}, carts_{horizon_ms}, orders_{horizon_ms},
        trades_{horizon_ms}, grants_{horizon_ms};
};

}  // namespace demo
