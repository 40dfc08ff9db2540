// Three accounts that sell services to each other, over a network that loses, repeats and delays what they tell: whatever happens,
// no service is lost or there twice, and in the end both sides of each trade say the same.
#include "host/host.hpp"
#include "model/properties.hpp"

#include <deque>
#include <set>

using namespace account;

namespace {

struct Account {
    State                 state;
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
    std::vector<Sent>              kept;  // until they are certain to have arrived: they are sent again
    base::Instant                  now = noon(today);
    int                            seq = 0;

    World()
    {
        for (const auto* id : {"C-000001", "C-000002", "C-000003"}) {
            auto& one = accounts[id];
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

    Day day() const { return as_day(base::paris_day(now)); }

    void take(const std::vector<host::Effect>& effects, Account& of)
    {
        for (const auto& effect : effects) {
            if (const auto* letter = std::get_if<host::SendLetter>(&effect)) of.letters.insert(letter->name);
            const auto* deliver = std::get_if<host::Deliver>(&effect);
            if (!deliver) continue;
            network.push_back({deliver->to, deliver->event});
            kept.push_back(network.back());
        }
    }
    Context on_arrival() const { return {now, "arrival", demo::catalogue(), {.kind = Actor::Kind::host}}; }

    void works(Account& one)
    {
        auto budget = host::no_limit;
        take(one.host.step(one.state, now, budget).effects, one);
    }
    void asks(Account& one, const Command& command)
    {
        const auto seed = "phone" + std::to_string(accounts.size()) + "." + std::to_string(++seq);
        for (const auto kind : {Actor::Kind::owner, Actor::Kind::link}) {
            const Context context{now, seed, demo::catalogue(), {.kind = kind}};
            if (!check(one.state, command, context).none()) continue;
            perform(one.state, command, context);
            break;
        }
    }
    void arrives(Random& random)
    {
        if (network.empty()) return;
        const auto at  = static_cast<std::ptrdiff_t>(random.below(static_cast<int>(network.size())));
        const auto one = network[static_cast<std::size_t>(at)];
        if (!random.once_in(4)) network.erase(network.begin() + at);  // else it comes once more
        if (random.once_in(4)) return;                                // lost on the way
        if (const auto to = accounts.find(one.to.value); to != accounts.end())
            take_in(to->second.state, one.event, on_arrival());
    }
    // All that was ever told is told again, until nothing changes any more.
    void comes_to_rest()
    {
        for (int round = 0; round < 60; ++round) {
            for (auto& [id, one] : accounts) works(one);
            const auto again = kept;
            for (const auto& sent : again)
                if (const auto to = accounts.find(sent.to.value); to != accounts.end())
                    take_in(to->second.state, sent.event, on_arrival());
            if (round == 30) now = base::ms_after(now, 20 * base::ms_per_day);
        }
    }

    // Where each service is: in an account, or on its way out of one.
    std::map<std::string, int> places() const
    {
        std::map<std::string, int> found;
        for (const auto& [id, one] : accounts)
            for (const Service& service : one.state.services) ++found[service.id.value];
        return found;
    }
};

}  // namespace

TEST_CASE(
    "over lost, repeated and late events no service is lost or in two accounts, and both sides of a trade end alike")
{
    play_sequences(400, [](Random& random) {
        World world;
        for (int step = 0; step < 120; ++step) {
            auto at = world.accounts.begin();
            std::advance(at, random.below(3));
            auto& one = at->second;
            switch (random.below(9)) {
            case 0: {
                const auto                   service = random_row(random, one.state.services);
                static constexpr const char* ids[]   = {"C-000001", "C-000002", "C-000003"};
                world.asks(one,
                           StartTrade{{service.id.value}, random.one_of(ids), "other@example.org", "", "Sold.", true});
                break;
            }
            case 1:
            case 2: {
                const auto trade = random_row(random, one.state.trades);
                const bool owner = trade.from.value == at->first;
                world.asks(one, AnswerTrade{trade.id, owner ? Side::owner : Side::recipient, !random.once_in(6)});
                break;
            }
            case 3:
                if (random.once_in(4)) world.asks(one, CancelTrade{random_row(random, one.state.trades).id});
                break;
            case 4:
                if (random.once_in(3)) world.now = base::ms_after(world.now, random.from(1, 6) * base::ms_per_day);
                break;
            case 5:
            case 6:  world.arrives(random); break;
            default: world.works(one); break;
            }
            for (const auto& [service, times] : world.places()) REQUIRE(times == 1);
        }
        world.comes_to_rest();
        const auto places = world.places();
        REQUIRE(places.size() == 9);
        for (const auto& [service, times] : places) REQUIRE(times == 1);
        for (const auto& [id, one] : world.accounts)
            for (const Trade& trade : one.state.trades) {
                CAPTURE(trade.id.value);
                CHECK_FALSE(is_open(trade.state));
                const auto& other = trade.from.value == id ? trade.to.value : trade.from.value;
                if (!world.accounts.contains(other)) continue;
                const auto theirs = world.accounts.at(other).state.trades.get(trade.id);
                if (!theirs) continue;
                CHECK((theirs->state == TradeState::done) == (trade.state == TradeState::done));
                if (trade.state != TradeState::done) continue;
                for (const auto& line : lines_of(one.state, trade.id))
                    if (trade.from.value == id) CHECK_FALSE(one.state.services.contains(line.service));
            }
    });
}

TEST_CASE("a trade can time out until the services are released, and not after")
{
    World      world;
    auto&      seller  = world.accounts.at("C-000001");
    auto&      buyer   = world.accounts.at("C-000002");
    const auto id      = [&] { return seller.state.trades.row(0).id; };
    const auto deliver = [&] {
        while (!world.network.empty()) {
            const auto one = world.network.front();
            world.network.pop_front();
            take_in(world.accounts.at(one.to.value).state, one.event, world.on_arrival());
        }
    };
    const auto ten_days = [&] { world.now = base::ms_after(world.now, 10 * base::ms_per_day); };
    world.asks(seller, StartTrade{{"d1-0"}, "C-000002", "other@example.org", "", "Sold.", true});
    world.works(seller);
    deliver();
    world.works(buyer);
    CHECK(seller.letters.size() == 1);
    CHECK(buyer.letters.size() == 1);

    SUBCASE("nobody answers")
    {
        ten_days(), ten_days();
        world.works(seller), world.works(buyer), deliver(), world.works(seller), world.works(buyer);
        CHECK(seller.state.trades.row(0).state == TradeState::expired);
        CHECK(buyer.state.trades.row(0).state == TradeState::expired);
        CHECK(seller.state.services.contains({"d1-0"}));
    }
    SUBCASE("released, and then the network is silent for weeks")
    {
        world.asks(seller, AnswerTrade{id(), Side::owner, true});
        world.asks(buyer, AnswerTrade{id(), Side::recipient, true});
        world.works(seller), world.works(buyer), deliver(), world.works(seller);
        CHECK_FALSE(seller.state.services.contains({"d1-0"}));
        ten_days(), ten_days(), ten_days();
        world.works(seller), world.works(buyer);
        CHECK(seller.state.trades.row(0).state == TradeState::executing);
        CHECK(is_open(buyer.state.trades.row(0).state));
        deliver(), world.works(buyer), deliver(), world.works(seller);
        CHECK(seller.state.trades.row(0).state == TradeState::done);
        CHECK(buyer.state.trades.row(0).state == TradeState::done);
        CHECK(buyer.state.services.get({"d1-0"})->account.value == "C-000002");
        CHECK_FALSE(buyer.state.services.get({"d1-0"})->auto_renew);
    }
}
