// The kit and the page's mirror may not include each other; this test checks that their binary formats agree.
#include "platform/mirror.hpp"

#include "ui/core/context.hpp"
#include "ui/core/semantics.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

namespace {

struct Reader {
    std::span<const std::uint8_t> bytes;
    std::size_t                   at = 0;

    template <class Number>
    Number take()
    {
        Number number{};
        std::memcpy(&number, bytes.data() + at, sizeof number);
        at += sizeof number;
        return number;
    }
    std::string text()
    {
        const auto  size = take<std::uint32_t>();
        std::string read(reinterpret_cast<const char*>(bytes.data() + at), size);
        at += size;
        return read;
    }
};

}  // namespace

TEST_CASE("a screen goes to the page in the bytes that the page reads")
{
    ui::Semantics screen;
    screen.enter({.id = 7, .role = ui::Role::main, .keys = ui::keys::pages});
    screen.add({.id           = 9,
                .role         = ui::Role::spinbutton,
                .name         = "Années",
                .value        = "2",
                .description  = "De 1 à 10",
                .hint         = "inputmode=numeric",
                .state        = ui::state::invalid,
                .level        = 3,
                .sort         = ui::Sort::descending,
                .rect         = {1, 2, 3, 4},
                .clip         = {5, 6, 7, 8},
                .text_px      = 17,
                .text_x       = 12,
                .text_y       = -1,
                .row          = 2,
                .column       = 1,
                .row_count    = 10,
                .column_count = 4,
                .controls     = 11,
                .active       = 12});
    screen.leave();
    screen.add({.id = 10, .role = ui::Role::link, .name = "Accueil", .href = "#/"});

    Reader read{screen.bytes()};
    CHECK(read.take<std::uint32_t>() == platform::mirror_magic);
    CHECK(read.take<std::uint32_t>() == 3);
    // The first node: only numbers and five empty texts.
    CHECK(read.take<std::uint32_t>() == 7);
    CHECK(read.take<std::uint32_t>() == platform::no_parent);
    CHECK(read.take<std::uint32_t>() == std::uint32_t(base::Role::main));
    CHECK(read.take<std::uint32_t>() == 0);
    CHECK(read.take<std::uint32_t>() == base::keys::pages);
    for (int number = 0; number < 10; ++number) CHECK(read.take<float>() == 0);
    CHECK(read.take<float>() == -1);
    for (int number = 0; number < 4; ++number) CHECK(read.take<std::int32_t>() == 0);
    for (int text = 0; text < 5; ++text) CHECK(read.text().empty());
    CHECK(read.take<std::uint64_t>() == 0);
    // The second node, a child of the first.
    CHECK(read.take<std::uint32_t>() == 9);
    CHECK(read.take<std::uint32_t>() == 0);
    CHECK(read.take<std::uint8_t>() == std::uint8_t(base::Role::spinbutton));
    CHECK(read.take<std::uint8_t>() == 3);
    CHECK(read.take<std::uint8_t>() == std::uint8_t(base::Sort::descending));
    CHECK(read.take<std::uint8_t>() == 0);
    CHECK(read.take<std::uint32_t>() == base::state::invalid);
    CHECK(read.take<std::uint32_t>() == 0);
    for (int number = 1; number <= 8; ++number) CHECK(read.take<float>() == float(number));
    CHECK(read.take<float>() == 17);
    CHECK(read.take<float>() == 12);
    CHECK(read.take<float>() == -1);
    CHECK(read.take<std::int32_t>() == 2);
    CHECK(read.take<std::int32_t>() == 1);
    CHECK(read.take<std::int32_t>() == 10);
    CHECK(read.take<std::int32_t>() == 4);
    CHECK(read.text() == "Années");
    CHECK(read.text() == "2");
    CHECK(read.text() == "De 1 à 10");
    CHECK(read.text().empty());
    CHECK(read.text() == "inputmode=numeric");
    CHECK(read.take<std::uint32_t>() == 11);
    CHECK(read.take<std::uint32_t>() == 12);
    // The third is a sibling of the first.
    CHECK(read.take<std::uint32_t>() == 10);
    CHECK(read.take<std::uint32_t>() == platform::no_parent);
}

TEST_CASE("the words of a screen live until the next one, however many there are")
{
    ui::Semantics screen;
    for (int frame = 0; frame < 3; ++frame) {
        screen.clear();
        for (int node = 0; node < 5000; ++node) {
            const auto name = "service " + std::to_string(node);
            screen.add({.id = std::uint32_t(node + 1), .role = ui::Role::text, .name = name});
        }
        const std::string large(100'000, 'x');
        screen.add({.id = 9999, .role = ui::Role::text, .name = large});
        CHECK(screen.at(0).name == "service 0");
        CHECK(screen.at(4999).name == "service 4999");
        CHECK(screen.at(5000).name.size() == 100'000);
    }
}

TEST_CASE("what is behind a dialog is out of reach, but what speaks up")
{
    ui::Semantics screen;
    screen.add({.id = 1, .role = ui::Role::button, .name = "Dessous"});
    screen.add({.id = 2, .role = ui::Role::status, .name = "À jour"});
    screen.enter({.id = 3, .role = ui::Role::dialog, .name = "Renouveler", .state = ui::state::modal});
    screen.add({.id = 4, .role = ui::Role::button, .name = "Annuler"});
    screen.leave();
    CHECK(screen.find(ui::Role::button, "Dessous") == nullptr);
    CHECK(screen.find(ui::Role::status, "À jour") != nullptr);
    CHECK(screen.find(ui::Role::button, "Annuler") != nullptr);
}
