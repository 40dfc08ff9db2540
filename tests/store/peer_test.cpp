// A store with any peer: slices of long work, questions.
#include "demo/desk.hpp"
#include "exchange/settle.hpp"
#include "store/device.hpp"

#include <variant>

using namespace account;
using store::Sync;

namespace {

// Has more to deliver for a given number of slices; each adds one letter to the account.
struct SlowPeer final : exchange::Peer {
    int                        slices_left = 0;
    int                        slices      = 0;
    std::vector<std::uint64_t> links;  // that were followed, and not answered yet
    bool                       answers_links = false;
    std::vector<std::string>   happened;  // "settles", "pulls"

    const Catalogue& catalogue() const override { return demo::catalogue(); }
    State            first_account(Date) override { return small(); }
    exchange::Kept   kept() const override { return {"slices=" + std::to_string(slices)}; }
    exchange::Kept   kept_with_another(const model::State&) const override { return {}; }
    void             resume(const exchange::Kept&) override {}
    base::Instant    hosts_time(base::Instant here) override { return here; }
    base::Instant    time_here(base::Instant hosts) const override { return hosts; }
    void             set_online(bool) override {}
    void             settle(exchange::Confirmed confirmed, const std::string& device, const Mutation& mutation,
                            base::Instant now) override
    {
        happened.emplace_back("settles");
        exchange::settle(confirmed.rows, confirmed.ledger, {device, {mutation}}, now, catalogue());
    }
    void             press(std::uint64_t number, Command) override { links.push_back(number); }
    exchange::Pulled pull(exchange::Confirmed confirmed, base::Instant, const exchange::Spent&) override
    {
        happened.emplace_back("pulls");
        if (answers_links && !links.empty()) {
            Message letter;
            letter.id = {"answered-" + std::to_string(links.front())};
            confirmed.rows.messages.put(letter);
            base::Problems used;
            used.add("", "why.link_used");
            exchange::Pulled pulled;
            for (const auto number : std::exchange(links, {}))
                pulled.pressed.push_back({number, number == 1 ? base::Problems() : used});
            return pulled;
        }
        if (slices_left == 0) return {};
        Message letter;
        letter.id = {"slice-" + std::to_string(slices++)};
        confirmed.rows.messages.put(letter);
        --slices_left;
        return {.more = slices_left > 0, .days_left = slices_left};
    }
    std::optional<base::Instant> next_pull_at() const override { return {}; }
    exchange::Asked              ask(exchange::Question, exchange::Answered) override { return {}; }
};

struct Slow {
    MemoryStorage                storage{MemoryStorage::Answers::at_once};
    platform::StillClock         clock{noon(today)};
    SlowPeer                     peer;
    std::optional<store::Store>  store;
    std::optional<base::Instant> wake;

    explicit Slow(int slices)
    {
        peer.slices_left = slices;
        store.emplace(storage, clock, peer, store::Settings{.device = "phone", .may_forget = true});
        store->on_progress = [this] { wake = store->next_wake(); };
        store->open();
    }
    void wakes(std::int64_t after_ms)
    {
        clock.at = base::ms_after(clock.at, after_ms);
        if (wake && *wake <= clock.at) store->tick();
        wake = store->next_wake();
    }
    std::size_t records() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            storage.contents(), [](const auto& entry) { return entry.first.starts_with("log/"); }));
    }
};

}  // namespace

TEST_CASE("long work of the peer is done a slice at a time, each stored, and the next one is asked for at once")
{
    Slow slow(5);
    CHECK(slow.peer.slices == 2);  // once when the account was loaded, once when it was stored
    CHECK_FALSE(slow.store->settled());
    for (int slice = 3; slice <= 5; ++slice) {
        CHECK(slow.wake == slow.clock.at);
        slow.wakes(1);
        CHECK(slow.peer.slices == slice);
        CHECK(slow.store->state().messages.size() == static_cast<std::uint32_t>(slice));
        CHECK(slow.records() == static_cast<std::size_t>(slice));
    }
    CHECK(slow.store->settled());
    CHECK((!slow.wake || *slow.wake > slow.clock.at));
}

TEST_CASE("a page that is closed between two slices goes on from there")
{
    Slow slow(5);
    slow.wakes(1);
    const auto shown = slow.store->state();
    slow.storage.crash();
    slow.peer.slices_left = 0;
    slow.store.emplace(slow.storage, slow.clock, slow.peer, store::Settings{.device = "phone", .may_forget = true});
    slow.store->open();
    CHECK(same(slow.store->state(), shown));
    CHECK(slow.store->notices().empty());
}

TEST_CASE("what takes longer than a moment is said, with the days that are left, and is no more when it is done")
{
    Slow slow(12);
    CHECK(slow.store->sync_state().sync == Sync::up_to_date);
    slow.wakes(100);
    CHECK(slow.store->sync_state().sync == Sync::up_to_date);
    slow.wakes(500);
    CHECK(slow.store->sync_state() == store::SyncState{Sync::catching_up, 0, 8});
    while (slow.peer.slices_left > 0) slow.wakes(1);
    CHECK(slow.store->sync_state().sync == Sync::up_to_date);
}

TEST_CASE("what the customer asks for meanwhile is settled before the next slice, not after the last")
{
    Slow slow(50);
    slow.wakes(1);
    slow.peer.happened.clear();
    CHECK(reasons(slow.store->dispatch(Describe{{"d1"}, "shop", {}})) == "");
    CHECK(slow.store->outbox().empty());
    CHECK(slow.peer.happened == std::vector<std::string>{"settles", "pulls"});
    CHECK(slow.peer.slices_left > 40);
    CHECK(service(slow.store->state(), "d1").label == "shop");
}

TEST_CASE("offline there is nothing to catch up with, and it goes on when the device is online again")
{
    Slow slow(5);
    slow.store->set_online(false);
    CHECK(slow.store->sync_state().sync == Sync::offline);
    CHECK(slow.store->settled());
    slow.wakes(1'000);
    CHECK(slow.peer.slices == 2);
    slow.store->set_online(true);
    CHECK(slow.peer.slices == 3);
}

TEST_CASE("a question is answered in a moment, never before the call returns")
{
    Device                          device;
    std::optional<exchange::Answer> heard;
    const auto asked = device.store->ask(exchange::AskTransferCode{{"d1"}, "demo"},
                                         [&](exchange::Answer answer) { heard = std::move(answer); });
    CHECK_FALSE(heard);
    CHECK_FALSE(device.store->settled());
    device.passes_ms(1'000);
    REQUIRE(heard);
    CHECK(device.store->settled());
    CHECK(std::get<exchange::TransferCode>(*heard).code == demo::transfer_code(device.sees("d1"), "demo"));
}

TEST_CASE("a question is declined with the member that is wrong, and offline is an answer")
{
    Device     device;
    const auto answer_to = [&](exchange::Question question) {
        exchange::Answer heard;
        const auto       asked = device.store->ask(std::move(question),
                                                   [&](exchange::Answer answer) { heard = std::move(answer); });
        device.passes_ms(1'000);
        return heard;
    };
    CHECK(std::get<exchange::Declined>(answer_to(exchange::AskTransferCode{{"d1"}, "wrong"})).why.field == "password");
    CHECK(std::get<exchange::Declined>(answer_to(exchange::HandInCode{{"d1"}, "short"})).why.field == "code");
    CHECK(std::get<exchange::Declined>(answer_to(exchange::HandInCode{{"nobody"}, "Right-Code"})).why.field.empty());
    CHECK(std::get<exchange::Receipt>(answer_to(exchange::HandInCode{{"d1"}, "Right-Code"})).receipt != "");
    device.store->set_online(false);
    CHECK(std::holds_alternative<exchange::Offline>(answer_to(exchange::AskTransferCode{{"d1"}, "demo"})));
}

TEST_CASE("a question that is given up is answered to nobody, also when the page has gone")
{
    Device device;
    bool   heard = false;
    {
        const auto asked = device.store->ask(exchange::HandInCode{{"d1"}, "Right-Code"}, [&](auto) { heard = true; });
    }
    CHECK(device.store->settled());
    device.passes_ms(1'000);
    auto kept = device.store->ask(exchange::HandInCode{{"d1"}, "Right-Code"}, [&](auto) { heard = true; });
    device.store.reset();
    device.peer.reset();
    for (const auto& timer : device.timers) timer.call();
    CHECK_FALSE(heard);
}

TEST_CASE("neither a question nor its answer is ever on the disk")
{
    Device      device;
    std::string code;
    const auto  asked = device.store->ask(exchange::AskTransferCode{{"d1"}, "demo"}, [&](exchange::Answer answer) {
        code = std::get<exchange::TransferCode>(answer).code;
    });
    device.labels("d1", "meanwhile");
    device.passes_ms(10'000);
    REQUIRE_FALSE(code.empty());
    for (const auto& [key, bytes] : device.storage.contents()) {
        CHECK(bytes.find(code) == std::string::npos);
        CHECK(bytes.find("password") == std::string::npos);
    }
}

TEST_CASE("the demo's host does what fell due on many days in slices, and comes to the same rows as without a pause")
{
    State rows = small();
    for (int number = 0; number < 15'000; ++number) {
        const auto name = "many-" + std::to_string(number);
        rows.services.put(domain(name, name + ".fr", in(1 + number % 20)));
    }
    auto             same_rows_in_slices = rows;
    exchange::Ledger ledger;
    demo::Peer       in_one({.later = {}, .shown = {}}), in_slices({.later = {}, .shown = {}});
    const auto       never   = [] { return false; };
    const auto       at_once = [] { return true; };
    in_one.pull({rows, ledger}, noon(today), never);
    in_slices.pull({same_rows_in_slices, ledger}, noon(today), never);

    const auto whole = in_one.pull({rows, ledger}, noon(in(100)), never);
    CHECK_FALSE(whole.more);
    int  slices    = 1;
    auto days_left = 100;
    for (;; ++slices) {
        const auto pulled = in_slices.pull({same_rows_in_slices, ledger}, noon(in(100)), at_once);
        CHECK(pulled.days_left <= days_left);
        days_left = pulled.days_left;
        if (!pulled.more) break;
        CHECK(in_slices.next_pull_at() == noon(in(100)));
    }
    CHECK(slices > 1);
    CHECK(days_left == 0);
    CHECK(in_slices.kept() == in_one.kept());
    CHECK(same(rows, same_rows_in_slices));
}

TEST_CASE("a link that was followed is answered when the host has answered, once, and the rows show it then")
{
    Slow                     slow(0);
    std::vector<std::string> heard;
    const auto               follows = [&] {
        slow.store->press(ValidateTransfer{{"d1"}, true}, [&](const Problems& problems) {
            heard.push_back(reasons(problems) + " " + std::to_string(slow.store->state().messages.size()));
        });
    };
    follows(), follows();
    CHECK(heard.empty());
    slow.peer.answers_links = true;
    (void)slow.store->dispatch(Describe{{"d1"}, "shop", {}});
    CHECK(heard == std::vector<std::string>{" 1", "why.link_used 1"});
    (void)slow.store->dispatch(Describe{{"d2"}, "shop", {}});
    CHECK(heard.size() == 2);

    slow.store->set_online(false);
    follows();
    CHECK(heard.back() == "why.offline 1");
}
