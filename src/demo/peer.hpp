// The demo's peer: settles commands and runs the company (demo/company.hpp) in this page, on the confirmed rows, with a clock
// that can be moved ahead.
#pragma once
#include "demo/account.hpp"
#include "demo/catalogue.hpp"
#include "demo/clock.hpp"
#include "demo/company.hpp"
#include "exchange/peer.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demo {

// The peer's dependencies.
struct Outside {
    // Calls the function once, after the delay, and never before `later` returns.
    std::function<void(std::int64_t delay_ms, std::function<void()>)> later;
    // The rows from which questions are answered, as they are when the answer is given.
    std::function<const model::State&()> shown;
    // Creates the initial account.
    std::function<model::State(model::Day today)> account = demo::account;
    // Must outlive the peer.
    const model::Catalogue* catalogue = &demo::catalogue();
};

class Peer final : public exchange::Peer {
public:
    // The delay before a question is answered.
    static constexpr std::int64_t answers_after_ms = 400;

    // Rows read between two checks whether the time is used up.
    static constexpr std::uint32_t rows_at_once = 20'000;

    explicit Peer(Outside);

    // The caller must tell the store: Store::change_peer.
    Clock& clock() { return clock_; }

    const model::Catalogue& catalogue() const override { return *outside_.catalogue; }
    model::State            first_account(base::Date today) override { return outside_.account({today, catalogue()}); }
    exchange::Kept          kept() const override;
    exchange::Kept          kept_with_another(const model::State& another) const override;
    void                    resume(const exchange::Kept&) override;

    base::Instant hosts_time(base::Instant here) override;
    base::Instant time_here(base::Instant hosts) const override { return clock_.here(hosts); }

    void set_online(bool online) override { online_ = online; }

    // Settles the command before it returns; while time stands, nothing is settled or due, and nobody answers.
    void settle(exchange::Confirmed, const std::string& device, const model::Mutation&, base::Instant now) override;
    void press(std::uint64_t number, model::Command) override;
    exchange::Pulled             pull(exchange::Confirmed, base::Instant now, const exchange::Spent&) override;
    std::optional<base::Instant> next_pull_at() const override;

    exchange::Asked ask(exchange::Question, exchange::Answered) override;

private:
    struct Pending;

    exchange::Kept kept_words(base::Instant seen) const;

    Outside                                               outside_;
    Clock                                                 clock_;
    bool                                                  time_stands_ = false;
    Company                                               company_;
    std::optional<base::Instant>                          next_pull_at_;
    std::vector<std::pair<std::uint64_t, model::Command>> pressed_;  // links that wait for pull()
    bool                                                  online_ = true;
    std::shared_ptr<bool> lives_ = std::make_shared<bool>(true);  // answers may arrive after its end
};

}  // namespace demo
