// Selecting rows of a list: by pointer, by keyboard, and as reported to assistive technology.
#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_view_literals;
using ui::Role;

namespace {

struct Row {
    std::string  id;
    std::int64_t number = 0;
};
enum class Act { renew };

constexpr ui::Column<Row> columns[] = {
    {"column.identifier", 0, [](const Row& row) { return row.id; }, {.sort = 0, .priority = 0}},
    {"column.days_left", 120, [](const Row& row) { return std::to_string(row.number); }},
};
constexpr ui::RowAction<Row, Act> actions[] = {{Act::renew, "action.renew"}};
constexpr ui::List<Row, Act>      services  = {.columns   = columns,
                                               .actions   = actions,
                                               .id        = [](const Row& row) { return row.id; },
                                               .href      = [](const Row& row) { return "#/" + row.id; },
                                               .icon      = {},
                                               .when_none = "ui.no_option",
                                               .selected  = "services.selected",
                                               .exports   = true};

struct World {
    std::int64_t                     many   = 5;
    ui::ListState                    state  = {};
    ui::ListWork                     work   = {};
    std::optional<base::SheetFormat> wanted = {};

    struct Rows {
        std::int64_t many;
        bool         turned;

        std::int64_t       size() const { return many; }
        std::int64_t       total() const { return many; }
        ui::Selection::Key key(std::size_t at) const
        {
            return static_cast<ui::Selection::Key>(turned ? many - 1 - std::int64_t(at) : std::int64_t(at));
        }
        std::uint64_t stamp() const { return turned; }
        Row           operator[](std::size_t at) const { return {"d" + std::to_string(key(at)) + ".fr", key(at)}; }
    };
    void draw()
    {
        ui::Page   page({.title = "Services"sv, .fills = true});
        const bool turned = !state.sort.empty() && state.sort[0].descending;
        ui::draw(services, "Services actifs"sv, state, Rows{many, turned}, work);
        if (state.wanted) wanted = state.wanted;
    }
};

// The selected rows on screen, as reported to assistive technology.
std::string selected(const Customer& customer)
{
    std::string all;
    const auto& screen = customer.ui.semantics();
    for (const auto& node : screen.nodes()) {
        if (node.role != Role::rowheader || !screen.at(node.parent).is(ui::state::selected)) continue;
        all.append(all.empty() ? "" : " ").append(node.name);
    }
    return all;
}

void to_first_row(Customer& customer)
{
    customer.press(Role::searchbox, "Rechercher");
    customer.key("ArrowDown");
}

void press_with(Customer& customer, ImGuiKey held, Role role, std::string_view name)
{
    ImGui::GetIO().AddKeyEvent(held, true);
    customer.press(role, name);
    ImGui::GetIO().AddKeyEvent(held, false);
}

}  // namespace

TEST_CASE("rows are selected")
{
    World    world;
    Customer customer([&] { world.draw(); });

    SUBCASE("by their boxes, and the list says how many")
    {
        CHECK(customer.is(Role::row, "", ui::state::selectable) == false);  // the header row cannot be selected
        CHECK_FALSE(customer.sees(Role::button, "Tout désélectionner"));
        customer.press(Role::checkbox, "Sélectionner d1.fr");
        CHECK(selected(customer) == "d1.fr");
        CHECK(customer.is(Role::checkbox, "Sélectionner d1.fr", ui::state::checked));
        CHECK(customer.is(Role::checkbox, "Tout sélectionner", ui::state::mixed));
        CHECK(customer.sees(Role::status, "1 service sélectionné"));
        customer.press(Role::checkbox, "Sélectionner d3.fr");
        CHECK(customer.sees(Role::status, "2 services sélectionnés"));
        customer.press(Role::checkbox, "Sélectionner d1.fr");
        CHECK(selected(customer) == "d3.fr");
        customer.press(Role::button, "Tout désélectionner");
        CHECK(selected(customer).empty());
        CHECK_FALSE(customer.sees(Role::button, "Tout désélectionner"));
        CHECK_FALSE(customer.followed());
    }
    SUBCASE("all by the box above them, but those taken out again")
    {
        customer.press(Role::checkbox, "Tout sélectionner");
        CHECK(customer.sees(Role::status, "5 services sélectionnés"));
        CHECK(customer.is(Role::checkbox, "Tout sélectionner", ui::state::checked));
        customer.press(Role::checkbox, "Sélectionner d2.fr");
        CHECK(customer.sees(Role::status, "4 services sélectionnés"));
        CHECK(customer.is(Role::checkbox, "Tout sélectionner", ui::state::mixed));
        customer.press(Role::checkbox, "Tout sélectionner");
        CHECK(customer.sees(Role::status, "5 services sélectionnés"));
        customer.press(Role::checkbox, "Tout sélectionner");
        CHECK(selected(customer).empty());
    }
    SUBCASE("from one to another with Shift, also when they were sorted meanwhile")
    {
        customer.press(Role::checkbox, "Sélectionner d1.fr");
        press_with(customer, ImGuiMod_Shift, Role::checkbox, "Sélectionner d3.fr");
        CHECK(selected(customer) == "d1.fr d2.fr d3.fr");
        world.state.sort = {{0, true}};
        customer.waits();
        CHECK(selected(customer) == "d3.fr d2.fr d1.fr");
        press_with(customer, ImGuiMod_Shift, Role::link, "d0.fr");
        CHECK(selected(customer) == "d3.fr d2.fr d1.fr d0.fr");
        CHECK_FALSE(customer.followed());
    }
    SUBCASE("and can be had as a file, as can the whole list")
    {
        customer.press(Role::button, "Exporter");
        customer.press(Role::menuitem, "JSON");
        CHECK(world.wanted == base::SheetFormat::json);
        customer.press(Role::checkbox, "Sélectionner d1.fr");
        customer.press(Role::button, "Exporter");
        customer.press(Role::menuitem, "CSV (tableur)");
        CHECK(world.wanted == base::SheetFormat::csv);
    }
}

TEST_CASE("rows are selected by the keyboard alone")
{
    World    world;
    Customer customer([&] { world.draw(); });
    to_first_row(customer);

    SUBCASE("with Space, and with Shift and Space up to here")
    {
        customer.key(" ");
        CHECK(selected(customer) == "d0.fr");
        CHECK(customer.focused() == "d0.fr");
        customer.key("ArrowDown");
        customer.key("ArrowDown");
        customer.key(" ", true);
        CHECK(selected(customer) == "d0.fr d1.fr d2.fr");
    }
    SUBCASE("also when keys come faster than the screen is drawn")
    {
        customer.keys_at_once({"ArrowDown", "ArrowDown", "ArrowDown", " "});
        CHECK(selected(customer) == "d3.fr");
        CHECK(customer.focused() == "d3.fr");
    }
    SUBCASE("with Ctrl+A all, with Escape none")
    {
        customer.key("a", false, true);
        CHECK(customer.sees(Role::status, "5 services sélectionnés"));
        customer.key("Escape");
        CHECK(selected(customer).empty());
        CHECK(customer.focused() == "d0.fr");
    }
    SUBCASE("by the boxes, which are walked along like the rows")
    {
        customer.key("ArrowLeft");
        CHECK(customer.focused() == "Sélectionner d0.fr");
        customer.key("ArrowDown");
        CHECK(customer.focused() == "Sélectionner d1.fr");
        customer.key(" ");
        CHECK(selected(customer) == "d1.fr");
        customer.key("ArrowRight");
        CHECK(customer.focused() == "d1.fr");
    }
    SUBCASE("and the keyboard comes back to the rows when the bar goes")
    {
        customer.key("a", false, true);
        for (int tabs = 0; tabs < 10 && customer.focused() != "Tout désélectionner"; ++tabs) customer.key("Tab");
        CHECK(customer.focused() == "Tout désélectionner");
        customer.key("Enter");
        CHECK(selected(customer).empty());
        CHECK(customer.focused() == "d0.fr");
    }
}

TEST_CASE("rows are copied as they read, with the titles of their columns")
{
    World    world;
    Customer customer([&] { world.draw(); });

    SUBCASE("the row that has the focus, where none is selected")
    {
        to_first_row(customer);
        customer.key("ArrowDown");
        customer.key("c", false, true);
        CHECK(customer.copied == "Identifiant\tJours restants\r\nd1.fr\t1\r\n");
    }
    SUBCASE("all that are selected, in their order")
    {
        customer.press(Role::checkbox, "Sélectionner d3.fr");
        customer.press(Role::checkbox, "Sélectionner d1.fr");
        customer.key("c", false, true);
        CHECK(customer.copied == "Identifiant\tJours restants\r\nd1.fr\t1\r\nd3.fr\t3\r\n");
    }
    SUBCASE("nothing where no row has the focus")
    {
        customer.press(Role::searchbox, "Rechercher");
        customer.key("c", false, true);
        CHECK(customer.copied.empty());
    }
    SUBCASE("not more than a file would hold better")
    {
        world.many = 20'000;
        customer.waits();
        customer.press(Role::checkbox, "Tout sélectionner");
        customer.key("c", false, true);
        CHECK(customer.copied.empty());
        CHECK(customer.reads("ne se copient pas d’un coup"));
    }
}

TEST_CASE("a row has a menu of its own")
{
    World    world;
    Customer customer([&] { world.draw(); });

    SUBCASE("by the menu key, which gives the focus back to the row")
    {
        to_first_row(customer);
        customer.key("ContextMenu");
        REQUIRE(customer.sees(Role::menu, "Actions pour d0.fr"));
        CHECK(customer.sees(Role::menuitem, "Renouveler"));
        customer.key("Escape");
        CHECK(customer.focused() == "d0.fr");
    }
    SUBCASE("at the pointer, by a right click or a long press")
    {
        const auto* row = customer.find(Role::rowheader, "d2.fr");
        REQUIRE(row);
        const auto id = customer.ui.semantics().at(row->parent).id;
        customer.ui.hear(
            {.kind = ui::Event::Kind::key, .owner = id, .text = "ContextMenu", .caret = 300, .selection = 250});
        customer.waits();
        const auto* menu = customer.find(Role::menu, "Actions pour d2.fr");
        REQUIRE(menu);
        CHECK(menu->rect.x == 300);
        CHECK(menu->rect.y == 254);
    }
    SUBCASE("that copies its name")
    {
        to_first_row(customer);
        customer.key("ContextMenu");
        customer.press(Role::menuitem, "Copier le nom");
        CHECK(customer.copied == "d0.fr");
    }
    SUBCASE("that opens it in a new tab")
    {
        to_first_row(customer);
        customer.key("ContextMenu");
        customer.press(Role::menuitem, "Ouvrir dans un nouvel onglet");
        CHECK(customer.opened_apart == "#/d0.fr");
        CHECK_FALSE(customer.followed());
    }
}

TEST_CASE("selecting on a phone")
{
    World    world;
    Customer customer([&] { world.draw(); }, 320, 700);

    SUBCASE("begins in a menu; cards then have a box, and a press on one selects it")
    {
        CHECK_FALSE(customer.sees(Role::checkbox, "Sélectionner d1.fr"));
        customer.press(Role::button, "Plus d’actions");
        customer.press(Role::menuitem, "Sélectionner");
        CHECK(customer.sees(Role::status, "0 service sélectionné"));
        customer.press(Role::link, "d1.fr");
        CHECK_FALSE(customer.followed());
        customer.press(Role::checkbox, "Sélectionner d3.fr");
        CHECK(customer.sees(Role::status, "2 services sélectionnés"));
        customer.press(Role::checkbox, "Tout sélectionner");
        CHECK(customer.sees(Role::status, "5 services sélectionnés"));
        customer.press(Role::button, "Tout désélectionner");
        CHECK_FALSE(customer.sees(Role::checkbox, "Sélectionner d1.fr"));
        customer.press(Role::link, "d1.fr");
        CHECK(customer.followed() == "#/d1.fr");
    }
    SUBCASE("needs no small targets")
    {
        customer.press(Role::button, "Plus d’actions");
        customer.press(Role::menuitem, "Sélectionner");
        customer.press(Role::link, "d1.fr");
        for (const auto& node : customer.ui.semantics().nodes()) {
            if (node.role != Role::checkbox && node.name != "Exporter" && node.name != "Tout désélectionner") continue;
            CAPTURE(std::string(node.name));
            CHECK(node.rect.w >= 44);
            CHECK(node.rect.h >= 44 - 1);
            CHECK(node.rect.right() <= 320);
        }
    }
    SUBCASE("offers the files in the same menu")
    {
        customer.press(Role::button, "Plus d’actions");
        customer.press(Role::menuitem, "CSV (tableur)");
        CHECK(world.wanted == base::SheetFormat::csv);
    }
}

TEST_CASE("a million rows are all selected in no time, and a range over all of them in a frame's")
{
    World world;
    world.many = 1'000'000;
    Customer customer([&] { world.draw(); });
    customer.press(Role::checkbox, "Tout sélectionner");
    CHECK(customer.sees(Role::status, "1\u202f000\u202f000 services sélectionnés"));
    customer.press(Role::checkbox, "Sélectionner d2.fr");
    CHECK(customer.sees(Role::status, "999\u202f999 services sélectionnés"));
    customer.key("Escape");

    to_first_row(customer);
    customer.key(" ");
    customer.key("End");
    CHECK(customer.focused() == "d999999.fr");
    customer.key(" ", true);
    CHECK(customer.sees(Role::status, "1\u202f000\u202f000 services sélectionnés"));
    CHECK(customer.find(Role::table, "Services actifs")->row_count == 1'000'001);
}

TEST_CASE("a search that takes long shows how far it is, one that is soon over shows nothing")
{
    World    world;
    Customer customer([&] { world.draw(); });
    world.work = {.busy = true, .progress = 0.4f};
    customer.waits();
    CHECK_FALSE(customer.sees(Role::progressbar, "Recherche en cours…"));
    customer.waits(400);
    CHECK(customer.sees(Role::status, "Recherche en cours…"));
    REQUIRE(customer.sees(Role::progressbar, "Recherche en cours…"));
    CHECK(customer.find(Role::progressbar, "Recherche en cours…")->row == 40);
    CHECK(customer.is(Role::table, "Services actifs", ui::state::busy));
    world.work = {};
    customer.waits();
    CHECK_FALSE(customer.sees(Role::status, "Recherche en cours…"));
}
