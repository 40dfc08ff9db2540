#include "host/host.hpp"

#include "host/answers.hpp"
#include "host/deadlines.hpp"
#include "host/round.hpp"

#include <algorithm>

namespace host {

using namespace model;

bool Host::follow(const State& state, base::Instant now, std::uint32_t& budget)
{
    const auto today = base::paris_day(now);
    const Day  from{is_set(round_on_) ? std::min(round_on_, today) : today, *catalogue_};
    bool       all = operations_.follow(state.operations.rows(), now.ms, budget,
                                        [&](std::uint32_t row) { return operation_due(state, row); });
    all &= transfers_.follow(state.transfers.rows(), now.ms, budget,
                             [&](std::uint32_t row) { return transfer_due(state, row); });
    all &= trades_.follow(state.trades.rows(), now.ms, budget,
                          [&](std::uint32_t row) { return trade_due(state, row); });
    all &= grants_.follow(state.grants.rows(), now.ms, budget,
                          [&](std::uint32_t row) { return grant_due(state, row, now); });
    all &= carts_.follow(state.carts.rows(), now.ms, budget, [&](std::uint32_t row) { return cart_due(state, row); });
    all &= services_.follow(state.services.rows(), now.ms, budget,
                            [&](std::uint32_t row) { return service_due(state, row, from); });
    return all;
}

std::optional<base::Instant> Host::next_due() const
{
    std::optional<base::Instant> next;
    for (const auto* index : indexes())
        if (const auto at = index->next(); at && (!next || *at < next->ms)) next = base::Instant{*at};
    return next;
}

Done Host::step(State& state, base::Instant now, std::uint32_t& budget)
{
    Done          done;
    const Context context{now, "host", *catalogue_, {.kind = Actor::Kind::host}};
    for (;;) {
        if (!follow(state, now, budget)) {
            done.more = true;
            return done;
        }
        table::DueIndex* first = nullptr;
        for (auto* index : indexes())
            if (const auto next = index->next(); next && *next <= now.ms && (!first || *next < *first->next()))
                first = index;
        if (!first) break;
        if (budget == 0) {
            done.more = true;
            return done;
        }
        --budget;
        // No row: the index has reached its horizon; follow() will scan the table again.
        if (const auto row = first->take(now.ms)) look_after(state, *first, *row, context, done);
    }
    round_on_ = std::max(round_on_, base::paris_day(now));
    return done;
}

void Host::look_after(State& state, const table::DueIndex& index, std::uint32_t row, const Context& context, Done& done)
{
    const auto today = day_of(context);
    const Day  tomorrow{base::days_after(today, 1), context.catalogue};
    if (&index == &operations_ && row < state.operations.size())
        begin_operation(state, state.operations.row(row), context, done);
    if (&index == &transfers_ && row < state.transfers.size())
        look_after_transfer(state, state.transfers.row(row), context, done);
    if (&index == &trades_ && row < state.trades.size()) look_after_trade(state, state.trades.row(row), context, done);
    if (&index == &grants_ && row < state.grants.size()) look_after_grant(state, state.grants.row(row), context, done);
    if (&index == &carts_ && row < state.carts.size()) {
        look_after_cart(state, state.carts.row(row), context, done);
        // An obstacle of today may be gone tomorrow.
        if (row < state.carts.size())
            carts_.put(row, std::max(*cart_due(state, row), base::paris_midnight(tomorrow).ms));
    }
    if (&index == &services_ && row < state.services.size()) {
        if (letters_on_ != today) {
            letters_on_   = today;
            letters_left_ = most_letters_a_day;
        }
        look_after_service(state, state.services.row(row), context, letters_left_, done);
        services_.put(row, service_due(state, row, tomorrow));
    }
}

Done Host::answer(State& state, const Command& command, const Context& context)
{
    Done done;
    carry_out(state, command, context, done);
    return done;
}

}  // namespace host
