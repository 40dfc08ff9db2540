// Data that earlier versions of this program stored, in a real browser: kept here so that no customer's are ever lost to
// an update. One folder for each schema number; a file's name is its key, with dots for slashes.
#include "store/device.hpp"
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

}  // namespace

// A demo account; the label of a domain set twice, once settled and once while offline.
TEST_CASE("what the program of schema 1 stored is read whole, and stored as of today")
{
    const auto entries = kept(1);
    REQUIRE(entries.size() == 5);
    for (const bool online : {false, true}) {
        Device device;
        device.is_killed();
        device.storage.damage() = entries;
        device.storage.should_have(entries.size());
        device.clock.at         = noon(date(2026, 11, 25));
        device.opens(online);
        CHECK(device.notices() == "");
        CHECK(device.state().services.size() == 55);
        CHECK(label_of(device.state(), "example-and-co.com") == "en attente");
        CHECK(device.store->outbox().size() == (online ? 0 : 1));
        CHECK(device.storage.contents().count("outbox/00000000000000000002") == 0);

        const auto shown = device.state();
        device.is_killed();
        device.opens(online);
        CHECK(device.notices().empty());
        CHECK(same(device.state(), shown));
    }
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
