// The kit and the page's mirror may not know each other; this holds their words together.
#include "platform/mirror.hpp"

#include "ui/core/context.hpp"
#include "ui/core/semantics.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

namespace {

#define SAME_ROLE(name) static_assert(int(ui::Role::name) == int(platform::Role::name))
SAME_ROLE(group);
SAME_ROLE(main);
SAME_ROLE(navigation);
SAME_ROLE(banner);
SAME_ROLE(region);
SAME_ROLE(heading);
SAME_ROLE(text);
SAME_ROLE(link);
SAME_ROLE(button);
SAME_ROLE(tablist);
SAME_ROLE(tab);
SAME_ROLE(tabpanel);
SAME_ROLE(searchbox);
SAME_ROLE(textbox);
SAME_ROLE(spinbutton);
SAME_ROLE(combobox);
SAME_ROLE(listbox);
SAME_ROLE(option);
SAME_ROLE(checkbox);
SAME_ROLE(radiogroup);
SAME_ROLE(radio);
SAME_ROLE(switch_);
SAME_ROLE(table);
SAME_ROLE(rowgroup);
SAME_ROLE(row);
SAME_ROLE(columnheader);
SAME_ROLE(cell);
SAME_ROLE(menu);
SAME_ROLE(menuitem);
SAME_ROLE(dialog);
SAME_ROLE(alertdialog);
SAME_ROLE(list);
SAME_ROLE(listitem);
SAME_ROLE(status);
SAME_ROLE(alert);
SAME_ROLE(image);
SAME_ROLE(progressbar);
SAME_ROLE(separator);
SAME_ROLE(rowheader);
SAME_ROLE(grid);
SAME_ROLE(count_);

#define SAME_STATE(name) static_assert(std::uint32_t{ui::state::name} == platform::state::name)
SAME_STATE(disabled);
SAME_STATE(selected);
SAME_STATE(checked);
SAME_STATE(mixed);
SAME_STATE(expandable);
SAME_STATE(expanded);
SAME_STATE(invalid);
SAME_STATE(current);
SAME_STATE(modal);
SAME_STATE(multiline);
SAME_STATE(secret);
SAME_STATE(busy);
SAME_STATE(required);
SAME_STATE(read_only);
SAME_STATE(editable);
SAME_STATE(opens_menu);
SAME_STATE(opens_dialog);
SAME_STATE(focusable);
SAME_STATE(skip_tab);
SAME_STATE(focus_wanted);
SAME_STATE(select_all);

#define SAME_KEY(name) static_assert(std::uint32_t{ui::keys::name} == platform::keys::name)
SAME_KEY(up_down);
SAME_KEY(left_right);
SAME_KEY(home_end);
SAME_KEY(pages);
SAME_KEY(escape);
SAME_KEY(enter);
SAME_KEY(space);
SAME_KEY(erase);
SAME_KEY(letters);
SAME_KEY(select_all);
SAME_KEY(tab);

static_assert(int(ui::Sort::none) == int(platform::Sort::none));
static_assert(int(ui::Sort::ascending) == int(platform::Sort::ascending));
static_assert(int(ui::Sort::descending) == int(platform::Sort::descending));
static_assert(int(ui::Sort::sortable) == int(platform::Sort::sortable));

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
    // The first node: nothing but numbers and five empty texts.
    CHECK(read.take<std::uint32_t>() == 7);
    CHECK(read.take<std::uint32_t>() == platform::no_parent);
    CHECK(read.take<std::uint32_t>() == std::uint32_t(platform::Role::main));
    CHECK(read.take<std::uint32_t>() == 0);
    CHECK(read.take<std::uint32_t>() == platform::keys::pages);
    for (int number = 0; number < 10; ++number) CHECK(read.take<float>() == 0);
    CHECK(read.take<float>() == -1);
    for (int number = 0; number < 4; ++number) CHECK(read.take<std::int32_t>() == 0);
    for (int text = 0; text < 5; ++text) CHECK(read.text().empty());
    CHECK(read.take<std::uint64_t>() == 0);
    // The second one, below it.
    CHECK(read.take<std::uint32_t>() == 9);
    CHECK(read.take<std::uint32_t>() == 0);
    CHECK(read.take<std::uint8_t>() == std::uint8_t(platform::Role::spinbutton));
    CHECK(read.take<std::uint8_t>() == 3);
    CHECK(read.take<std::uint8_t>() == std::uint8_t(platform::Sort::descending));
    CHECK(read.take<std::uint8_t>() == 0);
    CHECK(read.take<std::uint32_t>() == platform::state::invalid);
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
    // The third is beside the first again.
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
