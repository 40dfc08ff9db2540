// Data that earlier versions stored in a real browser, kept to make sure that no update loses any. One folder for each
// schema number, both with pages in layout 1 (as in memory), and one of the last program of schema 2, with rows of
// every table, a log not yet written into pages, and waiting commands. A file's name is its key, with dots for slashes.
#include "codec/account_file.hpp"
#include "store/device.hpp"
#include "store/disk/records.hpp"
#include "table/hash.hpp"
#include "table/pages.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace account;

namespace {

std::map<std::string, std::string> kept_in(const std::string& name)
{
    std::map<std::string, std::string> entries;
    const auto                         folder = std::filesystem::path(GUICHET_SOURCE_DIR) / "tests/store/kept" / name;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        auto key = file.path().filename().string();
        std::replace(key.begin(), key.end(), '.', '/');
        std::stringstream bytes;
        bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
        entries[key] = bytes.str();
    }
    return entries;
}

std::map<std::string, std::string> kept(int schema) { return kept_in("schema_" + std::to_string(schema)); }

std::string label_of(const State& state, std::string_view name)
{
    for (const Service& one : state.services)
        if (one.name == name) return one.label;
    return "no such service";
}

bool stored_as_of_today(const std::map<std::string, std::string>& entries)
{
    const auto services = table::read_page(entries.at("page/services/000000"), table::schema_of<Service>(),
                                           store::schema_number);
    REQUIRE(services.damage == table::Damage::none);
    return !services.older;
}

// A demo account; the label of a domain was set twice, once settled and once while offline.
struct Kept {
    int              schema;
    std::size_t      entries;
    std::uint32_t    services;
    base::Date       day;
    std::string_view edited;
    std::string      waiting;  // the key of the second one's command
};

void opens(const Kept& was, bool online)
{
    CAPTURE(was.schema);
    CAPTURE(online);
    const auto entries = kept(was.schema);
    REQUIRE(entries.size() == was.entries);
    REQUIRE_FALSE(stored_as_of_today(entries));
    Device device;
    device.is_killed();
    device.storage.damage() = entries;
    device.storage.should_have(entries.size());
    device.clock.at = noon(was.day);
    device.opens(online);
    CHECK(device.notices() == "");
    CHECK(device.state().services.size() == was.services);
    CHECK(label_of(device.state(), was.edited) == "en attente");
    CHECK(device.store->outbox().size() == (online ? 0 : 1));
    // Keys of schema 1 did not contain the device.
    CHECK(device.storage.contents().contains(was.waiting) == (was.schema > 1 && !online));
    CHECK(stored_as_of_today(device.storage.contents()));

    const auto shown = device.state();
    device.is_killed();
    device.opens(online);
    CHECK(device.notices().empty());
    CHECK(same(device.state(), shown));
}

}  // namespace

TEST_CASE("what an earlier program stored is read whole, and stored as of today")
{
    const auto waiting = "outbox/93afadf5e8ad546c/00000000000000000002";
    opens({1, 5, 55, date(2026, 11, 25), "example-and-co.com", "outbox/00000000000000000002"}, false);
    opens({1, 5, 55, date(2026, 11, 25), "example-and-co.com", "outbox/00000000000000000002"}, true);
    opens({2, 13, 61, date(2026, 11, 26), "atelier-example.com", waiting}, false);
    opens({2, 13, 61, date(2026, 11, 26), "atelier-example.com", waiting}, true);
}

TEST_CASE("the days in letters that an earlier program stored are days, and all else in them is text")
{
    auto read = table::read_page(kept(2).at("page/messages/000000"), table::schema_of<Message>(), store::schema_number);
    REQUIRE(read.damage == table::Damage::none);
    table::Table<Message> messages;
    messages.adopt(std::move(read.page));
    REQUIRE(messages.size() == 6);
    const auto renewal = messages.get({"mail-auto-d-23-2026-12-10"});
    REQUIRE(renewal);
    CHECK(renewal->args == base::Args{std::string("menuiserie-example.fr"), date(2026, 12, 10), date(2026, 12, 3)});
    const auto trade = messages.get({"mail-trade-demo-1-owner"});
    REQUIRE(trade);
    CHECK(trade->args == base::Args{std::string("theatre-example.org"), std::string("C-204518"),
                                    std::string("C-118203"), date(2026, 12, 8)});
}

namespace {

// The meta record of earlier programs: the demo host's data were separate columns.
struct EarlierMeta {
    base::Id<EarlierMeta> id{"meta"};
    std::string           device;
    std::int64_t          clock_offset_ms = 0, services = 0, operations = 0, others = 0;
    base::Date            last_round;
};

template <class Visit>
constexpr void fields(Visit&& visit, EarlierMeta& m)
{
    visit("id", m.id);
    visit("device", m.device);
    visit("clock_offset_ms", m.clock_offset_ms);
    visit("services", m.services);
    visit("operations", m.operations);
    visit("others", m.others);
    visit("last_round", m.last_round);
}

}  // namespace

TEST_CASE("the moved clock that an earlier program stored is found again, and stored as of today")
{
    Device device;
    device.labels("d1", "shop");
    device.passes_ms(3'000);
    device.is_killed();
    EarlierMeta meta;
    meta.device                     = "phone1";
    meta.clock_offset_ms            = 60 * base::ms_per_day;
    meta.services                   = device.initial.services.size();
    meta.last_round                 = in(60);
    device.storage.damage()["meta"] = store::record_bytes(meta);
    device.opens();
    CHECK(device.notices() == "");
    CHECK(device.store->today() == in(60));
    device.labels("d1", "again");
    device.advance_clock(base::ms_per_day);
    device.reloads();
    CHECK(device.store->today() == in(61));
    const auto now = store::read_meta(device.storage.contents().at("meta"));
    REQUIRE(now);
    CHECK(now->peer == exchange::Kept{"clock_offset_ms=" + std::to_string(61 * base::ms_per_day),
                                      "seen_hour=" + std::to_string(device.store->now().ms / base::ms_per_hour),
                                      "last_round=" + base::to_iso(in(61))});
}

// As tests/table checks for today's pages.
TEST_CASE("any damaged byte of a page of an earlier layout is noticed, and one whose checksum was made to fit is not "
          "believed")
{
    const auto whole = kept(2).at("page/services/000000");
    const auto read  = [](std::string_view bytes) { return table::read_page(bytes, table::schema_of<Service>(), 2); };
    REQUIRE(read(whole).damage == table::Damage::none);
    std::mt19937_64 random(8);
    const auto      other = [&] { return static_cast<char>(1 + random() % 255); };
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        auto damaged = whole;
        damaged[at]  = static_cast<char>(damaged[at] ^ other());
        REQUIRE(read(damaged).damage != table::Damage::none);
        REQUIRE(read(std::string_view(whole).substr(0, at)).damage != table::Damage::none);
    }

    const auto content = whole.size() - sizeof(std::uint64_t);
    int        refused = 0;
    for (int step = 0; step < 3000; ++step) {
        auto bytes = whole.substr(0, content);
        for (auto left = 1 + random() % 3; left > 0; --left) bytes[6 + random() % (content - 6)] ^= other();
        const auto sum = table::hash(bytes);
        bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
        auto back = read(bytes);
        if (back.damage != table::Damage::none) {
            ++refused;
            continue;
        }
        table::Table<Service> services;
        services.adopt(std::move(back.page));
        for (const Service& service : services) REQUIRE(service.name.size() < bytes.size());
    }
    CHECK(refused > 150);
}

TEST_CASE("a program of schema 1 that is still open cannot take today's data for its own")
{
    for (const auto& [key, bytes] : kept(1)) {
        const auto& name = key;  // clang 14 cannot capture a structured binding
        CAPTURE(name);
        CHECK_FALSE(table::newer_page(bytes, 1));
    }
    Device device;
    device.labels("d1", "shop");
    for (const auto& [key, bytes] : device.storage.contents()) {
        const auto& name = key;  // clang 14 cannot capture a structured binding
        CAPTURE(name);
        CHECK(table::newer_page(bytes, 1));
    }
}

TEST_CASE("what the last program of schema 2 stored, in pages, in its log and in its outbox, is what it showed then")
{
    std::stringstream bytes;
    bytes << std::ifstream(GUICHET_SOURCE_DIR "/tests/store/kept/schema_2_log.json", std::ios::binary).rdbuf();
    auto shown = codec::read_account(bytes.str());
    REQUIRE(shown);

    const auto entries = kept_in("schema_2_log");
    Device     device;
    device.is_killed();
    device.storage.damage() = entries;
    device.storage.should_have(entries.size());
    device.opens(false);
    CHECK(device.notices() == "");
    CHECK(device.store->outbox().size() == 3);
    for_each_table(device.state(), [&]<class T>(std::string_view name, const table::Table<T>& table) {
        const auto& of = name;
        CAPTURE(of);
        for_each_table(*shown, [&](std::string_view other, const auto& rows) {
            if (name != other) return;
            CHECK(table.size() == rows.size());
            if constexpr (std::is_same_v<std::decay_t<decltype(rows)>, table::Table<T>>)
                for (const T& row : rows) CHECK(table.get(row.id) == row);
        });
    });

    // Nothing stored from now on contains a token.
    device.store->set_online(true);
    device.lets_the_host_finish();
    CHECK(device.store->outbox().empty());
    const auto all = device.state();
    device.is_killed();
    device.opens();
    CHECK(same(device.state(), all));
    for (const auto& [key, stored] : device.storage.contents()) {
        const auto& name = key;
        CAPTURE(name);
        CHECK(stored.find("token=") == std::string::npos);
        CHECK(stored.find("a68d76125c431428") == std::string::npos);
    }
}
