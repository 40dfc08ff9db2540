// Three accounts with two devices each, and a network between the accounts that loses, repeats and delays their
// messages.
#pragma once
#include "demo/catalogue.hpp"
#include "exchange/settle.hpp"
#include "host/host.hpp"
#include "kit/random.hpp"
#include "model/account.hpp"
#include "model/events.hpp"

#include <deque>
#include <map>
#include <set>

namespace saga {

using namespace account;

struct Device {
    std::string           name;
    std::uint64_t         last   = 0;
    std::vector<Mutation> outbox = {};
};

struct Account {
    std::string           id;
    State                 state;
    exchange::Ledger      ledger;
    Device                devices[2];
    host::Host            host{demo::catalogue()};
    std::set<std::string> letters;
};

struct Sent {
    AccountId to;
    Event     event;
};

struct World {
    std::map<std::string, Account> accounts;
    std::deque<Sent>               network;
    std::vector<Sent>              kept;  // messages sent again until their arrival is certain
    base::Instant                  now = noon(today);

    World()
    {
        for (const auto* id : {"C-000001", "C-000002", "C-000003"}) {
            auto& one           = accounts[id];
            one.id              = id;
            one.devices[0].name = std::string("phone-") + id;
            one.devices[1].name = std::string("laptop-") + id;
            change_profile(one.state, [&](Profile& me) {
                me.id        = {id};
                me.last_name = "Exemple", me.email = "one@example.fr", me.address = "1 rue", me.city = "Rennes",
                me.country = "FR";
            });
            for (int n = 0; n < 3; ++n) {
                const auto name = std::string(id).substr(7) + "-" + std::to_string(n);
                one.state.services.put(domain("d" + name, "exemple-" + name + ".fr", in(300)));
            }
        }
    }

    Account& one_of(Random& random)
    {
        auto at = accounts.begin();
        std::advance(at, random.below(3));
        return at->second;
    }
    static std::string any_id(Random& random)
    {
        static constexpr const char* ids[] = {"C-000001", "C-000002", "C-000003"};
        return random.one_of(ids);
    }

    // A link takes effect at once; any other command waits in the device's outbox until it is online.
    void asks(Account& one, const Command& command, std::size_t device = 0)
    {
        if (who(command, Actor{})) {
            auto&      from = one.devices[device];
            const auto seq  = ++from.last;
            from.outbox.push_back({seq, from.name + "." + std::to_string(seq), now, command});
            return;
        }
        const Context context{now, "link", demo::catalogue(), {.kind = Actor::Kind::link}};
        if (check(one.state, command, context).none()) perform(one.state, command, context);
    }
    void comes_on_line(Account& one, std::size_t device, bool answer_is_lost = false)
    {
        auto&      from    = one.devices[device];
        const auto outcome = settle(one.state, one.ledger, {from.name, from.outbox}, now, demo::catalogue());
        if (answer_is_lost) return;
        std::erase_if(from.outbox, [&](const Mutation& sent) { return sent.seq <= outcome.through; });
    }
    void does(Account& one, const Command& command)
    {
        asks(one, command);
        comes_on_line(one, 0);
    }

    // Runs the due work of an account's company.
    void works(Account& one)
    {
        auto budget = host::no_limit;
        for (const auto& effect : one.host.step(one.state, now, budget).effects) {
            if (const auto* letter = std::get_if<host::SendLetter>(&effect)) one.letters.insert(letter->name);
            const auto* deliver = std::get_if<host::Deliver>(&effect);
            if (!deliver) continue;
            network.push_back({deliver->to, deliver->event});
            kept.push_back(network.back());
        }
    }

    void take(const Sent& one)
    {
        const Context context{now, "arrival", demo::catalogue(), {.kind = Actor::Kind::host}};
        if (const auto to = accounts.find(one.to.value); to != accounts.end())
            take_in(to->second.state, one.event, context);
    }
    void arrives(Random& random)
    {
        if (network.empty()) return;
        const auto at  = static_cast<std::ptrdiff_t>(random.below(static_cast<int>(network.size())));
        const auto one = network[static_cast<std::size_t>(at)];
        if (!random.once_in(4)) network.erase(network.begin() + at);  // else it is delivered again later
        if (random.once_in(4)) return;                                // lost
        take(one);
    }
    void all_arrives()
    {
        while (!network.empty()) {
            const auto one = network.front();
            network.pop_front();
            take(one);
        }
    }

    // Everything except the customers' commands.
    void goes_on(Random& random)
    {
        auto& one = one_of(random);
        switch (random.below(6)) {
        case 0:
            if (random.once_in(3)) now = base::ms_after(now, random.from(1, 6) * base::ms_per_day);
            break;
        case 1:  comes_on_line(one, static_cast<std::size_t>(random.below(2)), random.once_in(3)); break;
        case 2:
        case 3:  arrives(random); break;
        default: works(one); break;
        }
    }
    // Delivers all messages again until nothing changes, also weeks later.
    void comes_to_rest()
    {
        for (auto& [id, one] : accounts)
            for (std::size_t device : {0U, 1U}) comes_on_line(one, device);
        bool weeks_later = false;
        for (int round = 0; round < 100; ++round) {
            const auto before = revisions();
            for (auto& [id, one] : accounts) works(one);
            const auto again = kept;
            for (const auto& sent : again) take(sent);
            if (revisions() != before) continue;
            if (weeks_later) return;
            weeks_later = true;
            now         = base::ms_after(now, 20 * base::ms_per_day);
        }
        FAIL("the accounts never come to rest");
    }

private:
    std::uint64_t revisions() const
    {
        std::uint64_t sum = 0;
        for (const auto& [id, one] : accounts)
            for_each_table(one.state, [&](std::string_view, const auto& table) { sum += table.revision(); });
        return sum;
    }
};

}  // namespace saga
