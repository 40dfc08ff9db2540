#include "store/device.hpp"
#include "store/replica.hpp"

using namespace account;

static model::Mutation asks(std::uint64_t seq, Command command)
{
    return {seq, "phone." + std::to_string(seq), noon(today), std::move(command)};
}

TEST_CASE("the journal restores exactly: under the waiting commands lie the confirmed rows, untouched")
{
    store::Replica replica(demo::catalogue());
    replica.adopt(small(), {});
    replica.ask(asks(1, renewal(replica.state(), "d1")));
    replica.ask(asks(2, Associate{{"d2"}, {"h1"}, true, true}));
    replica.ask(asks(3, Describe{{"d1"}, "shop", "notes"}));
    const auto shown = replica.state();
    CHECK_FALSE(same(shown, small()));

    int looked = 0;
    replica.with_confirmed([&](State& confirmed) {
        CHECK(same(confirmed, small()));
        CHECK(confirmed.services.dirty_pages() == small().services.dirty_pages());
        ++looked;
    });
    CHECK(looked == 1);
    CHECK(same(replica.state(), shown));
}

TEST_CASE("a waiting command that the confirmed rows no longer allow is skipped, and comes back when they do")
{
    store::Replica replica(demo::catalogue());
    replica.adopt(small(), {});
    replica.ask(asks(1, Associate{{"d1"}, {"h1"}, false, false}));
    replica.with_confirmed(
        [](State& confirmed) { change(confirmed, "h1", [](Service& h) { h.status = Status::suspended; }); });
    CHECK(service(replica.state(), "d1").linked_to.empty());
    CHECK(replica.outbox().size() == 1);
    replica.with_confirmed(
        [](State& confirmed) { change(confirmed, "h1", [](Service& h) { h.status = Status::active; }); });
    CHECK(service(replica.state(), "d1").linked_to == ServiceId{"h1"});
}
