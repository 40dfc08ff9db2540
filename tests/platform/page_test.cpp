// The page in the native window and in tests: history, titles, files; and the data sent to the mirror.
#include "platform/native/page_native.hpp"
#include "platform/page_state.hpp"
#include "platform/pump.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace {

struct FreshPage {
    FreshPage() { clear(); }
    ~FreshPage() { clear(); }
    static void clear()
    {
        platform::native_page() = {};
        platform::events()      = {};
    }
};

}  // namespace

TEST_CASE_FIXTURE(FreshPage, "back and forward walk through the addresses, and a new one cuts off what was ahead")
{
    std::string heard;
    platform::events().location_changed = [&](std::string_view to) { heard = to; };
    platform::push_location("/services");
    platform::push_location("/services?q=a");
    platform::replace_location("/services?q=ab");
    CHECK(heard.empty());
    platform::travel(-1);
    CHECK(heard == "/services");
    CHECK(platform::location() == "/services");
    platform::travel(1);
    CHECK(platform::location() == "/services?q=ab");
    platform::travel(-2);
    platform::push_location("/support");
    platform::travel(1);
    CHECK(platform::location() == "/support");
}

TEST_CASE("names with accents become what DNS knows; what is no host name is refused")
{
    CHECK(platform::to_ascii("Café.FR") == "xn--caf-dma.fr");
    CHECK(platform::to_ascii("ns1.exemple.fr") == "ns1.exemple.fr");
    CHECK(platform::to_ascii("faß.de") == "xn--fa-hia.de");
    CHECK(platform::to_ascii("例え.jp") == "xn--r8jz45g.jp");
    CHECK(platform::to_ascii("") == std::nullopt);
    CHECK(platform::to_ascii("a b.fr") == std::nullopt);
    CHECK(platform::to_ascii("-a.fr") == std::nullopt);
    CHECK(platform::to_ascii("exemple..fr") == std::nullopt);
    CHECK(platform::to_ascii("a_b.fr") == std::nullopt);
    CHECK(platform::to_ascii(std::string(64, 'a') + ".fr") == std::nullopt);
}

TEST_CASE_FIXTURE(FreshPage,
                  "a picked file is read piece by piece until it is forgotten, and one above the limit is not read")
{
    const auto path = std::filesystem::temp_directory_path() /
                      ("guichet-picked-" + std::to_string(::getpid()) + ".json");
    std::ofstream(path) << "{\"a\":1}";
    platform::GivenFile file;
    std::string         why  = "never answered";
    const auto          pick = [&] {
        platform::native_page().next_pick = path;
        platform::pick_file(".json", [&](platform::GivenFile given, std::string_view reason) {
            file = given;
            why  = reason;
        });
        CHECK(why == "never answered");
        platform::pump();
    };
    const auto read = [&](std::uint64_t from, std::uint64_t length) {
        std::string told = "never answered";
        platform::read_file(file, from, length, [&](std::string bytes, bool ok) { told = ok ? bytes : "refused"; });
        CHECK(told == "never answered");
        platform::pump();
        return told;
    };
    pick();
    CHECK(file.name == ("guichet-picked-" + std::to_string(::getpid()) + ".json"));
    CHECK(file.size == 7);
    CHECK(why == "");
    CHECK(read(0, 4) == "{\"a\"");
    CHECK(read(4, 4000) == ":1}");
    platform::forget_file(file);
    CHECK(read(0, 4) == "refused");

    why = "never answered";
    platform::set_file_limit(6);
    pick();
    CHECK(file.name == ("guichet-picked-" + std::to_string(::getpid()) + ".json"));
    CHECK(file.number == 0);
    CHECK(why == "too_large");
    std::filesystem::remove(path);

    why = "never answered";
    pick();
    CHECK(why == "unreadable");
}

TEST_CASE_FIXTURE(FreshPage,
                  "a file that is made piece by piece is there when it is finished, and never when it is cancelled")
{
    auto&      page      = platform::native_page();
    const auto one       = platform::begin_file("one.csv", "text/csv");
    const auto cancelled = platform::begin_file("two.csv", "text/csv");
    platform::append_file(one, "a;");
    platform::append_file(cancelled, "b;");
    platform::append_file(one, "c");
    CHECK(page.saved.name.empty());
    platform::cancel_file(cancelled);
    platform::finish_file(one);
    CHECK(page.saved.name == "one.csv");
    CHECK(page.saved.bytes == "a;c");
    CHECK(page.drafts.empty());
    platform::cancel_file(0);
    platform::cancel_file(one);
}

TEST_CASE_FIXTURE(FreshPage, "the mirror is sent a screen when it changed, and again after something was typed")
{
    const std::vector<std::uint8_t> one = {1, 2, 3}, two = {4};
    auto&                           sent = platform::native_page().screen;
    platform::mirror(one);
    CHECK(sent == one);
    sent.clear();
    platform::mirror(one);
    CHECK(sent.empty());
    platform::mirror(two);
    CHECK(sent == two);

    // The program discarded what was typed: its screen is unchanged, but the field must be corrected.
    sent.clear();
    platform::MirrorEvent typed;
    typed.kind = platform::MirrorEvent::Kind::value;
    platform::note_mirror_event(typed);
    platform::mirror(two);
    CHECK(sent == two);
}

TEST_CASE("who has the keyboard focus is known until it is lost")
{
    platform::MirrorEvent event;
    event.kind = platform::MirrorEvent::Kind::focus;
    event.id   = 7;
    platform::note_mirror_event(event);
    CHECK(platform::focused() == 7);
    event.kind = platform::MirrorEvent::Kind::blur;
    platform::note_mirror_event(event);
    CHECK(platform::focused() == 0);
}

TEST_CASE_FIXTURE(FreshPage, "choices are remembered until they are forgotten")
{
    CHECK(platform::preference("theme") == std::nullopt);
    platform::set_preference("theme", "dark");
    CHECK(platform::preference("theme") == "dark");
    platform::forget_preference("theme");
    CHECK(platform::preference("theme") == std::nullopt);
}
