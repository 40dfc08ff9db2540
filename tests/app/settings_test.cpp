// What this browser stores for each account: databases and preferences of several accounts and several tabs.
#include "app/device.hpp"
#include "app/settings.hpp"
#include "platform/page.hpp"
#include "platform/pump.hpp"
#include "store/device.hpp"

#include <cstdlib>
#include <filesystem>
#include <set>
#include <unistd.h>

using namespace account;
using app::demos_account;

namespace {

pages::Preferences preferences(std::vector<pages::SavedFilter> filters, ui::ColumnChoices columns = {})
{
    pages::Preferences chosen;
    chosen.services.filters = std::move(filters);
    chosen.services.columns = std::move(columns);
    return chosen;
}

const pages::SavedFilter french{"Mes .fr", "#/services/active?tld=fr"}, german{"Mes .de", "#/services/active?tld=de"},
    late{"En retard", "#/services/expired"};

// A store on this machine, opened as the app opens it for an account.
struct OnThisMachine {
    std::unique_ptr<platform::Storage> storage;
    platform::StillClock               clock{noon(today)};
    demo::Peer                         peer{
        {.later = [](std::int64_t, std::function<void()>) {}, .shown = {}, .account = [](Date) { return small(); }}};
    store::Store store;

    explicit OnThisMachine(std::string_view account)
        : storage(platform::open_storage(app::database_of(account))),
          store(*storage, clock, peer, {.device = "phone", .may_forget = true})
    {
        store.open();
        for (int turn = 0; turn < 20; ++turn) platform::pump();
        REQUIRE(store.settled());
    }
    std::string label() const { return service(store.state(), "d1").label; }
    void        labels(std::string label)
    {
        REQUIRE(reasons(store.dispatch(Describe{{"d1"}, std::move(label), {}})) == "");
        for (int turn = 0; turn < 20; ++turn) platform::pump();
    }
};

}  // namespace

TEST_CASE("two accounts on one machine never see each other's rows")
{
    const auto folder = std::filesystem::temp_directory_path() / ("guichet-accounts-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    ::setenv("GUICHET_DATA", folder.c_str(), 1);
    for (const auto* account : {"", "C-1", "C-2"}) {
        OnThisMachine here(account);
        CHECK(here.label().empty());
        here.labels(std::string("account:") + account);
    }
    for (const auto* account : {"C-2", "", "C-1"})
        CHECK(OnThisMachine(account).label() == std::string("account:") + account);
    std::filesystem::remove_all(folder);
    ::unsetenv("GUICHET_DATA");
}

TEST_CASE("no two accounts share a name, none has that of another's next database, and the demo's has the plain ones")
{
    std::set<std::string> names;
    for (const auto* account : {"", "2", "C", "C.2", "C@2", "C 2", "C%2", "é", "c", "open.0", "storage"}) {
        const auto name = app::database_of(account);
        CHECK(names.insert(name).second);
        CHECK(names.insert(app::preference_of(account, "theme")).second);
        CHECK(name.find('.') == std::string::npos);
    }
    CHECK(app::database_of(demos_account) == "guichet");
    CHECK(app::preference_of(demos_account, "theme") == "theme");
}

TEST_CASE("preferences of one account are not those of another")
{
    app::Settings chosen;
    chosen.language       = base::Language::en;
    chosen.theme          = app::ThemeChoice::dark;
    chosen.menu_collapsed = true;
    chosen.recent         = "page/home";
    app::save_settings("C-1", chosen, {});
    app::save_preferences("C-1", preferences({french}));
    CHECK(app::load_settings("C-1") == chosen);
    const auto untouched = app::load_settings("nobody");
    CHECK(untouched != chosen);
    CHECK(app::load_settings("C-2") == untouched);
    CHECK(app::load_settings(demos_account) == untouched);
    CHECK(app::load_preferences("C-1") == preferences({french}));
    CHECK(app::load_preferences("C-2") == preferences({}));
    CHECK(app::load_preferences(demos_account) == preferences({}));
}

TEST_CASE("a tab that changes one setting leaves what another tab has chosen meanwhile")
{
    const app::Settings before = app::load_settings("C-3");
    auto                first = before, second = before;
    first.theme           = app::ThemeChoice::dark;
    second.menu_collapsed = true;
    app::save_settings("C-3", first, before);
    app::save_settings("C-3", second, before);
    CHECK(app::load_settings("C-3").theme == app::ThemeChoice::dark);
    CHECK(app::load_settings("C-3").menu_collapsed);
}

TEST_CASE("filters that two tabs save are both kept, and one that either takes away is gone")
{
    const auto merged = [](auto before, auto mine, auto theirs) {
        return app::merged(preferences(before), preferences(mine), preferences(theirs)).services.filters;
    };
    using Filters = std::vector<pages::SavedFilter>;
    CHECK(merged(Filters{french}, Filters{french, german}, Filters{french, late}) == Filters{french, german, late});
    CHECK(merged(Filters{french, german}, Filters{german}, Filters{french, german, late}) == Filters{german, late});
    CHECK(merged(Filters{french, german}, Filters{french, german}, Filters{german}) == Filters{german});
    const pages::SavedFilter changed{french.name, late.address}, otherwise{french.name, german.address};
    CHECK(merged(Filters{french}, Filters{changed}, Filters{}) == Filters{changed});
    CHECK(merged(Filters{french}, Filters{french}, Filters{changed}) == Filters{changed});
    CHECK(merged(Filters{french}, Filters{changed}, Filters{otherwise}) == Filters{changed});
    CHECK(merged(Filters{}, Filters{french}, Filters{french}) == Filters{french});
}

TEST_CASE("columns that two tabs change are as each was changed, in the order of the tab that moved them")
{
    const ui::ColumnChoices before{{"column.kind"}, {"column.label"}, {"column.owner"}};
    auto                    hidden = before, wide = before;
    hidden[0].shown   = false;
    wide[1].width     = 200;
    const auto merged = [&](const auto& mine, const auto& theirs) {
        return app::merged(preferences({}, before), preferences({}, mine), preferences({}, theirs)).services.columns;
    };
    const ui::ColumnChoices both{{"column.kind", false}, {"column.label", true, 200}, {"column.owner"}};
    CHECK(merged(hidden, wide) == both);
    CHECK(merged(wide, hidden) == both);
    const ui::ColumnChoices moved{{"column.owner"}, {"column.kind"}, {"column.label"}};
    CHECK(merged(moved, hidden) == ui::ColumnChoices{{"column.owner"}, {"column.kind", false}, {"column.label"}});
    CHECK(app::merged(preferences({}), preferences({}, hidden), preferences({}, wide)).services.columns == both);
    CHECK(merged(hidden, moved) == ui::ColumnChoices{{"column.owner"}, {"column.kind", false}, {"column.label"}});
}

TEST_CASE("without randomness a device gets no name")
{
    CHECK_FALSE(app::random_name([](unsigned char*, std::size_t) { return false; }));
    const auto name = app::random_name();
    REQUIRE(name);
    CHECK(name->size() == 16);
    CHECK(name != app::random_name());
}

TEST_CASE("the first choice of columns is kept as it was made: the order, what is hidden, and what stays as described")
{
    const auto mine = preferences({}, {{.column = "column.label"},
                                       {.column = "column.kind"},
                                       {.column = "column.account", .shown = false},
                                       {.column = "column.status"}});
    CHECK(app::merged({}, mine, {}) == mine);
    // Changes of another tab meanwhile are merged; none is lost.
    const auto theirs = preferences({}, {{.column = "column.status", .width = 120}});
    const auto both   = app::merged({}, mine, theirs).services.columns;
    CHECK(both.size() == 4);
    for (const auto& one : both) {
        if (one.column == base::TextKey("column.account")) CHECK_FALSE(one.shown);
        if (one.column == base::TextKey("column.status")) CHECK(one.width == 120);
    }
}
