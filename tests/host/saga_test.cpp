// Trades between three accounts with two devices each, over a network that loses, repeats and delays.
#include "kit/accounts.hpp"
#include "model/properties.hpp"

using namespace saga;

namespace {

// The number of accounts that each service is in.
std::map<std::string, int> places(const World& world)
{
    std::map<std::string, int> found;
    for (const auto& [id, one] : world.accounts)
        for (const Service& service : one.state.services) ++found[service.id.value];
    return found;
}

}  // namespace

TEST_CASE(
    "over lost, repeated and late events no service is lost or in two accounts, and both sides of a trade end alike")
{
    play_sequences(250, [](Random& random) {
        World world;
        for (int step = 0; step < 120; ++step) {
            auto&      one    = world.one_of(random);
            const auto device = static_cast<std::size_t>(random.below(2));
            switch (random.below(9)) {
            case 0: {
                const auto service = random_row(random, one.state.services);
                world.asks(one,
                           StartTrade{{service.id.value}, world.any_id(random), "other@example.org", "", "Sold.", true},
                           device);
                break;
            }
            case 1:
            case 2: {
                const auto trade = random_row(random, one.state.trades);
                const bool owner = trade.from.value == one.id;
                world.asks(one, AnswerTrade{trade.id, owner ? Side::owner : Side::recipient, !random.once_in(6)});
                break;
            }
            case 3:
                if (random.once_in(4)) world.asks(one, CancelTrade{random_row(random, one.state.trades).id}, device);
                break;
            default: world.goes_on(random); break;
            }
            for (const auto& [service, times] : places(world)) REQUIRE(times == 1);
        }
        world.comes_to_rest();
        const auto rest = places(world);
        REQUIRE(rest.size() == 9);
        for (const auto& [service, times] : rest) REQUIRE(times == 1);
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
    auto&      seller   = world.accounts.at("C-000001");
    auto&      buyer    = world.accounts.at("C-000002");
    const auto id       = [&] { return seller.state.trades.row(0).id; };
    const auto deliver  = [&] { world.all_arrives(); };
    const auto ten_days = [&] { world.now = base::ms_after(world.now, 10 * base::ms_per_day); };
    world.does(seller, StartTrade{{"d1-0"}, "C-000002", "other@example.org", "", "Sold.", true});
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
        world.does(seller, AnswerTrade{id(), Side::owner, true});
        world.does(buyer, AnswerTrade{id(), Side::recipient, true});
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
