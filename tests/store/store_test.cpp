#include "base/format.hpp"
#include "store/device.hpp"

using namespace account;
using store::Sync;

TEST_CASE("a first visit opens with the account to begin with, and stores it")
{
    Device device;
    CHECK(device.store->ready());
    CHECK(device.store->settled());
    CHECK(same(device.state(), small()));
    device.initial = State{};
    device.reloads();
    CHECK(same(device.state(), small()));
    CHECK(device.notices().empty());
}

TEST_CASE("an edit shows at once, is settled, and is there after a reload")
{
    Device device;
    device.labels("d1", "shop");
    CHECK(device.sees("d1").label == "shop");
    CHECK(device.store->outbox().empty());
    CHECK(device.store->sync_state().sync == Sync::up_to_date);
    device.reloads();
    CHECK(device.sees("d1").label == "shop");
}

TEST_CASE("a command that is not allowed changes nothing, and nothing is stored of it")
{
    Device     device;
    const auto before   = device.storage.contents();
    const auto revision = device.store->revision();
    CHECK(device.asks(Describe{{"d1"}, std::string(81, 'x'), ""}) == "label: why.too_many_characters");
    CHECK(device.storage.contents() == before);
    CHECK(device.store->revision() == revision);
    CHECK(same(device.state(), small()));
}

TEST_CASE("the store says that it has changed whenever a screen could show something else")
{
    Device     device;
    const auto changes  = device.times_changed;
    const auto revision = device.store->revision();
    device.labels("d1", "shop");
    CHECK(device.times_changed > changes);
    CHECK(device.store->revision() > revision);
}

TEST_CASE("the host does what was asked for while the page is open, and it is kept")
{
    Device device;
    CHECK(device.asks(renewal(device.state(), "d1")).empty());
    CHECK(open_operation(device.state(), {"d1"})->state == OperationState::to_do);
    CHECK(device.store->next_wake() == base::ms_after(device.clock.at, 2'000));
    device.passes_ms(2'000);
    CHECK(open_operation(device.state(), {"d1"})->state == OperationState::under_way);
    device.passes_ms(3'000);
    CHECK_FALSE(open_operation(device.state(), {"d1"}));
    CHECK(device.sees("d1").expires_on == base::years_after(in(50), 1));
    device.reloads();
    CHECK(device.sees("d1").expires_on == base::years_after(in(50), 1));
    CHECK(operations_of(device.state(), {"d1"}).size() == 1);
}

TEST_CASE("the host goes on after a reload with what it had begun")
{
    Device device;
    device.asks(renewal(device.state(), "d1"));
    device.passes_ms(2'000);
    device.is_killed();
    device.clock.at = base::ms_after(device.clock.at, 60'000);
    device.opens();
    CHECK(device.sees("d1").expires_on == base::years_after(in(50), 1));
}

TEST_CASE("the host goes on by itself after a reload that found nothing to do yet")
{
    Device device;
    device.asks(renewal(device.state(), "d1"));
    device.reloads();
    CHECK(open_operation(device.state(), {"d1"})->state == OperationState::to_do);
    device.lets_the_host_finish();
    CHECK(device.sees("d1").expires_on == base::years_after(in(50), 1));
}

TEST_CASE("an operation that fails tells the customer, and why")
{
    Device device;
    device.asks(nameservers(device.state(), "d1", {"a.nowhere.invalid", "b.nowhere.invalid"}));
    device.lets_the_host_finish();
    REQUIRE(device.store->notices().size() == 1);
    const auto notice = device.store->notices().front();
    CHECK(notice.kind == store::NoticeKind::operation_failed);
    CHECK(base::say(base::Language::en, notice.why) == "The registry does not know the server a.nowhere.invalid.");
    CHECK(notice.service == ServiceId{"d1"});
    device.store->dismiss(notice.number);
    CHECK(device.store->notices().empty());
}

TEST_CASE("offline")
{
    Device device;
    device.store->set_online(false);
    device.labels("d1", "shop");
    CHECK(device.asks(renewal(device.state(), "d2")).empty());

    SUBCASE("commands wait, are shown as done, and the host does nothing")
    {
        CHECK(device.sees("d1").label == "shop");
        CHECK(device.store->sync_state().sync == Sync::offline);
        CHECK(device.store->sync_state().waiting == 2);
        CHECK(device.store->settled());
        device.lets_the_host_finish();
        CHECK(open_operation(device.state(), {"d2"})->state == OperationState::to_do);
        CHECK_FALSE(device.store->next_wake());
    }
    SUBCASE("they survive a reload, and are sent when the device is online again")
    {
        device.is_killed();
        device.opens(false);
        CHECK(device.store->outbox().size() == 2);
        CHECK(device.sees("d1").label == "shop");
        CHECK(open_operation(device.state(), {"d2"}));

        device.store->set_online(true);
        CHECK(device.store->outbox().empty());
        device.lets_the_host_finish();
        CHECK(device.sees("d2").expires_on == base::years_after(in(80), 1));
        CHECK(operations_of(device.state(), {"d2"}).size() == 1);
    }
    SUBCASE("one that has become impossible meanwhile is refused afterwards, with a notice, and the others are settled")
    {
        device.comes_back_at(noon(in(400)));
        device.store->set_online(true);
        CHECK(device.store->outbox().empty());
        CHECK(device.notices() == "why.released");
        CHECK(device.store->notices().front().kind == store::NoticeKind::request_refused);
        CHECK(device.sees("d1").label == "shop");
        CHECK(operations_of(device.state(), {"d2"}).empty());
    }
}

TEST_CASE("waiting commands are not part of the rows that are stored")
{
    Device device;
    device.store->set_online(false);
    device.labels("d1", "shop");
    device.labels("d1", "boutique");
    for (const auto& [key, bytes] : device.storage.contents())
        if (key.starts_with("page/")) CHECK(bytes.find("boutique") == std::string::npos);
}

TEST_CASE("commands keep their numbers over reloads: none is ever used twice")
{
    Device device;
    for (int round = 0; round < 3; ++round) {
        device.labels("d1", "label " + std::to_string(round));
        device.reloads();
    }
    device.store->set_online(false);
    device.labels("d1", "last");
    CHECK(device.store->outbox().front().seq == 4);
    CHECK(device.store->outbox().front().id == "phone1.4");
}

TEST_CASE("importing an account")
{
    Device device;
    State  other = small();
    other        = with_account(std::move(other), "C-2");
    change(other, "d1", [](Service& d) { d.label = "imported"; });

    SUBCASE("replaces everything, and what waited for the old one is given up")
    {
        device.store->set_online(false);
        device.labels("d2", "of the old account");
        bool ok = false;
        device.store->replace(other, [&](bool done) { ok = done; });
        CHECK(ok);
        CHECK(same(device.state(), other));
        CHECK(device.store->outbox().empty());
        device.reloads();
        CHECK(same(device.state(), other));
    }
    SUBCASE("does not stop later commands from being settled")
    {
        device.store->set_online(false);
        device.labels("d2", "given up");
        device.store->replace(other);
        device.store->set_online(true);
        device.labels("d2", "after the import");
        CHECK(device.store->outbox().empty());
        device.reloads();
        CHECK(device.sees("d2").label == "after the import");
    }
    SUBCASE("uses no number of a command twice, also after a reload")
    {
        device.store->set_online(false);
        for (int count = 0; count < 3; ++count) device.labels("d2", "given up");
        device.store->replace(other);
        device.is_killed();
        device.opens(false);
        device.labels("d2", "after the import");
        CHECK(device.store->outbox().front().seq == 4);
    }
    SUBCASE("that the storage refuses leaves the old account, here and after a reload")
    {
        device.labels("d1", "mine");
        device.storage.refuse(1, platform::StorageFault::quota);
        bool ok = true;
        device.store->replace(other, [&](bool done) { ok = done; });
        CHECK_FALSE(ok);
        CHECK(device.sees("d1").label == "mine");
        device.labels("d2", "still working");
        device.reloads();
        CHECK(device.sees("d1").label == "mine");
        CHECK(device.sees("d2").label == "still working");
    }
    SUBCASE("that is much smaller leaves nothing of the bigger one")
    {
        State big;
        for (int n = 0; n < 20'000; ++n) big.services.put(domain("d" + std::to_string(n), "a.com", in(100)));
        device.store->replace(big);
        CHECK(device.storage.contents().count("page/services/000002") == 1);
        device.store->replace(other);
        CHECK(device.storage.contents().count("page/services/000001") == 0);
        device.reloads();
        CHECK(same(device.state(), other));
        CHECK(device.notices().empty());
    }
}

TEST_CASE("while an import is being stored nothing else can be asked for")
{
    Device device(MemoryStorage::Answers::when_told);
    device.storage.answer_all();
    device.store->replace(small());
    CHECK_FALSE(device.store->settled());
    CHECK(device.asks(Describe{{"d1"}, "lost?", ""}) == "why.import_under_way");
    bool second = true;
    device.store->replace(small(), [&](bool ok) { second = ok; });
    CHECK_FALSE(second);
    device.storage.answer_all();
    CHECK(device.store->settled());
    device.labels("d1", "kept");
}

TEST_CASE("an import waits for the edit that is just being stored, and wins")
{
    Device device(MemoryStorage::Answers::when_told);
    device.storage.answer_all();
    device.labels("d1", "just before");
    device.labels("d2", "not yet given to the storage");
    device.store->replace(small());
    device.storage.answer_all();
    CHECK(same(device.state(), small()));
    CHECK(device.store->settled());
    device.labels("d1", "afterwards");
    device.storage.answer_all();
    device.reloads();
    CHECK(device.sees("d1").label == "afterwards");
    CHECK(device.sees("d2").label.empty());
}

TEST_CASE("resetting the demo brings the account to begin with back, and the clock")
{
    Device device;
    device.labels("d1", "shop");
    device.advance_clock(100 * base::ms_per_day);
    CHECK(device.store->today() == in(100));
    CHECK(device.sees("d1").status == Status::inactive);
    device.store->begin_anew();
    CHECK(same(device.state(), small()));
    CHECK(device.store->today() == today);
}

TEST_CASE("the moved clock of the host is kept over a reload")
{
    Device device;
    device.advance_clock(60 * base::ms_per_day);
    CHECK(status_on(device.sees("d1"), device.store->today()) == Status::expired);
    device.reloads();
    CHECK(device.store->today() == in(60));
    CHECK(device.sees("d1").status == Status::expired);
}

TEST_CASE("before the storage is read nothing can be asked for, and the store says why")
{
    Device device(MemoryStorage::Answers::when_told);
    CHECK_FALSE(device.store->ready());
    CHECK_FALSE(device.store->settled());
    CHECK(device.asks(Describe{{"d1"}, "a", ""}) == "why.not_ready");
    device.storage.answer_all();
    CHECK(device.store->ready());
}

TEST_CASE("a store that is gone is not answered")
{
    Device device(MemoryStorage::Answers::when_told);
    device.store.reset();
    device.storage.answer_all();
    device.opens();
    device.storage.answer_all();
    device.labels("d1", "a");
    device.store.reset();
    device.storage.answer_all();
    CHECK(device.storage.waiting() == 0);
}

TEST_CASE("a storage that does not answer in time")
{
    auto   disk = std::make_shared<platform::MemoryDisk>();
    Device device(MemoryStorage::Answers::when_told, disk);
    device.storage.answer_all();
    device.labels("d1", "kept");
    device.storage.answer_all();
    device.is_killed();
    device.opens();
    device.passes_unanswered_ms(4'500);
    CHECK(device.notices() == "");
    device.passes_unanswered_ms(1'000);
    CHECK(device.notices() == "slow_storage");
    const auto stored = disk->now.entries;

    SUBCASE("is said to be slow until it answers, and nothing is lost")
    {
        device.storage.answer_all();
        CHECK(device.notices() == "");
        CHECK(device.sees("d1").label == "kept");
    }
    SUBCASE("can be done without: the account to begin with, in memory, and what is stored is left alone")
    {
        device.store->do_without_storage();
        CHECK(device.store->ready());
        CHECK(device.notices() == "");
        CHECK(same(device.state(), small()));
        device.labels("d1", "in memory");
        CHECK(device.sees("d1").label == "in memory");
        device.passes_ms(10'000);
        CHECK(device.store->settled());
        CHECK(disk->now.entries == stored);
    }
    SUBCASE("cannot be done without once it has answered")
    {
        device.storage.answer_all();
        device.store->do_without_storage();
        device.labels("d1", "stored");
        device.storage.answer_all();
        CHECK(disk->now.entries != stored);
    }
}

TEST_CASE("a storage is not called slow")
{
    auto   disk = std::make_shared<platform::MemoryDisk>();
    Device device(MemoryStorage::Answers::when_told, disk);
    SUBCASE("on a first visit, which has nothing to lose, for half a minute")
    {
        device.passes_unanswered_ms(29'000);
        CHECK(device.notices() == "");
        device.passes_unanswered_ms(2'000);
        CHECK(device.notices() == "slow_storage");
    }
    SUBCASE("while the program is too busy to hear its answer")
    {
        device.storage.answer_all();
        device.is_killed();
        device.opens();
        device.passes_unanswered_ms(20'000, 400);
        CHECK(device.notices() == "");
        device.passes_unanswered_ms(6'000);
        CHECK(device.notices() == "slow_storage");
    }
}
