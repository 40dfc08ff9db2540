// Data that earlier versions of this program stored, in a real browser: kept here so that no customer's are ever lost to
// an update. One folder for each schema number, both of pages as they lay in memory (layout 1); a file's name is its key, with
// dots for slashes.
#include "store/device.hpp"
#include "store/records.hpp"
#include "table/pages.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace account;

namespace {

std::map<std::string, std::string> kept(int schema)
{
    std::map<std::string, std::string> entries;
    const auto folder = std::filesystem::path(GUICHET_SOURCE_DIR) / "tests/store/kept" / ("schema_" + std::to_string(schema));
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        auto key = file.path().filename().string();
        std::replace(key.begin(), key.end(), '.', '/');
        std::stringstream bytes;
        bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
        entries[key] = bytes.str();
    }
    return entries;
}

std::string label_of(const State& state, std::string_view name)
{
    for (const Service& one : state.services)
        if (one.name == name) return one.label;
    return "no such service";
}

bool stored_as_of_today(const std::map<std::string, std::string>& entries)
{
    const auto services = table::read_page(entries.at("page/services/000000"), table::schema_of<Service>(), store::schema_number);
    REQUIRE(services.damage == table::Damage::none);
    return !services.older;
}

// A demo account; the label of a domain set twice, once settled and once while offline.
struct Kept {
    int              schema;
    std::size_t      entries;
    std::uint32_t    services;
    base::Date       day;
    std::string_view edited;
    std::string      gone = {};  // a key that is no longer used
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
    device.clock.at         = noon(was.day);
    device.opens(online);
    CHECK(device.notices() == "");
    CHECK(device.state().services.size() == was.services);
    CHECK(label_of(device.state(), was.edited) == "en attente");
    CHECK(device.store->outbox().size() == (online ? 0 : 1));
    CHECK_FALSE(device.storage.contents().contains(was.gone));
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
    opens({1, 5, 55, date(2026, 11, 25), "example-and-co.com", "outbox/00000000000000000002"}, false);
    opens({1, 5, 55, date(2026, 11, 25), "example-and-co.com", "outbox/00000000000000000002"}, true);
    opens({2, 13, 61, date(2026, 11, 26), "atelier-example.com"}, false);
    opens({2, 13, 61, date(2026, 11, 26), "atelier-example.com"}, true);
}

TEST_CASE("a program of schema 1 that is still open cannot take today's data for its own")
{
    for (const auto& [key, bytes] : kept(1)) {
        CAPTURE(key);
        CHECK_FALSE(table::newer_page(bytes, 1));
    }
    Device device;
    device.labels("d1", "shop");
    for (const auto& [key, bytes] : device.storage.contents()) {
        CAPTURE(key);
        CHECK(table::newer_page(bytes, 1));
    }
}
