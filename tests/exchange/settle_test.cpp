#include "exchange/settle.hpp"
#include "model/account.hpp"

using namespace account;
using exchange::Ledger;
using exchange::Push;

// A backend, and devices that send their outboxes; the test controls the network.
struct World {
    State         state = small();
    Ledger        ledger;
    base::Instant now = noon(today);

    struct Device {
        std::string           name;
        std::vector<Mutation> outbox = {};

        void asks(Command command)
        {
            const auto seq = outbox.empty() ? 1 : outbox.back().seq + 1;
            outbox.push_back({seq, name + "." + std::to_string(seq), noon(today), std::move(command)});
        }
    };
    exchange::Outcome hears(const Device& device)
    {
        return settle(state, ledger, {device.name, device.outbox}, now, demo::catalogue());
    }
};

TEST_CASE("a command sent twice is carried out once")
{
    World         world;
    World::Device phone{"phone"};
    phone.asks(renewal(world.state, "d1"));

    CHECK(world.hears(phone).through == 1);
    const auto again = world.hears(phone);
    CHECK(again.through == 1);
    CHECK(again.refused.empty());
    CHECK_FALSE(again.changed);
    CHECK(world.state.operations.size() == 1);
}

TEST_CASE("a renewal asked for on two devices is bought once")
{
    World         world;
    World::Device phone{"phone"}, laptop{"laptop"};
    phone.asks(renewal(world.state, "d1"));
    laptop.asks(renewal(world.state, "d1"));

    CHECK(world.hears(phone).refused.empty());
    const auto answer = world.hears(laptop);
    REQUIRE(answer.refused.size() == 1);
    CHECK(reasons(answer.refused[0].problems) == "why.renewal_under_way");
    CHECK(world.state.operations.size() == 1);
}

TEST_CASE("a refused command is settled too, and does not block what comes after it")
{
    World         world;
    World::Device phone{"phone"};
    phone.asks(Describe{{"nobody"}, "a", ""});
    phone.asks(Describe{{"d1"}, "b", ""});
    const auto answer = world.hears(phone);
    CHECK(answer.through == 2);
    CHECK(answer.refused.size() == 1);
    CHECK(service(world.state, "d1").label == "b");
}

TEST_CASE("a push that is repeated because its answer was lost gets the same answer, refusals with their words")
{
    World         world;
    World::Device phone{"phone"};
    phone.asks(Describe{{"d1"}, std::string(81, 'x'), ""});
    phone.asks(SetAutoRenew{{"d1"}, true});

    const auto first = world.hears(phone);
    const auto again = world.hears(phone);
    REQUIRE(again.refused.size() == 1);
    CHECK(again.refused[0].seq == first.refused[0].seq);
    CHECK(again.refused[0].problems == first.refused[0].problems);
    CHECK(again.refused[0].problems.list[0].args == base::Args{std::int64_t{80}, std::int64_t{81}});
}

TEST_CASE("commands that arrive with a gap wait for the missing one")
{
    World         world;
    World::Device phone{"phone"};
    phone.asks(SetAutoRenew{{"d1"}, true});
    phone.asks(SetAutoRenew{{"d2"}, true});
    phone.asks(SetAutoRenew{{"h1"}, true});

    auto lossy = phone;
    lossy.outbox.erase(lossy.outbox.begin() + 1);
    CHECK(world.hears(lossy).through == 1);
    CHECK_FALSE(service(world.state, "h1").auto_renew);
    CHECK(world.hears(phone).through == 3);
    CHECK(service(world.state, "h1").auto_renew);
}

TEST_CASE("unrelated changes from two devices both stand")
{
    World         world;
    World::Device phone{"phone"}, laptop{"laptop"};
    phone.asks(Describe{{"d1"}, "shop", ""});
    laptop.asks(SetAutoRenew{{"d1"}, true});
    world.hears(laptop);
    world.hears(phone);
    CHECK(service(world.state, "d1").label == "shop");
    CHECK(service(world.state, "d1").auto_renew);
}

TEST_CASE("the ledger forgets old refusals, never how far a device has come")
{
    World         world;
    World::Device phone{"phone"};
    for (int count = 0; count < 600; ++count) phone.asks(Describe{{"nobody"}, "", ""});
    world.hears(phone);
    CHECK(world.ledger.through("phone") == 600);
    CHECK(world.ledger.refused.size() == Ledger::remembered);
    CHECK(world.ledger.refusal("phone", 600));
    CHECK_FALSE(world.ledger.refusal("phone", 1));
}

TEST_CASE("a device that gave commands up goes on with the next number")
{
    World         world;
    World::Device phone{"phone"};
    for (int count = 0; count < 3; ++count) phone.asks(SetAutoRenew{{"d1"}, true});
    world.ledger.skip("phone", 2);
    phone.outbox.erase(phone.outbox.begin(), phone.outbox.begin() + 2);
    CHECK(world.hears(phone).through == 3);
    world.ledger.skip("phone", 1);
    CHECK(world.ledger.through("phone") == 3);
}

TEST_CASE("who asks is the session's: what only the host may say is refused when a device of the owner pushes it")
{
    World         world;
    World::Device phone{"phone"};
    phone.asks(renewal(world.state, "d1"));
    REQUIRE(world.hears(phone).refused.empty());
    const auto operation = world.state.operations.row(0);
    const auto before    = world.state;
    const auto answers   = OperationAnswered{operation.id, model::OperationAnswer::taken_on, {}, {}};

    phone.asks(answers);
    const auto refused = world.hears(phone);
    CHECK(refused.through == 2);
    REQUIRE(refused.refused.size() == 1);
    CHECK(reasons(refused.refused[0].problems) == "why.by_link_only");
    CHECK(same_rows(world.state, before));

    // The same push from a contact, from a link, and from a session of the host.
    World::Device other{"other"};
    other.asks(answers);
    const Push push{other.name, other.outbox};
    for (const auto kind : {Actor::Kind::contact, Actor::Kind::link}) {
        auto   state = world.state;
        Ledger ledger;
        CHECK(settle(state, ledger, push, world.now, demo::catalogue(), {.kind = kind}).refused.size() == 1);
        CHECK(same_rows(state, before));
    }
    CHECK(settle(world.state, world.ledger, push, world.now, demo::catalogue(), {.kind = Actor::Kind::host})
              .refused.empty());
    CHECK(world.state.operations.row(0).state != operation.state);
}
