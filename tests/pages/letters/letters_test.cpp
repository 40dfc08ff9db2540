// The demo's mailbox, and what the links of its letters ask.
#include "pages/world.hpp"

using namespace account;
using ui::Role;

namespace {

WorldStyle with_letters()
{
    WorldStyle style;
    style.account = pages_account();
    style.height  = 1100;
    return style;
}

}  // namespace

TEST_CASE("a letter's link asks before it calls a renewal off, says what follows, and does nothing by being opened")
{
    auto style = with_letters();
    change(style.account, "d1", [](Service& one) {
        one.auto_renew = true;
        one.expires_on = in(12);
    });
    World world("#/services/active", std::move(style));
    world.device.passes_ms(1'000);
    const auto link = link_of(world, "mail.renewal_soon");
    REQUIRE_FALSE(link.empty());
    const auto consequence = "Il cessera de fonctionner après le 22/03/2026.";

    world.goes_to(link);
    CHECK(world.sees(Role::heading, "Annuler le renouvellement de example-one.fr ?"));
    CHECK(world.reads(consequence));
    CHECK(world.sees(Role::button, "Ne pas renouveler"));
    CHECK(world.service("d1").auto_renew);

    SUBCASE("the renewal is kept")
    {
        world.press(Role::link, "Garder le renouvellement");
        CHECK(pages::to_hash(world.route) == "#/services/active/d1");
        CHECK(world.service("d1").auto_renew);
        CHECK(world.state().carts.size() == 1);
    }
    SUBCASE("it is called off, once")
    {
        world.press(Role::button, "Ne pas renouveler");
        world.hears();
        CHECK(world.reads("Le renouvellement de example-one.fr est annulé."));
        CHECK_FALSE(world.service("d1").auto_renew);
        world.goes_to("#/");
        world.goes_to(link);
        CHECK(world.reads("Le renouvellement de example-one.fr est déjà annulé."));
        CHECK(world.reads(consequence));
        CHECK_FALSE(world.sees(Role::button, "Ne pas renouveler"));
        CHECK_FALSE(world.reads("Annuler le renouvellement"));
    }
    SUBCASE("it was paid meanwhile")
    {
        world.goes_to("#/services/active");
        world.chooses("example-one.fr", "Renouveler");
        world.press(Role::button, "Payer et renouveler");
        world.device.passes_ms(1'000);
        world.goes_to(link);
        CHECK(world.reads("Le renouvellement de example-one.fr est déjà payé."));
        world.device.lets_the_host_finish();
        world.waits();
        CHECK(world.reads("example-one.fr est déjà renouvelé : il expire le 22/03/2027."));
        CHECK_FALSE(world.sees(Role::button, "Ne pas renouveler"));
        world.press(Role::link, "Voir le service");
        CHECK(pages::to_hash(world.route) == "#/services/active/d1");
    }
}

TEST_CASE("the demo's letters are listed, unread ones first seen, and opened by their address")
{
    auto  style = with_letters();
    World world("#/mail", style);
    world.app.demo = true;
    world.waits();
    CHECK(world.reads("Aucun message."));
    world.device.advance_clock(90 * base::ms_per_day);
    world.waits();
    CHECK(world.reads("a expiré"));
    const auto letter = world.state().messages.row(0);
    world.goes_to("#/mail/" + letter.id.value);
    CHECK(world.reads("Bonjour,"));
    CHECK(world.state().messages.get(letter.id)->read);
}

TEST_CASE("a letter asks once to be marked as read, also while that is refused")
{
    auto style    = with_letters();
    style.answers = account::MemoryStorage::Answers::when_told;
    World world("#/mail", style);
    world.device.storage.answer_all();
    world.device.advance_clock(90 * base::ms_per_day);
    world.waits();
    const auto letter = world.state().messages.row(0);
    world.device.store->replace(account::small());  // not answered by the storage yet: until then all is refused
    world.asked.clear();
    world.goes_to("#/mail/" + letter.id.value);
    world.waits();
    CHECK(world.reads("Bonjour,"));
    CHECK_FALSE(world.state().messages.get(letter.id)->read);
    CHECK(std::ranges::count_if(world.asked,
                                [](const auto& one) { return std::holds_alternative<pages::Dispatch>(one); }) == 1);
}
