#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace std::string_view_literals;
using ui::Role;

namespace {

struct Row {
    std::string  id, name;
    std::int64_t days = 0;
};
enum class Act { renew, remove };
constexpr int by_name = 0, by_days = 1;

int rows_formatted = 0;

std::optional<base::Problem> why_not_remove(const Row& row)
{
    if (row.days > 10) return base::Problem{"", "ui.at_limit", {}};
    return std::nullopt;
}

constexpr ui::Column<Row> columns[] = {
    {"column.identifier",
     0,
     [](const Row& row) {
         ++rows_formatted;
         return row.name;
     },
     {.sort = by_name, .priority = 0}},
    {"column.days_left",
     120,
     [](const Row& row) { return ui::Cell(std::to_string(row.days), ui::Tone::success); },
     {.sort = by_days, .priority = 1}},
    {"column.owner", 300, [](const Row&) { return "moi"; }, {.priority = 2}},
};
constexpr ui::RowAction<Row, Act> actions[] = {
    {Act::renew, "action.renew"},
    {Act::remove, "action.dissociate", why_not_remove},
};
constexpr ui::List<Row, Act> services = {.columns   = columns,
                                         .actions   = actions,
                                         .id        = [](const Row& row) { return row.id; },
                                         .href      = [](const Row& row) { return "#/services/active/" + row.id; },
                                         .icon      = {},
                                         .when_none = "ui.no_option"};

// Stands in for query::View: returns the matching rows in order.
struct World {
    std::vector<Row>                    all;
    std::int64_t                        many   = 0;  // if not 0: that many generated rows instead
    std::int64_t                        hidden = 0;  // by other filters
    ui::ListState                       state  = {};
    std::optional<ui::Picked<Row, Act>> picked = {};

    struct Rows {
        std::vector<const Row*> found;
        std::int64_t            made_up = 0, of = 0;

        std::int64_t size() const { return made_up ? made_up : std::int64_t(found.size()); }
        std::int64_t total() const { return of; }
        Row          operator[](std::size_t at) const
        {
            if (made_up) return {"d" + std::to_string(at), "domaine-" + std::to_string(at) + ".fr", std::int64_t(at)};
            return *found[at];
        }
    };
    Rows rows() const
    {
        Rows rows;
        rows.made_up = many;
        rows.of      = many ? many : std::int64_t(all.size()) + hidden;
        for (const auto& row : all)
            if (row.name.find(state.search) != std::string::npos) rows.found.push_back(&row);
        if (!state.sort.empty())
            std::ranges::sort(rows.found, [&](const Row* a, const Row* b) {
                if (state.sort[0].descending) std::swap(a, b);
                return state.sort[0].column == by_days ? a->days < b->days : a->name < b->name;
            });
        return rows;
    }
    void draw()
    {
        ui::Page page({.title = "Services"sv, .fills = true});
        if (auto got = ui::draw(services, "Services actifs"sv, state, rows(), {.filtered = hidden > 0}))
            picked = std::move(got);
    }
};

World three() { return {.all = {{"d1", "alpha.fr", 30}, {"d2", "beta.com", 5}, {"d3", "gamma.fr", 90}}}; }

// The rows on screen in order.
std::string names(const Customer& customer)
{
    std::string all;
    for (const auto& node : customer.ui.semantics().nodes())
        if (node.role == Role::rowheader) all.append(all.empty() ? "" : " ").append(node.name);
    return all;
}

}  // namespace

TEST_CASE("a list")
{
    auto     world = three();
    Customer customer([&] { world.draw(); });

    SUBCASE("is a table named by its tab, with as many rows as were found and the titles")
    {
        const auto* table = customer.find(Role::table, "Services actifs");
        REQUIRE(table);
        CHECK(table->row_count == 4);
        CHECK(table->column_count == 4);
        CHECK(names(customer) == "alpha.fr beta.com gamma.fr");
        CHECK(customer.sees(Role::columnheader, "Identifiant"));
        CHECK(customer.sees(Role::cell, "30"));
        CHECK(customer.sees(Role::status, "3 résultats sur 3"));
    }
    SUBCASE("is narrowed by what is typed in its search field")
    {
        customer.press(Role::searchbox, "Rechercher");
        customer.type(".fr");
        CHECK(names(customer) == "alpha.fr gamma.fr");
        CHECK(customer.sees(Role::status, "2 résultats sur 3"));
        customer.press(Role::button, "Effacer la recherche");
        CHECK(names(customer) == "alpha.fr beta.com gamma.fr");
        CHECK(customer.focused() == "Rechercher");
    }
    SUBCASE("that finds nothing says so, and clears the search")
    {
        customer.fill(Role::searchbox, "Rechercher", "zzz");
        CHECK(customer.reads("Aucun résultat pour «\u00a0zzz\u00a0»"));
        CHECK(customer.sees(Role::status, "0 résultat sur 3"));
        const auto* clear = customer.find(Role::button, "Effacer la recherche");
        REQUIRE(clear);
        customer.key("Escape");
        CHECK(names(customer) == "alpha.fr beta.com gamma.fr");
    }
    SUBCASE("that has nothing at all says what to do")
    {
        world.all.clear();
        customer.waits();
        CHECK(customer.reads("Aucun choix ne correspond."));
        CHECK_FALSE(customer.sees(Role::searchbox, "Rechercher"));
    }
    SUBCASE("is sorted by a press on a title, the other way round by the next one")
    {
        customer.press(Role::button, "Trier par Jours restants");
        CHECK(names(customer) == "beta.com alpha.fr gamma.fr");
        CHECK(customer.find(Role::columnheader, "Jours restants")->sort == ui::Sort::ascending);
        customer.press(Role::button, "Trier par Jours restants");
        CHECK(names(customer) == "gamma.fr alpha.fr beta.com");
        CHECK(customer.find(Role::columnheader, "Jours restants")->sort == ui::Sort::descending);
        CHECK(customer.find(Role::columnheader, "Identifiant")->sort == ui::Sort::sortable);
        CHECK(customer.find(Role::columnheader, "Propriétaire")->sort == ui::Sort::none);
    }
    SUBCASE("is sorted by several columns with Shift")
    {
        customer.press(Role::button, "Trier par Jours restants");
        const auto* title = customer.find(Role::button, "Trier par Identifiant");
        customer.click(title->rect.x + 20, title->rect.y + 10, true);
        CHECK(world.state.sort == std::vector<ui::SortKey>{{by_days, false}, {by_name, false}});
    }
    SUBCASE("is sorted by several columns by keyboard too, and each title says its rank")
    {
        customer.press(Role::button, "Trier par Jours restants");
        for (int tabs = 0; tabs < 40 && customer.focused() != "Trier par Identifiant"; ++tabs) customer.key("Tab");
        customer.key("Enter", true);
        customer.key("Enter", true);
        CHECK(world.state.sort == std::vector<ui::SortKey>{{by_days, false}, {by_name, true}});
        CHECK(customer.reason(Role::button, "Trier par Jours restants") == "Critère de tri n°\u00a01");
        CHECK(customer.reason(Role::button, "Trier par Identifiant") == "Critère de tri n°\u00a02");
        customer.press(Role::button, "Trier par Identifiant");
        CHECK(customer.reason(Role::button, "Trier par Identifiant") == "");
    }
    SUBCASE("that other filters have emptied says so, and is asked to show all again")
    {
        world.all.clear();
        world.hidden = 3;
        customer.waits();
        CHECK(customer.reads("Aucun résultat avec ces filtres"));
        customer.press(Role::button, "Effacer les filtres");
        CHECK(world.state.wants_all);
    }
    SUBCASE("opens the details of a row by a press anywhere on it")
    {
        const auto* cell = customer.find(Role::cell, "moi");
        customer.click(cell->rect.x + 5, cell->rect.y + 20);
        CHECK(customer.followed() == "#/services/active/d1");
        CHECK_FALSE(world.picked);
    }
    SUBCASE("opens the actions of a row by its rightmost button")
    {
        customer.press(Role::button, "Actions pour beta.com");
        REQUIRE(customer.sees(Role::menu, "Actions pour beta.com"));
        customer.press(Role::menuitem, "Renouveler");
        REQUIRE(world.picked);
        CHECK(world.picked->act == Act::renew);
        CHECK(world.picked->row.id == "d2");
        CHECK_FALSE(customer.followed());
    }
    SUBCASE("keeps an action that is not possible in sight, with the reason")
    {
        customer.press(Role::button, "Actions pour alpha.fr");
        CHECK_FALSE(customer.may_press(Role::menuitem, "Dissocier"));
        CHECK(customer.reason(Role::menuitem, "Dissocier") == "La limite est atteinte.");
        customer.press(Role::menuitem, "Dissocier");
        CHECK_FALSE(world.picked);
    }
    SUBCASE("carries out the action on the row it was opened for, though rows move meanwhile")
    {
        customer.press(Role::button, "Actions pour beta.com");
        world.all.insert(world.all.begin(), {"d0", "aaa.fr", 1});
        customer.waits();
        customer.press(Role::menuitem, "Renouveler");
        REQUIRE(world.picked);
        CHECK(world.picked->row.id == "d2");
    }
}

TEST_CASE("the keyboard in a list")
{
    auto     world = three();
    Customer customer([&] { world.draw(); });

    SUBCASE("goes from the search field to the first row with Down")
    {
        customer.press(Role::searchbox, "Rechercher");
        customer.key("ArrowDown");
        CHECK(customer.focused() == "alpha.fr");
    }
    SUBCASE("takes one row in the Tab order, and walks along the rows with the arrows")
    {
        customer.press(Role::searchbox, "Rechercher");
        customer.key("ArrowDown");
        customer.key("ArrowDown");
        CHECK(customer.focused() == "beta.com");
        customer.key("ArrowRight");
        CHECK(customer.focused() == "Actions pour beta.com");
        customer.key("ArrowDown");
        CHECK(customer.focused() == "Actions pour gamma.fr");
        customer.key("ArrowLeft");
        CHECK(customer.focused() == "gamma.fr");
        customer.key("Home");
        CHECK(customer.focused() == "alpha.fr");
        customer.key("Tab");
        CHECK(customer.focused() == "Actions pour alpha.fr");
        customer.key("Tab");
        CHECK(customer.focused() != "beta.com");
    }
    SUBCASE("starts from the row that has just got the focus, however many keys come before the next frame")
    {
        customer.keys_at(Role::link, "beta.com", {"c"}, true);
        CHECK(customer.copied.find("beta.com") != std::string::npos);
        customer.keys_at(Role::link, "gamma.fr", {"ArrowUp"});
        CHECK(customer.focused() == "beta.com");
        customer.keys_at(Role::button, "Actions pour gamma.fr", {"ArrowUp", "ArrowUp"});
        CHECK(customer.focused() == "Actions pour alpha.fr");
        customer.keys_at(Role::link, "alpha.fr", {"ArrowDown", "ArrowRight", "ArrowDown"});
        CHECK(customer.focused() == "Actions pour gamma.fr");
    }
    SUBCASE("opens a row with Enter, and its menu from the button")
    {
        customer.press(Role::searchbox, "Rechercher");
        customer.key("ArrowDown");
        customer.key("Enter");
        CHECK(customer.followed() == "#/services/active/d1");
        customer.key("ArrowRight");
        customer.key("Enter");
        CHECK(customer.sees(Role::menu, "Actions pour alpha.fr"));
        customer.key("Escape");
        CHECK(customer.focused() == "Actions pour alpha.fr");
    }
}

TEST_CASE("a million rows")
{
    World world;
    world.many = 1'000'000;
    Customer customer([&] { world.draw(); });

    SUBCASE("are said to the last one, and only those in sight are formatted")
    {
        CHECK(customer.find(Role::table, "Services actifs")->row_count == 1'000'001);
        CHECK(customer.how_many(Role::row) < 25);
        rows_formatted = 0;
        customer.waits();
        CHECK(rows_formatted < 4 * 2 * 25);
    }
    SUBCASE("scroll to the very last row, which is wholly seen")
    {
        customer.press(Role::searchbox, "Rechercher");
        customer.key("ArrowDown");
        customer.key("End");
        CHECK(customer.focused() == "domaine-999999.fr");
        const auto* row = customer.find(Role::link, "domaine-999999.fr");
        REQUIRE(row);
        CHECK(row->clip.h == doctest::Approx(row->rect.h));
        customer.key("ArrowUp");
        CHECK(customer.focused() == "domaine-999998.fr");
        customer.key("PageUp");
        CHECK(customer.sees(Role::link, customer.focused()));
        customer.key("Home");
        CHECK(customer.focused() == "domaine-0.fr");
    }
    SUBCASE("scroll by the wheel, a part of a row at a time")
    {
        customer.hover(Role::link, "domaine-3.fr");
        customer.wheel(-0.1f);
        CHECK(world.state.top == 0);
        CHECK(world.state.offset > 0);
        customer.wheel(-20);
        CHECK(world.state.top > 10);
        CHECK_FALSE(customer.sees(Role::link, "domaine-0.fr"));
        customer.wheel(10'000);
        CHECK(world.state.top == 0);
        CHECK(world.state.offset == 0);
    }
    SUBCASE("that become few while the list is scrolled down show the few")
    {
        customer.hover(Role::link, "domaine-3.fr");
        customer.wheel(-20'000);
        world.many = 3;
        customer.waits();
        CHECK(names(customer) == "domaine-0.fr domaine-1.fr domaine-2.fr");
    }
}

TEST_CASE("a list on narrow screens")
{
    auto     world = three();
    Customer customer([&] { world.draw(); });

    SUBCASE("drops the columns that matter least")
    {
        customer.turns_to(680, 800);
        CHECK_FALSE(customer.sees(Role::columnheader, "Propriétaire"));
        CHECK(customer.sees(Role::columnheader, "Identifiant"));
    }
    SUBCASE("shows rows as cards on a phone, with the same actions and a menu to sort by")
    {
        customer.turns_to(320, 568);
        CHECK_FALSE(customer.sees(Role::columnheader, "Identifiant"));
        CHECK(names(customer).starts_with("alpha.fr beta.com"));
        CHECK(customer.sees(Role::cell, "30"));
        customer.press(Role::button, "Trier");
        customer.press(Role::menuitem, "Jours restants");
        CHECK(names(customer).starts_with("beta.com alpha.fr"));
        customer.press(Role::button, "Actions pour beta.com");
        customer.press(Role::menuitem, "Renouveler");
        REQUIRE(world.picked);
        CHECK(world.picked->row.id == "d2");
    }
}

TEST_CASE("a list on paper has all its rows, or says how to get them")
{
    World world;
    world.many = 60;
    Customer customer([&] { world.draw(); });
    REQUIRE(customer.how_many(Role::rowheader) < 60);
    customer.ui.on_paper = true;
    customer.waits();
    CHECK(customer.how_many(Role::rowheader) == 60);
    CHECK_FALSE(customer.reads("exportez"));
    world.many = 2'000;
    customer.waits();
    CHECK(customer.how_many(Role::rowheader) == 500);
    CHECK(customer.reads("sur 2"));
    CHECK(customer.reads("exportez la liste"));
    customer.ui.on_paper = false;
    customer.waits();
    CHECK(customer.how_many(Role::rowheader) < 60);
}
