// What the customer is writing and has not sent yet.
#include "store/disk/drafts.hpp"

#include "store/tabs.hpp"

#include <doctest/doctest.h>

using namespace account;

namespace {

OpenTicket ticket(const char* service, std::string text)
{
    return {.service = {service}, .subject = "Question", .text = std::move(text)};
}

std::string kept(const Device& device, const char* service)
{
    const auto draft = device.store->draft(ticket(service, ""));
    return draft ? std::get<OpenTicket>(*draft).text : std::string();
}

// The draft entries on the disk.
std::vector<std::string> entries(Device& device)
{
    std::vector<std::string> keys;
    for (const auto& [key, bytes] : device.storage.contents())
        if (key.starts_with(store::draft_prefix)) keys.push_back(key);
    return keys;
}

}  // namespace

TEST_CASE("what is being written is there again after a crash, and for its own service and kind of popup only")
{
    Device device;
    device.store->keep_draft(ticket("d1", "Bonjour"));
    device.store->keep_draft(Describe{{"d1"}, "Boutique", ""});
    device.passes_ms(1'000);
    device.reloads();
    CHECK(kept(device, "d1") == "Bonjour");
    CHECK(std::get<Describe>(*device.store->draft(Describe{{"d1"}, "", ""})).label == "Boutique");
    CHECK(kept(device, "d2").empty());
    CHECK_FALSE(device.store->draft(Describe{{"d2"}, "", ""}));
}

TEST_CASE("what is being written is no part of the account, and waits for nobody")
{
    Device     device;
    const auto rows = device.store->revision();
    device.store->keep_draft(ticket("d1", "Bonjour"));
    device.passes_ms(1'000);
    CHECK(device.store->revision() == rows);
    CHECK(device.store->outbox().empty());
    CHECK(device.state().tickets.empty());
}

TEST_CASE("typing writes to the disk about once a second, and at once when the page is left")
{
    const auto disk = std::make_shared<platform::MemoryDisk>();
    Device     device(MemoryStorage::Answers::at_once, disk);
    device.passes_ms(10'000);
    const auto before = disk->now.commits;
    for (int key = 0; key < 30; ++key) {
        device.store->keep_draft(ticket("d1", std::string(static_cast<std::size_t>(key + 1), 'a')));
        CHECK_FALSE(device.store->settled());
        device.passes_ms(100);
    }
    CHECK(disk->now.commits - before >= 3);
    CHECK(disk->now.commits - before <= 4);
    device.store->keep_draft(ticket("d1", "Adieu"));
    device.store->store_drafts();
    device.reloads();
    CHECK(kept(device, "d1") == "Adieu");
}

TEST_CASE("what is sent is a draft no longer, after a crash neither; what is refused stays")
{
    Device device;
    device.store->keep_draft(ticket("d1", "Bonjour"));
    device.store->keep_draft(ticket("d2", "Autre"));
    device.passes_ms(1'000);
    CHECK(device.asks(OpenTicket{{"d1"}, {}, "", "Bonjour"}) != "");
    CHECK(kept(device, "d1") == "Bonjour");
    CHECK(device.asks(ticket("d1", "Bonjour")) == "");
    CHECK(kept(device, "d1").empty());
    device.reloads();
    CHECK(kept(device, "d1").empty());
    CHECK(kept(device, "d2") == "Autre");
}

TEST_CASE("what is forgotten stays forgotten")
{
    Device device;
    device.store->keep_draft(ticket("d1", "Bonjour"));
    device.passes_ms(1'000);
    device.store->forget_draft(ticket("d1", ""));
    device.passes_ms(2'000);
    CHECK(entries(device).empty());
    device.reloads();
    CHECK(kept(device, "d1").empty());
}

TEST_CASE("nothing but the popups of longer texts is kept")
{
    Device device;
    device.store->keep_draft(Renew{});
    device.store->keep_draft(GiveTransferCode{});
    device.passes_ms(2'000);
    CHECK(entries(device).empty());
}

TEST_CASE("drafts go with their account: with an import, and with a reset of the demo")
{
    Tabs tabs(2);
    tabs[0].store->keep_draft(ticket("d1", "Bonjour"));
    tabs.passes_ms(2'000);
    REQUIRE(kept(tabs[1], "d1") == "Bonjour");
    SUBCASE("import") { tabs[0].store->replace(small()); }
    SUBCASE("reset") { tabs[0].store->begin_anew(); }
    tabs.settle();
    for (auto& tab : tabs.tabs) CHECK(kept(tab, "d1").empty());
    CHECK(entries(tabs[0]).empty());
}

TEST_CASE("of more than fifty drafts the oldest go")
{
    Device device;
    for (int number = 0; number < 60; ++number) {
        device.store->keep_draft(ticket(("s" + std::to_string(number)).c_str(), "Bonjour"));
        device.passes_ms(2'000);
    }
    CHECK(entries(device).size() == store::most_drafts);
    CHECK(kept(device, "s9").empty());
    CHECK(kept(device, "s10") == "Bonjour");
    CHECK(kept(device, "s59") == "Bonjour");
}

TEST_CASE("a draft of any length that a form takes is kept whole, and one beyond all measure not at all")
{
    Device            device;
    const std::string longest(4 * max_post_characters, 'a');
    device.store->keep_draft(ticket("d1", longest));
    device.store->keep_draft(ticket("d2", std::string(store::largest_draft_bytes, 'a')));
    device.passes_ms(1'000);
    device.reloads();
    CHECK(kept(device, "d1") == longest);
    CHECK(kept(device, "d2").empty());
}

TEST_CASE("a damaged draft is dropped, and nothing else is lost by it")
{
    Device device;
    device.labels("d1", "Boutique");
    device.store->keep_draft(ticket("d1", "Bonjour"));
    device.store->keep_draft(ticket("d2", "Autre"));
    device.passes_ms(10'000);
    const auto key    = store::draft_key(ticket("d1", ""));
    auto       bytes  = device.storage.contents().at(key);
    const auto others = device.storage.contents().at(store::draft_key(ticket("d2", "")));
    SUBCASE("cut off") { bytes.resize(bytes.size() / 2); }
    SUBCASE("empty") { bytes.clear(); }
    SUBCASE("changed") { bytes[bytes.size() / 2] ^= 1; }
    SUBCASE("no bytes of ours") { bytes = "{\"subject\":1}"; }
    SUBCASE("without end") { bytes.resize(1 << 20, 'a'); }
    SUBCASE("another's") { bytes = others; }
    device.storage.damage()[key] = bytes;
    device.reloads();
    CHECK(kept(device, "d1").empty());
    CHECK(kept(device, "d2") == "Autre");
    CHECK(device.sees("d1").label == "Boutique");
    CHECK(device.notices() == "");
    device.store->keep_draft(ticket("d1", "De nouveau"));
    CHECK(kept(device, "d1") == "De nouveau");
}

TEST_CASE("a tab that reads everything anew keeps what is being written in it")
{
    Tabs tabs(2);
    tabs[1].store->keep_draft(ticket("d1", "Bonjour"));
    tabs[1].storage.heard.missed();
    tabs.passes_ms(3'000);
    CHECK(kept(tabs[1], "d1") == "Bonjour");
    CHECK(kept(tabs[0], "d1") == "Bonjour");
}

TEST_CASE("what is being written outlives a repair of the storage")
{
    Device device;
    device.store->keep_draft(ticket("d1", "Bonjour"));
    device.passes_ms(10'000);
    device.storage.damage()["meta"] = "no meta";
    device.reloads();
    device.passes_ms(10'000);
    device.reloads();
    CHECK(kept(device, "d1") == "Bonjour");
}
