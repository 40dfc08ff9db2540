#include "demo/peer.hpp"

#include "demo/desk.hpp"
#include "exchange/settle.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

namespace demo {
namespace {

constexpr std::string_view offset_word = "clock_offset_ms=", round_word = "last_round=";

}  // namespace

// Destroyed when nobody waits for the answer any more.
struct Peer::Pending {
    exchange::Question question;
    exchange::Answered answered;
    ~Pending() { wipe(question); }
};

Peer::Peer(Outside outside) : outside_(std::move(outside)), company_(catalogue()) {}

exchange::Kept Peer::kept() const
{
    auto kept = kept_with_another();
    if (is_set(company_.last_round())) kept.push_back(std::string(round_word) + base::to_iso(company_.last_round()));
    return kept;
}

exchange::Kept Peer::kept_with_another() const
{
    if (clock_.offset_ms == 0) return {};
    return {std::string(offset_word) + std::to_string(clock_.offset_ms)};
}

void Peer::resume(const exchange::Kept& kept)
{
    clock_ = {};
    pressed_.clear();
    base::Date last_round;
    for (const std::string_view word : kept) {
        if (word.starts_with(offset_word))
            std::from_chars(word.data() + offset_word.size(), word.data() + word.size(), clock_.offset_ms);
        if (word.starts_with(round_word))
            last_round = base::parse_date(word.substr(round_word.size())).value_or(base::Date());
    }
    company_ = Company(catalogue());  // it has not seen these rows, nor their last processed day
    company_.resume(last_round);
}

void Peer::settle(exchange::Confirmed confirmed, const std::string& device, const model::Mutation& mutation,
                  base::Instant now)
{
    // Commands come only from this outbox: a missing number was lost with the disk, so skip it. A backend must never do this.
    if (mutation.seq > 0) confirmed.ledger.skip(device, mutation.seq - 1);
    exchange::settle(confirmed.rows, confirmed.ledger, {device, {mutation}}, now, catalogue());
}

void Peer::press(std::uint64_t number, model::Command command) { pressed_.emplace_back(number, std::move(command)); }

exchange::Pulled Peer::pull(exchange::Confirmed confirmed, base::Instant now, const exchange::Spent& spent)
{
    exchange::Pulled pulled;
    for (const auto& [number, command] : std::exchange(pressed_, {}))
        pulled.pressed.push_back({number, company_.press(confirmed.rows, command, now)});
    do {
        auto done   = company_.step(confirmed.rows, now, rows_at_once);
        pulled.more = done.more;
        pulled.failed.insert(pulled.failed.end(), std::make_move_iterator(done.failed.begin()),
                             std::make_move_iterator(done.failed.end()));
    } while (pulled.more && !spent());
    next_pull_at_ = pulled.more ? now : company_.next_event_at(confirmed.rows, now);
    if (pulled.more && is_set(company_.last_round()))
        pulled.days_left = std::max(0, base::days_between(company_.last_round(), base::paris_day(now)));
    return pulled;
}

exchange::Asked Peer::ask(exchange::Question question, exchange::Answered answered)
{
    auto pending      = std::make_shared<Pending>();
    pending->question = std::move(question);
    pending->answered = std::move(answered);
    outside_.later(answers_after_ms, [this, lives = std::weak_ptr(lives_), waits = std::weak_ptr(pending)] {
        const auto still = waits.lock();
        if (!still || lives.expired()) return;
        if (online_) still->answered(answer(still->question, outside_.shown()));
        else still->answered(exchange::Offline{});
    });
    return pending;
}

}  // namespace demo
