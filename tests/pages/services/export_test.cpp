// Export of a list, or of its selected rows, to a file.
#include "app/export.hpp"
#include "pages/services/columns.hpp"
#include "pages/services/export.hpp"
#include "pages/world.hpp"
#include "platform/native/page_native.hpp"
#include "platform/pump.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

using namespace account;
using ui::Role;

namespace {

// The customer's browser and the files it received.
struct Desk {
    explicit Desk(World& of) : world(of)
    {
        platform::native_page().drafts.clear();
        platform::native_page().saved = {};
    }

    void asks_for(std::string_view format)
    {
        world.press(Role::button, "Exporter");
        world.press(Role::menuitem, format);
        REQUIRE(world.sheet);
        job = std::make_unique<app::Export>(std::move(world.sheet), *world.device.store,
                                            [this](bool saved) { outcome = saved; });
    }
    bool step() { return job->step(0); }  // the smallest step
    void finishes()
    {
        for (int times = 0; times < 1000; ++times)
            if (!step()) return;
        FAIL("the export does not end");
    }
    const std::string& file() const { return platform::native_page().saved.bytes; }
    std::string        name() const { return platform::native_page().saved.name; }
    bool               nothing_left() const { return platform::native_page().drafts.empty(); }

    // The first field of each line except the titles.
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        std::string_view         rest = file();
        for (auto at = rest.find("\r\n"); at != std::string_view::npos; at = rest.find("\r\n")) {
            names.emplace_back(rest.substr(0, rest.find(';')));
            rest.remove_prefix(at + 2);
        }
        if (!names.empty()) names.erase(names.begin());
        return names;
    }

    World&                    world;
    std::unique_ptr<app::Job> job;
    std::optional<bool>       outcome;
};

model::State many(int count)
{
    auto state = small();
    for (int n = 0; n < count; ++n)
        state.services.put(domain(("x" + std::to_string(n)).c_str(), "x" + std::to_string(1000 + n) + ".fr", in(300)));
    return state;
}

}  // namespace

TEST_CASE("the whole list is exported as it is shown: tab, search and order, all columns")
{
    World world("#/services/active?q=example&sort=-name");
    Desk  desk(world);
    desk.asks_for("CSV (tableur)");
    desk.finishes();
    CHECK(desk.outcome == true);
    CHECK(desk.name() == "services-actifs-" + base::to_iso(today) + ".csv");
    CHECK(desk.names() == std::vector<std::string>{"example-two.com", "example-one.fr"});
    CHECK(
        desk.file().starts_with("\xef\xbb\xbfIdentifiant;Type;Étiquette;Domaine principal;ID de compte;Statut;Création;"
                                "Expiration;Jours restants;Renouvellement automatique;Associé à;Propriétaire\r\n"));
    CHECK(desk.nothing_left());
}

TEST_CASE("the rows selected are exported, in the order shown, and only they")
{
    World world("#/services/active?sort=name");
    Desk  desk(world);
    world.press(Role::checkbox, "Sélectionner shop.fr");
    world.press(Role::checkbox, "Sélectionner example-one.fr");
    CHECK(world.sees(Role::status, "2 services sélectionnés"));
    desk.asks_for("CSV (tableur)");
    desk.finishes();
    CHECK(desk.names() == std::vector<std::string>{"example-one.fr", "shop.fr"});
}

TEST_CASE("all selected but one are exported without the one")
{
    World world("#/services/active?sort=name");
    Desk  desk(world);
    world.press(Role::checkbox, "Tout sélectionner");
    world.press(Role::checkbox, "Sélectionner shop.fr");
    desk.asks_for("CSV (tableur)");
    desk.finishes();
    CHECK(desk.names() == std::vector<std::string>{"example-one.fr", "example-two.com", "host0001", "host0002"});
}

TEST_CASE("JSON holds the same under lasting names, dates and numbers as such")
{
    World world("#/services/active?q=shop.fr");
    Desk  desk(world);
    desk.asks_for("JSON");
    desk.finishes();
    CHECK(desk.name().ends_with(".json"));
    CHECK(desk.file().find("\"name\":\"shop.fr\"") != std::string::npos);
    CHECK(desk.file().find("\"expires\":\"" + base::to_iso(in(200)) + "\"") != std::string::npos);
    CHECK(desk.file().find("\"days\":200,") != std::string::npos);
}

TEST_CASE("what is exported for machines is the same in every language, in the words of the model and names in ASCII")
{
    auto account          = pages_account();
    auto accented         = domain("d9", "xn--caf-dma.fr", {});
    accented.display_name = "café.fr";
    account.services.put(accented);
    std::string files[2];
    for (const auto language : {base::Language::fr, base::Language::en}) {
        World world("#/services/active?q=caf", {.language = language, .account = account});
        Desk  desk(world);
        world.press(Role::button, language == base::Language::fr ? "Exporter" : "Export");
        world.press(Role::menuitem, "JSON");
        REQUIRE(world.sheet);
        desk.job = std::make_unique<app::Export>(std::move(world.sheet), *world.device.store, [](bool) {});
        desk.finishes();
        files[static_cast<int>(language)] = desk.file();
    }
    CHECK(files[0] == files[1]);
    CHECK(files[0].find(R"({"name":"xn--caf-dma.fr","display_name":"café.fr","kind":"domain","label":null,"main":null,)"
                        R"("account":"C-1","status":"active","created":)") != std::string::npos);
    CHECK(files[0].find(R"("expires":null,"days":null,"auto":false,"linked":null,"owner":null})") != std::string::npos);
}

TEST_CASE("columns that are hidden or moved are so in the file too, as the menu says")
{
    World world("#/services/active?q=shop.fr");
    Desk  desk(world);
    world.preferences.services.columns = ui::read_columns("column.status,-column.kind,-column.owner,column.label");
    world.waits();
    world.press(Role::button, "Exporter");
    CHECK(world.reads("Exporter les colonnes choisies"));
    world.press(Role::menuitem, "CSV (tableur)");
    desk.job = std::make_unique<app::Export>(std::move(world.sheet), *world.device.store, [](bool) {});
    desk.finishes();
    CHECK(desk.file().starts_with("\xef\xbb\xbfIdentifiant;Statut;Étiquette;Domaine principal;ID de compte;Création;"
                                  "Expiration;Jours restants;Renouvellement automatique;Associé à\r\n"
                                  "shop.fr;Actif;;"));
}

TEST_CASE("a list is exported as a workbook too")
{
    World world("#/services/active?q=shop.fr");
    Desk  desk(world);
    desk.asks_for("Classeur Excel (.xlsx)");
    desk.finishes();
    CHECK(desk.name().ends_with(".xlsx"));
    CHECK(desk.file().starts_with("PK"));
    CHECK(desk.file().find(">shop.fr</t>") != std::string::npos);
}

TEST_CASE("data that change while a file is written are in it as they are at the end, every row once")
{
    World world("#/services/active?sort=name", {.account = many(300)});
    Desk  desk(world);
    desk.asks_for("CSV (tableur)");
    REQUIRE(desk.step());
    REQUIRE(desk.step());
    world.device.labels("x0", "changed");
    desk.finishes();
    const auto names = desk.names();
    CHECK(names.size() == 304);
    CHECK(std::ranges::is_sorted(names));
    CHECK(std::ranges::adjacent_find(names) == names.end());
    CHECK(desk.file().find("x1000.fr;Domaine;changed;") != std::string::npos);
    CHECK(desk.nothing_left());
}

TEST_CASE("a row that is gone meanwhile is left out of the file, and the others stay")
{
    auto                       state = many(5);
    const pages::Looking       looking{state, today, base::Language::fr};
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < state.services.size(); ++row) rows.push_back(row);
    const auto            all = rows.size();
    pages::ServicesExport sheet(base::SheetFormat::csv, model::Tab::active, rows, pages::chosen_columns({}), looking);
    CHECK_FALSE(sheet.changed(state, today));
    state.services.erase({"x1"});
    state.services.erase({"x4"});
    CHECK(sheet.changed(state, today));
    REQUIRE(sheet.follow(state, today));
    CHECK_FALSE(sheet.changed(state, today));
    CHECK(sheet.size() == all - 2);
    std::string                  names;
    std::vector<base::SheetCell> values;
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        sheet.read(state, at, values);
        names += std::get<std::string>(values[0]) + ' ';
    }
    CHECK(names.find("x1000.fr") != std::string::npos);
    CHECK(names.find("x1001.fr") == std::string::npos);
    CHECK(names.find("x1003.fr") != std::string::npos);
    CHECK(names.find("x1004.fr") == std::string::npos);
}

TEST_CASE("an export ends without a file when another account takes the place of the one shown")
{
    World world("#/services/active", {.account = many(300)});
    Desk  desk(world);
    desk.asks_for("CSV (tableur)");
    REQUIRE(desk.step());
    world.device.store->replace(small());
    CHECK_FALSE(desk.step());
    CHECK(desk.outcome == false);
    desk.job.reset();
    CHECK(desk.name().empty());
    CHECK(desk.nothing_left());
}

TEST_CASE("an export that is cancelled leaves no file, not even a part of one")
{
    World world("#/services/active", {.account = many(300)});
    Desk  desk(world);
    desk.asks_for("CSV (tableur)");
    REQUIRE(desk.step());
    CHECK_FALSE(desk.nothing_left());
    desk.job.reset();
    CHECK(desk.nothing_left());
    CHECK(desk.name().empty());
    CHECK_FALSE(desk.outcome);
}

TEST_CASE("work that takes long shows how far it is and can be cancelled; short work shows nothing")
{
    World world;

    // Runs until it is cancelled.
    struct Endless final : app::Job {
        bool step(double) override { return true; }
        void tell(pages::Work& work) const override
        {
            work.title = "export.title";
            work.words = "export.progress_services";
            work.done  = 420'000;
            work.total = 1'000'000;
        }
    };
    app::Worker worker(world.pages.work);
    worker.start(std::make_unique<Endless>());
    world.waits();
    CHECK_FALSE(world.sees_any(Role::dialog));

    const auto from = platform::elapsed_ms();
    while (platform::elapsed_ms() - from < 320) platform::pump();
    world.waits();
    CHECK(world.sees(Role::dialog, "Export"));
    CHECK(world.reads("Export : 420 000 sur 1 000 000 services"));
    CHECK(world.sees(Role::progressbar, "Export"));
    world.press(Role::button, "Annuler");
    CHECK(world.asks(pages::CancelWork{}));
    worker.cancel();
    CHECK_FALSE(worker.busy());
    world.waits();
    CHECK_FALSE(world.sees_any(Role::dialog));
}

TEST_CASE("a selection lasts through sorting and changed data, and ends with another search or tab")
{
    World world("#/services/active?sort=name");
    world.press(Role::checkbox, "Sélectionner shop.fr");
    world.press(Role::button, "Trier par Expiration");
    CHECK(world.is(Role::checkbox, "Sélectionner shop.fr", ui::state::checked));
    world.device.labels("h1", "changed");
    world.waits();
    CHECK(world.sees(Role::status, "1 service sélectionné"));
    world.types(Role::searchbox, "Rechercher", "shop");
    CHECK_FALSE(world.is(Role::checkbox, "Sélectionner shop.fr", ui::state::checked));
    world.press(Role::checkbox, "Sélectionner shop.fr");
    world.device.store->replace(pages_account());
    world.waits();
    CHECK_FALSE(world.is(Role::checkbox, "Sélectionner shop.fr", ui::state::checked));
}
