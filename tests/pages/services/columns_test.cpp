// The columns of the lists of services: the customer chooses and the browser remembers which are shown, where and how
// wide.
#include "app/settings.hpp"
#include "pages/world.hpp"
#include "platform/page.hpp"

using namespace account;
using ui::Role;

namespace {

// The rectangle of a column's title, also behind a popup.
ui::Rect title_of(const World& world, std::string_view column)
{
    for (const auto& node : world.customer.ui.semantics().nodes())
        if (node.role == Role::columnheader && node.name == column) return node.rect;
    FAIL("there is no column " << std::string(column));
    return {};
}
float left_of(const World& world, const char* column) { return title_of(world, column).x; }
float width_of(const World& world, const char* column) { return title_of(world, column).w; }

void drag(World& world, float from, float to, float y)
{
    auto& io = ImGui::GetIO();
    io.AddMousePosEvent(from, y);
    world.waits();
    io.AddMouseButtonEvent(0, true);
    world.waits();
    io.AddMousePosEvent(to, y);
    world.waits();
    io.AddMouseButtonEvent(0, false);
    world.waits();
}

}  // namespace

TEST_CASE("a column that is not wanted goes, in both lists, and its place is free for others")
{
    World world("#/services/active", {.width = 2200});
    CHECK(world.sees(Role::columnheader, "Type"));
    world.press(Role::button, "Colonnes");
    CHECK(world.sees(Role::dialog, "Colonnes"));
    CHECK_FALSE(world.sees(Role::checkbox, "Identifiant"));  // it cannot be hidden
    world.press(Role::checkbox, "Type");
    world.press(Role::button, "Terminé");
    CHECK_FALSE(world.sees(Role::columnheader, "Type"));
    world.goes_to("#/services/expired");
    CHECK_FALSE(world.sees(Role::columnheader, "Type"));

    world.press(Role::button, "Colonnes");
    world.press(Role::button, "Colonnes d’origine");
    world.press(Role::button, "Terminé");
    CHECK(world.sees(Role::columnheader, "Type"));
    CHECK(world.preferences.services.columns.empty());
}

TEST_CASE("columns change places, and the first one stays the first")
{
    World world("#/services/active", {.width = 2200});
    CHECK(left_of(world, "Type") < left_of(world, "Étiquette"));
    world.press(Role::button, "Colonnes");
    CHECK_FALSE(world.may_press(Role::button, "Monter Type"));
    world.press(Role::button, "Descendre Type");
    CHECK_FALSE(world.may_press(Role::button, "Monter Étiquette"));
    CHECK(world.may_press(Role::button, "Monter Type"));
    world.press(Role::button, "Terminé");
    CHECK(left_of(world, "Type") > left_of(world, "Étiquette"));
    CHECK(left_of(world, "Identifiant") < left_of(world, "Étiquette"));
}

TEST_CASE("a column is made wider and narrower by buttons")
{
    World      world("#/services/active", {.width = 2200});
    const auto before = width_of(world, "Type");
    world.press(Role::button, "Colonnes");
    world.press(Role::button, "Élargir Type");
    world.press(Role::button, "Élargir Type");
    CHECK(width_of(world, "Type") == before + 40);
    world.press(Role::button, "Rétrécir Type");
    CHECK(width_of(world, "Type") == before + 20);
}

TEST_CASE("the edge between two titles is dragged, and nothing else moves")
{
    World       world("#/services/active", {.width = 2200});
    const auto  type = title_of(world, "Type");
    const float edge = type.right(), y = type.y + 20, before = type.w;
    const auto  columns = world.all(Role::columnheader).size();
    const float status  = left_of(world, "Statut");
    drag(world, edge + 1, edge + 31, y);
    CHECK(width_of(world, "Type") == doctest::Approx(before + 30).epsilon(0.02));
    CHECK(left_of(world, "Statut") == doctest::Approx(status).epsilon(0.002));
    CHECK(pages::to_hash(world.route) == "#/services/active");  // nothing was sorted
    drag(world, left_of(world, "Étiquette"), 0, y);
    CHECK(width_of(world, "Type") >= ui::least_column_width);
    CHECK(world.all(Role::columnheader).size() == columns);
}

TEST_CASE("on a phone, where rows are cards, there are no columns to choose")
{
    World world("#/services/active", {.width = 390});
    CHECK_FALSE(world.sees(Role::button, "Colonnes"));
}

TEST_CASE("the choice of columns outlives the program that stored it, and any words in its place")
{
    using ui::read_columns;
    const ui::ColumnChoices choices{{"column.kind", false, 0}, {"column.label", true, 180}};
    CHECK(ui::print_columns(choices) == "-column.kind,column.label:180");
    CHECK(read_columns(ui::print_columns(choices)) == choices);
    CHECK(read_columns("").empty());
    CHECK(read_columns(",,-,:,-:9,column.of_tomorrow:90").empty());
    CHECK(read_columns("column.kind,column.kind").size() == 1);
    for (const auto* width : {"1e9", "-5", "0", "99999999999999999999", "12px", "nan"})
        CHECK(read_columns("column.kind:" + std::string(width)).front().width == 0);
    std::string endless;
    for (int number = 0; number < 10'000; ++number) endless += "column.kind,ui.add,";
    CHECK(read_columns(endless).size() == 2);

    World world("#/services/active", {.width = 2200});
    world.preferences.services.columns = read_columns("-column.identifier,ui.add,column.owner:100,-column.kind");
    world.waits();
    CHECK(world.sees(Role::columnheader, "Identifiant"));
    CHECK(left_of(world, "Propriétaire") < left_of(world, "Étiquette"));
    CHECK_FALSE(world.sees(Role::columnheader, "Type"));
}

TEST_CASE("what was chosen about lists is there after a reload")
{
    pages::Preferences chosen;
    chosen.services.columns = {{"column.kind", false, 0}, {"column.label", true, 180}};
    chosen.services.filters = {{"Mes .fr", "#/services/active?tld=fr"}};
    app::save_preferences(app::demos_account, chosen);
    CHECK(app::load_preferences(app::demos_account) == chosen);
    app::save_preferences(app::demos_account, {});
    CHECK(app::load_preferences(app::demos_account) == pages::Preferences{});
}
