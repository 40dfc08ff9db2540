#include "demo/company.hpp"

#include "demo/mailbox.hpp"
#include "demo/outside.hpp"

#include <algorithm>
#include <utility>

namespace demo {
namespace {

using namespace model;

const Actor the_host{.kind = Actor::Kind::host};

}  // namespace

bool Company::follow(State& state, base::Instant now, std::uint32_t& budget)
{
    bool all = operations_.follow(state.operations.rows(), now.ms, budget,
                                  [&](std::uint32_t row) { return operation_answered_at(state, row); });
    all &= transfers_.follow(state.transfers.rows(), now.ms, budget,
                             [&](std::uint32_t row) { return transfer_answered_at(state, row); });
    all &= carts_.follow(state.carts.rows(), now.ms, budget,
                         [&](std::uint32_t row) { return payment_answered_at(state, row); });
    all &= orders_.follow(state.orders.rows(), now.ms, budget,
                          [&](std::uint32_t row) { return order_goes_on_at(state, row); });
    all &= trades_.follow(state.trades.rows(), now.ms, budget,
                          [&](std::uint32_t row) { return other_side_acts_at(state, row); });
    all &= grants_.follow(state.grants.rows(), now.ms, budget,
                          [&](std::uint32_t row) { return other_side_answers_at(state, row); });
    return all;
}

std::optional<std::int64_t> Company::next_answer_at() const
{
    std::optional<std::int64_t> next;
    for (const auto* index : {&operations_, &transfers_, &carts_, &orders_, &trades_, &grants_})
        if (const auto at = index->next(); at && (!next || *at < *next)) next = at;
    return next;
}

void Company::take(State& state, host::Done from, base::Instant now, Done& done)
{
    done.changed |= from.changed;
    // Questions to others are answered later, from their rows. Here letters go to the mailbox, and the other account hears of
    // events.
    for (const auto& effect : from.effects) {
        if (const auto* letter = std::get_if<host::SendLetter>(&effect)) done.changed |= post(state, *letter);
        if (const auto* event = std::get_if<host::Deliver>(&effect)) other_side_hears(state, event->event, now);
    }
}

void Company::say(State& state, const Command& answer, base::Instant now, Done& done)
{
    const Context context{now, "answer", *catalogue_, the_host};
    if (!check(state, answer, context).none()) return;
    take(state, host_.answer(state, answer, context), now, done);
}

// Gives one of the earliest answers that are due.
void Company::answer_first(State& state, base::Instant now, Done& done)
{
    const auto first  = *next_answer_at();
    const auto row_of = [&](table::DueIndex& index) -> std::optional<std::uint32_t> {
        return index.next() == first ? index.take(now.ms) : std::nullopt;
    };
    // `now` is when the answer was due. A row may have changed since it was indexed: check again that it still waits.
    const auto is_due = [&](std::optional<std::int64_t> at) { return at && *at <= now.ms; };
    if (const auto row = row_of(operations_)) {
        if (*row >= state.operations.size() || !is_due(operation_answered_at(state, *row))) return;
        const auto id = state.operations.row(*row).id;
        say(state, answer_to(state.operations.row(*row)), now, done);
        if (auto after = state.operations.get(id); after && after->state == OperationState::error)
            done.failed.push_back(std::move(*after));
    } else if (const auto transfer = row_of(transfers_)) {
        if (*transfer < state.transfers.size() && is_due(transfer_answered_at(state, *transfer)))
            say(state, answer_to(state.transfers.row(*transfer)), now, done);
    } else if (const auto cart = row_of(carts_)) {
        if (*cart < state.carts.size() && is_due(payment_answered_at(state, *cart)))
            say(state, answer_to(state, state.carts.row(*cart), base::paris_day(now)), now, done);
    } else if (const auto order = row_of(orders_)) {
        if (*order < state.orders.size() && is_due(order_goes_on_at(state, *order)))
            say(state, answer_to(state.orders.row(*order)), now, done);
    } else if (const auto grant = row_of(grants_)) {
        if (*grant >= state.grants.size() || !is_due(other_side_answers_at(state, *grant))) return;
        other_side_answers(state, state.grants.row(*grant), {now, "others", *catalogue_, the_host});
        done.changed = true;
    } else if (const auto trade = row_of(trades_)) {
        if (*trade >= state.trades.size() || !is_due(other_side_acts_at(state, *trade))) return;
        other_side_acts(state, state.trades.row(*trade), {now, "others", *catalogue_, the_host});
        done.changed = true;
    }
}

Company::Done Company::step(State& state, base::Instant now, std::uint32_t budget)
{
    Done done;
    // Work on missed days is done as of its due date; work that turns out to have been due before `seen_`, as of `seen_`.
    if (seen_.ms == 0) seen_ = is_set(last_round()) ? std::min(now, base::paris_midnight(last_round())) : now;
    for (;;) {
        if (!follow(state, now, budget) || !host_.follow(state, now, budget)) {
            done.more = true;
            return done;
        }
        auto answer = next_answer_at();
        auto due    = host_.next_due();
        if (answer && *answer > now.ms) answer.reset();
        if (due && now < *due) due.reset();
        // 1. What falls due before the next answer.
        if (!answer || (due && due->ms <= *answer)) {
            const auto at     = std::max(due.value_or(now), seen_);
            auto       worked = host_.step(state, at, budget);
            seen_             = at;
            done.more         = worked.more;
            take(state, std::move(worked), at, done);
            if (done.more || (!due && !answer)) return done;
            continue;
        }
        // 2. The answer.
        if (budget == 0) {
            done.more = true;
            return done;
        }
        --budget;
        seen_ = std::max(seen_, base::Instant{*answer});
        answer_first(state, seen_, done);
    }
}

base::Problems Company::press(State& state, const Command& command, base::Instant now)
{
    const Context context{now, "link", *catalogue_, {.kind = Actor::Kind::link}};
    auto          problems = check(state, command, context);
    if (!problems.none()) return problems;
    Done done;
    if (const auto* answer = std::get_if<AnswerTrade>(&command); answer && is_of_other_side(state, *answer))
        take_in(state, other_side_says(state, *answer), context);
    else take(state, host_.answer(state, command, context), now, done);
    return problems;
}

std::optional<base::Instant> Company::next_event_at(const State& state, base::Instant now) const
{
    auto       next     = host_.next_due();
    const auto consider = [&](base::Instant at) {
        if (!next || at < *next) next = at;
    };
    if (const auto answer = next_answer_at()) consider({*answer});
    if (!state.services.empty()) consider(base::paris_midnight(base::days_after(base::paris_day(now), 1)));
    return next;
}

}  // namespace demo
