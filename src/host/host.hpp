// The hosting company's own rules: what it does when something falls due or was answered. It closes what has expired, announces
// and charges renewals, issues invoices, writes to people. It invents no answer and waits for no timer: what others must do
// leaves as an effect. It knows no clock but the one it is given. One account, one thread at a time.
#pragma once
#include "host/effects.hpp"
#include "model/command.hpp"
#include "table/due_index.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

namespace host {

inline constexpr std::uint32_t no_limit = std::numeric_limits<std::uint32_t>::max();

class Host {
public:
    // What it sells by. The catalogue outlives it.
    explicit Host(const model::Catalogue& catalogue) : catalogue_(&catalogue) {}

    // Sees what has changed in the account: before next_due() and step(). Looks at no more rows than `budget`, which it takes
    // off it; false: it wants to go on. Always of the same account, or of a copy of it.
    bool follow(const model::State&, base::Instant now, std::uint32_t& budget);

    // The earliest moment at which something is due, be it past; nothing while nothing ever is. Requires that follow() is
    // through.
    std::optional<base::Instant> next_due() const;

    // Does all that is due at `now`, the earliest first, as of now. Whoever has missed days calls it for each moment that
    // next_due() names. Done::more tells that the budget is spent.
    Done step(model::State&, base::Instant now, std::uint32_t& budget);

    // Carries out a command of somebody else than the owner: an answer from outside, a link that was pressed; and what the
    // company makes of it. Requires that check() found nothing.
    Done answer(model::State&, const model::Command&, const model::Context&);

    // The day up to which the services were gone through; not set before the first step. What an earlier page's host has
    // seen is not gone through again.
    base::Date last_round() const { return round_on_; }
    void       resume(base::Date last_round) { round_on_ = last_round; }

private:
    void look_after(model::State&, const table::DueIndex&, std::uint32_t row, const model::Context&, Done&);

    static constexpr std::int64_t horizon_ms = 40 * base::ms_per_day;

    const model::Catalogue* catalogue_;

    base::Date      round_on_;
    base::Date      letters_on_;        // the day that these are counted of
    int             letters_left_ = 0;  // about services
    table::DueIndex services_{horizon_ms}, operations_{horizon_ms}, carts_{horizon_ms}, transfers_{horizon_ms},
        trades_{horizon_ms}, grants_{horizon_ms};

    // Of what is due at one moment, what was asked for comes before what the day brings.
    std::array<table::DueIndex*, 6> indexes()
    {
        return {&operations_, &transfers_, &trades_, &carts_, &services_, &grants_};
    }
    std::array<const table::DueIndex*, 6> indexes() const
    {
        return {&operations_, &transfers_, &trades_, &carts_, &services_, &grants_};
    }
};

}  // namespace host
