// The demo's company with an account, a current time, and time steps.
#pragma once
#include "demo/company.hpp"
#include "model/account.hpp"

namespace account {

struct Company {
    State         state = small();
    demo::Company host{demo::catalogue()};
    base::Instant now = noon(today);

    Company()
    {
        auto me  = profile_of(state);
        me.id    = {"C-000001"};
        me.email = "me@example.fr";
        becomes(me);
        host.step(state, now);
    }
    void becomes(const Profile& me)
    {
        state.profile.clear();
        state.profile.put(me);
    }

    // Advances the time; true if anything has happened.
    bool after_ms(std::int64_t ms)
    {
        now = base::ms_after(now, ms);
        return host.step(state, now).changed;
    }
    bool    after_days(int days) { return after_ms(days * base::ms_per_day); }
    Day     day() const { return as_day(base::paris_day(now)); }
    Context context(std::string seed = "phone.1") const { return {now, std::move(seed), demo::catalogue()}; }

    template <class Command>
    void asks(const Command& command, const char* seed = "phone.1")
    {
        carry_out(state, command, context(seed));
    }
    // Presses a link of a letter.
    void presses(const Command& command) { REQUIRE(reasons(host.press(state, command, now)) == ""); }

    int letters(std::string_view subject) const
    {
        int count = 0;
        for (const Message& message : state.messages) count += message.subject.value == subject;
        return count;
    }
    Operation the_operation(const char* service)
    {
        const auto all = operations_of(state, ServiceId{service});
        REQUIRE(all.size() == 1);
        return all.front();
    }
    TransferStep step() const { return state.transfers.row(0).step; }
    TradeState   trade() const { return state.trades.row(0).state; }

    void begins_transfer(const char* name)
    {
        auto coming   = domain("t1", name, base::days_after(day(), 100));
        coming.status = Status::pending;
        state.services.put(coming);
        Transfer transfer;
        transfer.id         = {"transfer-1"};
        transfer.service    = {"t1"};
        transfer.started_at = now;
        enter_step(state, transfer, TransferStep::awaiting_payment, now);
    }
};

}  // namespace account
