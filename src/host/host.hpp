// The hosting company's own rules: what it does when something falls due or is answered. It closes what has expired, announces
// and charges renewals, issues invoices, writes to people. What others must do leaves as an effect; answers come from outside.
// Uses no clock and no timer, only the time passed in. One account, one thread at a time.
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
    // Requires that the catalogue outlives the host.
    explicit Host(const model::Catalogue& catalogue) : catalogue_(&catalogue) {}

    // Updates the due dates from the account's changes; call before next_due() and step(). Reads at most `budget` rows and
    // subtracts them from it; false if more remain. Always call with the same account, or a copy of it.
    bool follow(const model::State&, base::Instant now, std::uint32_t& budget);

    // The earliest moment at which something is due, possibly in the past; nothing if nothing is. Requires that follow()
    // returned true.
    std::optional<base::Instant> next_due() const;

    // Does everything that is due by `now`, earliest first, with `now` as the time. To catch up on missed days, call it for
    // each moment that next_due() returns. Done::more: the budget is used up.
    Done step(model::State&, base::Instant now, std::uint32_t& budget);

    // Performs a command from someone other than the owner (an answer from outside, a followed link), and its consequences.
    // Requires that check() found nothing.
    Done answer(model::State&, const model::Command&, const model::Context&);

    // The day up to which services have been processed; not set before the first step. resume() restores it, so that a new host
    // does not process those days again.
    base::Date last_round() const { return round_on_; }
    void       resume(base::Date last_round) { round_on_ = last_round; }

private:
    void look_after(model::State&, const table::DueIndex&, std::uint32_t row, const model::Context&, Done&);

    static constexpr std::int64_t horizon_ms = 40 * base::ms_per_day;

    const model::Catalogue* catalogue_;

    base::Date      round_on_;
    base::Date      letters_on_;        // the day to which letters_left_ belongs
    int             letters_left_ = 0;  // letters about services that may still be sent that day
    table::DueIndex services_{horizon_ms}, operations_{horizon_ms}, carts_{horizon_ms}, transfers_{horizon_ms},
        trades_{horizon_ms}, grants_{horizon_ms};

    // Priority among items due at the same moment: requests before what follows from the date.
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
