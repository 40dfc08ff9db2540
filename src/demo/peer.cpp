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

// `seen`: the last time known, to the hour, so that it is not stored at each change.
constexpr std::string_view offset_word = "clock_offset_ms=", round_word = "last_round=", seen_word = "seen_hour=";

// What is stored may be damaged.
constexpr std::int64_t most_ms = 1000 * 366 * base::ms_per_day;

std::int64_t number_in(std::string_view word, std::string_view name)
{
    std::int64_t number = 0;
    std::from_chars(word.data() + name.size(), word.data() + word.size(), number);
    return number;
}

template <class Row>
base::Instant newest(const table::Table<Row>& rows, base::Instant Row::* at)
{
    base::Instant found;
    for (const auto& row : rows) found = std::max(found, row.*at);
    return found;
}

// The time at which something last happened in the account.
base::Instant last_moment(const model::State& account)
{
    return std::max(
        {newest(account.operations, &model::Operation::changed_at),
         newest(account.transfers, &model::Transfer::changed_at), newest(account.trades, &model::Trade::changed_at),
         newest(account.carts, &model::Cart::saved_at), newest(account.orders, &model::PurchaseOrder::changed_at),
         newest(account.invoices, &model::Invoice::issued_at), newest(account.grants, &model::Grant::changed_at),
         newest(account.posts, &model::Post::at), newest(account.messages, &model::Message::sent_at)});
}

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
    auto kept = kept_words(clock_.known());
    if (is_set(company_.last_round())) kept.push_back(std::string(round_word) + base::to_iso(company_.last_round()));
    return kept;
}

// The other account is of the time when something last happened in it, or of today if it says that it comes from the future.
exchange::Kept Peer::kept_with_another(const model::State& another) const
{
    const auto last = last_moment(another);
    return kept_words(is_set(last) ? std::min(base::ms_after(last, clock_.offset_ms()), clock_.known())
                                   : clock_.known());
}

exchange::Kept Peer::kept_words(base::Instant seen) const
{
    exchange::Kept kept;
    if (clock_.offset_ms() != 0) kept.push_back(std::string(offset_word) + std::to_string(clock_.offset_ms()));
    if (is_set(seen)) kept.push_back(std::string(seen_word) + std::to_string(seen.ms / base::ms_per_hour));
    return kept;
}

base::Instant Peer::hosts_time(base::Instant here)
{
    time_stands_ = clock_.doubts(here);
    return clock_.now(here);
}

void Peer::resume(const exchange::Kept& kept)
{
    pressed_.clear();
    base::Date   last_round;
    std::int64_t offset_ms = 0, seen_hour = 0;
    for (const std::string_view word : kept) {
        if (word.starts_with(offset_word)) offset_ms = number_in(word, offset_word);
        if (word.starts_with(seen_word)) seen_hour = number_in(word, seen_word);
        if (word.starts_with(round_word))
            last_round = base::parse_date(word.substr(round_word.size())).value_or(base::Date());
    }
    base::Instant seen{std::clamp<std::int64_t>(seen_hour, 0, most_ms / base::ms_per_hour) * base::ms_per_hour};
    if (is_set(last_round)) seen = std::max(seen, base::paris_midnight(last_round));
    clock_.resume(std::clamp<std::int64_t>(offset_ms, 0, most_ms), seen);
    company_ = Company(catalogue());  // it has not seen these rows, nor their last processed day
    company_.resume(last_round);
}

void Peer::settle(exchange::Confirmed confirmed, const std::string& device, const model::Mutation& mutation,
                  base::Instant now)
{
    if (time_stands_) return;
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
    if (time_stands_) return pulled;
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

std::optional<base::Instant> Peer::next_pull_at() const
{
    if (!pressed_.empty()) return base::Instant{};
    return time_stands_ ? std::nullopt : next_pull_at_;
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
