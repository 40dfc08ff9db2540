// The global search as a command palette: its results, in which language, and what choosing one does.
#include "pages/frame/recent.hpp"
#include "pages/world.hpp"

using namespace account;
using ui::Role;

namespace {

constexpr const char* palette = "Recherche globale";

// The suggestions in order.
std::vector<std::string> offers(const World& world)
{
    std::vector<std::string> names;
    for (const auto& name : world.all(Role::option)) names.push_back(World::plain(name));
    return names;
}

void asks(World& world, std::string_view words) { world.types(Role::combobox, palette, words); }

void opens(World& world) { world.customer.key("k", false, true); }

}  // namespace

TEST_CASE("the palette opens with nothing typed, and offers pages and actions")
{
    World world("#/billing");
    opens(world);
    REQUIRE(world.sees(Role::listbox, palette));
    CHECK(world.sees(Role::option, "Accueil"));
    CHECK(world.sees(Role::option, "Exporter le compte"));
    world.key("Escape");
    CHECK_FALSE(world.sees(Role::listbox, palette));
}

TEST_CASE("the Tab key passes by the palette without opening it; the down arrow opens it")
{
    World world("#/");
    for (int stop = 0; stop < 30 && world.customer.focused() != palette; ++stop) world.key("Tab");
    REQUIRE(world.customer.focused() == palette);
    CHECK_FALSE(world.sees(Role::listbox, palette));
    world.key("ArrowDown");
    CHECK(world.sees(Role::listbox, palette));
}

TEST_CASE("pages, tabs and actions are found in both languages, whichever is on the screen")
{
    World world("#/");
    asks(world, "dark");
    CHECK(offers(world) == std::vector<std::string>{"Thème sombre"});
    asks(world, "billing");
    CHECK(world.sees(Role::option, "Facturation & Paiements"));
    asks(world, "expired services");
    CHECK(world.sees(Role::option, "Services expirés"));
    asks(world, "anglais");
    world.key("Enter");
    CHECK(world.asks(pages::ChooseLanguage{base::Language::en}));

    World english("#/", {.language = base::Language::en});
    english.types(Role::combobox, "Global search", "sombre");
    CHECK(english.sees(Role::option, "Dark theme"));
}

TEST_CASE("the actions of the app are asked of it; the demo is put back after a question only")
{
    World world("#/");
    struct Asked {
        const char* words;
        bool (*of)(const World&);
    };
    const Asked list[] = {
        {"thème clair", [](const World& of) { return of.asks(pages::ChooseTheme{pages::ThemeChoice::light}); }},
        {"dark theme", [](const World& of) { return of.asks(pages::ChooseTheme{pages::ThemeChoice::dark}); }},
        {"importer", [](const World& of) { return of.asks(pages::PickAccountFile{}); }},
        {"export", [](const World& of) { return of.asks(pages::ExportAccount{}); }},
        {"réduire le menu", [](const World& of) { return of.asks(pages::FoldMenu{}); }}};
    for (const auto& each : list) {
        CAPTURE(each.words);
        world.asked.clear();
        asks(world, each.words);
        world.key("Enter");
        CHECK(each.of(world));
        CHECK(world.value(Role::combobox, palette).empty());
    }
    world.asked.clear();
    asks(world, "reset");
    world.key("Enter");
    for (const auto& request : world.asked) CHECK(std::holds_alternative<pages::KeepRecent>(request));
    world.press(Role::button, "Réinitialiser");
    CHECK(world.asks(pages::ResetDemo{}));
}

TEST_CASE("an action and a service in one question open the popup of that service")
{
    World world("#/billing");
    asks(world, "renouveler example-two");
    CHECK(offers(world).front() == "Renouveler example-two.com");
    world.key("Enter");
    REQUIRE(world.sees(Role::dialog, "Renouveler"));
    CHECK(world.reads("example-two.com"));
    CHECK(world.reads("Nouvelle expiration"));
}

TEST_CASE("an action is found by its name in the other language, in any order of words")
{
    World world("#/");
    asks(world, "example-one.fr servers");
    REQUIRE(world.sees(Role::option, "Changer les serveurs DNS de example-one.fr"));
    world.press(Role::option, "Changer les serveurs DNS de example-one.fr");
    CHECK(world.sees(Role::dialog, "Changer les serveurs DNS"));
}

TEST_CASE("the name of a renewal that fits a service stands there, whichever was typed")
{
    World world("#/");
    asks(world, "renew redeem.fr");
    CHECK(world.sees(Role::option, "Restaurer redeem.fr"));
    asks(world, "restaurer example-one");
    CHECK(world.sees(Role::option, "Renouveler example-one.fr"));
}

TEST_CASE("an action that is not possible stays in sight with its reason, and does nothing")
{
    World world("#/");
    asks(world, "serveurs redeem.fr");
    REQUIRE(world.sees(Role::option, "Changer les serveurs DNS de redeem.fr"));
    CHECK_FALSE(world.may_press(Role::option, "Changer les serveurs DNS de redeem.fr"));
    CHECK(world.reason(Role::option, "Changer les serveurs DNS de redeem.fr").find("a expiré") != std::string::npos);
    world.key("Enter");
    CHECK_FALSE(world.sees_any(Role::dialog));
}

TEST_CASE("of two opposite actions the one that makes sense is offered, for the services that it makes sense for")
{
    auto account = pages_account();
    for (int number = 0; number < 12; ++number) {
        auto one   = domain("l" + std::to_string(number), "lock-" + std::to_string(number) + ".fr", in(30 + number));
        one.locked = number < 10;
        account.services.put(one);
    }
    World world("#/", {.account = account});
    asks(world, "verrouiller lock-");
    CHECK(offers(world).front() == "Verrouiller lock-10.fr");
    CHECK_FALSE(world.sees(Role::option, "Verrouiller lock-3.fr"));
    asks(world, "boîte mail");
    CHECK(world.sees(Role::option, "Boîte mail de démonstration"));
}

TEST_CASE("an action without a service waits for one, and offers those that expire next")
{
    World world("#/");
    asks(world, "renew");
    const auto found = offers(world);
    REQUIRE(found.size() > 3);
    CHECK(found[0] == "Renouveler");
    CHECK(found[1] == "Renouvellement automatique");
    CHECK(found[2] == "Renouveler example-one.fr");
    CHECK(found[3] == "Renouveler example-two.com");
    world.key("Enter");
    CHECK(world.value(Role::combobox, palette) == "Renouveler ");
    CHECK_FALSE(world.sees_any(Role::dialog));
    CHECK(offers(world).front() == "Renouveler example-one.fr");
    world.key("Enter");
    CHECK(world.sees(Role::dialog, "Renouveler"));
}

TEST_CASE("what was chosen lately comes first, before anything is typed and after")
{
    World world("#/");
    asks(world, "renouveler example-two");
    world.key("Enter");
    world.press(Role::button, "Annuler");
    asks(world, "shop.fr");
    world.press(Role::option, "shop.fr");
    asks(world, "factur");
    world.key("Enter");

    opens(world);
    auto found = offers(world);
    REQUIRE(found.size() > 3);
    CHECK(found[0] == "Facturation & Paiements");
    CHECK(found[1] == "shop.fr");
    CHECK(found[2] == "Renouveler example-two.com");
    CHECK(std::count(found.begin(), found.end(), "Facturation & Paiements") == 1);

    asks(world, "example");
    CHECK(offers(world).front() == "Renouveler example-two.com");
}

TEST_CASE("a recent service that is gone, and anything a browser may have stored, is passed over")
{
    World world("#/");
    world.recent = "service nobody\nact action.renew nobody\nact action.explode d1\ndo nothing\n#/nowhere\nact\n"
                   "act action.renew\nservice \n\xff\xfe\n" +
                   std::string(5000, 'x') + "\nservice d1";
    opens(world);
    CHECK(offers(world).front() == "Accueil");
    world.recent = "service nobody\nservice d1";
    world.waits();
    CHECK(offers(world).front() == "example-one.fr");
}

TEST_CASE("what is remembered of the palette is bounded, whatever was stored")
{
    using pages::read_recent, pages::with_chosen;
    CHECK(read_recent("").empty());
    CHECK(read_recent("a\n\na\nb\n").size() == 2);
    CHECK(read_recent(std::string(1'000'000, '\n')).empty());
    CHECK(read_recent("\xc3\n\x80ok\nfine") == std::vector<std::string>{"fine"});

    std::string text;
    for (int number = 0; number < 50; ++number) text = with_chosen(text, "service d" + std::to_string(number));
    CHECK(read_recent(text).size() == 6);
    CHECK(read_recent(text).front() == "service d49");
    text = with_chosen(text, "service d47");
    CHECK(read_recent(text).front() == "service d47");
    CHECK(read_recent(text).size() == 6);
    CHECK(with_chosen(text, std::string(1000, 'x')) == text);
    CHECK(with_chosen(text, "two\nlines") == text);
}

TEST_CASE("the palette works on a phone, and leaves the bar when something was chosen")
{
    World world("#/", {.width = 320, .height = 568});
    world.press(Role::button, palette);
    REQUIRE(world.sees(Role::listbox, palette));
    CHECK(world.nothing_sticks_out());
    asks(world, "renouveler example-one");
    world.press(Role::option, "Renouveler example-one.fr");
    CHECK(world.sees(Role::dialog, "Renouveler"));
}
