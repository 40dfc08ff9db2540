// Grants between three accounts with two devices each, over a network that loses, repeats and delays.
#include "kit/accounts.hpp"
#include "model/properties.hpp"

#include "model/trades/trade.hpp"

using namespace saga;

namespace {

OfferGrant offer(const char* contact, std::vector<std::string> services)
{
    OfferGrant command;
    command.contact  = {contact};
    command.email    = "other@example.org";
    command.services = std::move(services);
    return command;
}

std::vector<Service> copies_in(const State& state)
{
    std::vector<Service> copies;
    for (const Service& one : state.services)
        if (!is_mine(one)) copies.push_back(one);
    return copies;
}

// Two accounts with no messages left to exchange.
struct Two : World {
    Account& owner   = accounts.at("C-000001");
    Account& contact = accounts.at("C-000002");

    void tell_each_other()
    {
        for (int times = 0; times < 4; ++times) {
            for (auto& [id, one] : accounts) works(one);
            all_arrives();
        }
    }
    GrantState state_of(const Account& one) const { return one.state.grants.row(0).state; }
    GrantId    id() const { return owner.state.grants.row(0).id; }
    void       begin(std::vector<std::string> services = {"d1-0"})
    {
        does(owner, offer("C-000002", std::move(services)));
        tell_each_other();
        does(contact, AnswerGrant{id(), true, {}});
        tell_each_other();
    }
};

// Invariants of each account at any time.
void must_hold(const World& world)
{
    for (const auto& [id, account] : world.accounts) {
        const auto& state = account.state;
        for (const auto& copy : copies_in(state)) {
            const auto of     = copy.id.value.substr(0, copy.id.value.find('@'));
            const auto lines  = grant_lines_about(state, {of});
            const bool active = std::ranges::any_of(lines, [&](const GrantLine& line) {
                const auto grant = state.grants.get(line.grant);
                return grant && grant->state == GrantState::active && grant->owner.value == copy.owner.value;
            });
            REQUIRE_MESSAGE(active, "a contact sees what an active grant shows, and nothing else");
        }
        for (const Grant& grant : state.grants) REQUIRE(is_owner(state, grant) == (grant.owner.value == id));
    }
}

}  // namespace

TEST_CASE("a contact sees the services that it was given once it has agreed, and sees what becomes of them")
{
    Two world;
    world.does(world.owner, offer("C-000002", {"d1-0", "d1-1"}));
    world.tell_each_other();
    CHECK(world.state_of(world.contact) == GrantState::pending);
    CHECK(world.contact.letters.size() == 1);
    CHECK(copies_in(world.contact.state).empty());

    world.does(world.contact, AnswerGrant{world.id(), true, {}});
    world.tell_each_other();
    CHECK(world.state_of(world.owner) == GrantState::active);
    REQUIRE(copies_in(world.contact.state).size() == 2);
    const auto copy = world.contact.state.services.get({"d1-0@C-000001"});
    REQUIRE(copy);
    CHECK(copy->owner.value == "C-000001");
    CHECK(copy->name == "exemple-1-0.fr");

    SUBCASE("the owner's words stay the owner's, the contact's own stay where they are")
    {
        world.does(world.owner, Describe{{"d1-0"}, "mine", "secret"});
        world.does(world.contact, Describe{{"d1-0@C-000001"}, "theirs", "to be renewed"});
        world.does(world.owner, SetWhoisPrivacy{{"d1-0"}, true});
        world.now = base::ms_after(world.now, base::ms_per_day);
        change(world.owner.state, "d1-0", [](Service& one) { one.locked = true; });
        world.tell_each_other();
        const auto later = *world.contact.state.services.get({"d1-0@C-000001"});
        CHECK(later.locked);
        CHECK(later.label == "theirs");
        CHECK(later.notes == "to be renewed");
    }
    SUBCASE("what happens to many services is told once")
    {
        for (const auto* id : {"d1-0", "d1-1"}) change(world.owner.state, id, [](Service& one) { one.locked = true; });
        world.works(world.owner);
        CHECK(world.network.size() == 1);
    }
    SUBCASE("revoked, it sees them no more")
    {
        world.does(world.owner, EndGrant{world.id()});
        world.tell_each_other();
        CHECK(world.state_of(world.contact) == GrantState::revoked);
        CHECK(copies_in(world.contact.state).empty());
        CHECK(world.contact.state.grant_lines.empty());
    }
    SUBCASE("it resigns, and the owner hears of it")
    {
        world.does(world.contact, EndGrant{world.id()});
        CHECK(copies_in(world.contact.state).empty());
        world.tell_each_other();
        CHECK(world.state_of(world.owner) == GrantState::resigned);
    }
    SUBCASE("a service that is handed over leaves the grant, and the grant ends with the last one")
    {
        for (const auto* id : {"d1-0", "d1-1"}) {
            auto trade  = Trade();
            trade.id    = {std::string("trade-") + id};
            trade.from  = {"C-000001"};
            trade.to    = {"C-000003"};
            trade.state = TradeState::approved;
            TradeLine line;
            line.id      = line_id<TradeLine>(trade.id, 1);
            line.trade   = trade.id;
            line.service = {id};
            world.owner.state.trade_lines.put(line);
            world.owner.state.trades.put(trade);
            (void)release(world.owner.state, trade, world.now);
            world.tell_each_other();
            CHECK_FALSE(world.contact.state.services.contains({std::string(id) + "@C-000001"}));
        }
        CHECK(world.state_of(world.owner) == GrantState::ended_by_trade);
        CHECK(world.state_of(world.contact) == GrantState::ended_by_trade);
    }
}

TEST_CASE("a contact may ask, and then it is the owner who says for which services")
{
    Two         world;
    AskForGrant ask;
    ask.owner = {"C-000001"};
    ask.email = "owner@example.org";
    world.does(world.contact, ask);
    world.tell_each_other();
    CHECK(world.owner.letters.size() == 1);
    CHECK(reasons(check(world.owner.state, AnswerGrant{world.id(), true, {}}, on(today))) ==
          "services: trade.choose_services");
    world.does(world.owner, AnswerGrant{world.id(), true, {"d1-2"}});
    world.tell_each_other();
    CHECK(world.state_of(world.contact) == GrantState::active);
    CHECK(copies_in(world.contact.state).size() == 1);
}

TEST_CASE(
    "a request that nobody answers is over after seven days, and one with a last day after that day, on both sides")
{
    Two world;
    SUBCASE("no answer")
    {
        world.does(world.owner, offer("C-000002", {"d1-0"}));
        world.tell_each_other();
        world.now = base::ms_after(world.now, 7 * base::ms_per_day);
        world.tell_each_other();
        CHECK(world.state_of(world.owner) == GrantState::pending);
        world.now = base::ms_after(world.now, base::ms_per_day);
    }
    SUBCASE("its last day")
    {
        auto until    = offer("C-000002", {"d1-0"});
        until.ends_on = in(20);
        world.does(world.owner, until);
        world.tell_each_other();
        world.does(world.contact, AnswerGrant{world.id(), true, {}});
        world.tell_each_other();
        world.now = base::ms_after(world.now, 20 * base::ms_per_day);
        world.tell_each_other();
        CHECK(world.state_of(world.contact) == GrantState::active);
        world.now = base::ms_after(world.now, base::ms_per_day);
    }
    world.tell_each_other();
    CHECK(world.state_of(world.owner) == GrantState::expired);
    CHECK(world.state_of(world.contact) == GrantState::expired);
    CHECK(copies_in(world.contact.state).empty());
}

TEST_CASE("a forged number of what was told overflows nothing")
{
    Two world;
    world.begin();
    auto forged    = world.owner.state.grants.row(0);
    forged.version = INT64_MAX;
    forged.to_tell = true;
    world.owner.state.grants.put(forged);
    world.works(world.owner);
    CHECK(world.owner.state.grants.row(0).version == INT64_MAX);
    CHECK_FALSE(world.owner.state.grants.row(0).to_tell);
}

TEST_CASE("what may not be granted is refused at its field")
{
    Two        world;
    const auto why = [&](OfferGrant command) { return reasons(check(world.owner.state, command, on(today))); };
    CHECK(why(offer("C-000002", {"d1-0"})) == "");
    CHECK(why(offer("C-000001", {"d1-0"})) == "contact: trade.to_oneself");
    CHECK(why(offer("nobody", {"d1-0"})) == "contact: trade.bad_account");
    CHECK(why(offer("C-000002", {})) == "services: trade.choose_services");
    CHECK(why(offer("C-000002", {"d9"})) == "services: why.no_such_service");
    CHECK(why(offer("C-000002", {"d1-0", "d1-0"})) == "services: why.twice_in_cart");
    auto bad    = offer("C-000002", {"d1-0"});
    bad.ends_on = in(-1);
    bad.email   = "other";
    CHECK(why(bad) == "email: email.at_missing, ends_on: grant.ends_in_the_past");
    world.begin();
    CHECK(why(offer("C-000002", {"d1-1"})) == "contact: grant.there_already");
    // Services that an account sees as a contact cannot be granted on.
    CHECK(reasons(check(world.contact.state, offer("C-000003", {"d1-0@C-000001"}), on(today))) ==
          "services: why.owner_only");
    CHECK(reasons(check(world.contact.state, AnswerGrant{world.id(), true, {}}, on(today))) == "grant.answered");
    world.does(world.owner, EndGrant{world.id()});
    CHECK(reasons(check(world.owner.state, EndGrant{world.id()}, on(today))) == "grant.over");
}

TEST_CASE(
    "over lost, repeated and late events a contact sees what it is given and nothing else, and both sides end alike")
{
    play_sequences(250, [](Random& random) {
        World world;
        for (int step = 0; step < 150; ++step) {
            auto&      one    = world.one_of(random);
            const auto device = static_cast<std::size_t>(random.below(2));
            const auto grant  = random_row(random, one.state.grants);
            const auto mine   = random_row(random, one.state.services).id.value;
            switch (random.below(12)) {
            case 0: {
                auto command    = offer("", {mine});
                command.contact = {world.any_id(random)};
                if (random.once_in(4)) command.ends_on = base::days_after(base::paris_day(world.now), random.below(9));
                world.asks(one, command, device);
                break;
            }
            case 1: {
                AskForGrant command;
                command.owner = {world.any_id(random)};
                command.email = "other@example.org";
                world.asks(one, command, device);
                break;
            }
            case 2:
            case 3: world.asks(one, AnswerGrant{grant.id, !random.once_in(5), {mine}}, device); break;
            case 4:
                if (random.once_in(4)) world.asks(one, EndGrant{grant.id}, device);
                break;
            case 5: world.asks(one, SetLock{{mine}, random.once_in(2)}, device); break;
            case 6:
                if (random.once_in(4))
                    world.asks(one, StartTrade{{mine}, world.any_id(random), "other@example.org", "", "Sold.", true},
                               device);
                break;
            case 7: {
                const auto trade = random_row(random, one.state.trades);
                const bool owner = trade.from.value == one.id;
                world.asks(one, AnswerTrade{trade.id, owner ? Side::owner : Side::recipient, true});
                break;
            }
            default: world.goes_on(random); break;
            }
            must_hold(world);
        }
        world.comes_to_rest();
        must_hold(world);
        for (const auto& [id, one] : world.accounts)
            for (const Grant& grant : one.state.grants) {
                CAPTURE(grant.id.value);
                if (grant.owner.value != id) continue;
                const auto theirs = world.accounts.at(grant.contact.value).state.grants.get(grant.id);
                REQUIRE(theirs);
                CHECK(is_over(theirs->state) == is_over(grant.state));
                CHECK(theirs->state != GrantState::pending);
                if (grant.state != GrantState::active) continue;
                const auto& contact = world.accounts.at(grant.contact.value).state;
                CHECK(lines_of(contact, grant.id).size() == lines_of(one.state, grant.id).size());
                for (const auto& line : lines_of(one.state, grant.id)) {
                    const auto copy = contact.services.get(copy_id(line.service, grant.owner));
                    REQUIRE(copy);
                    CHECK(stamp_of(*copy) ==
                          stamp_of(shown_to_contact(*one.state.services.get(line.service), grant.owner)));
                }
            }
    });
}
