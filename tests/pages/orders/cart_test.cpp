// A cart from its saving to its order, also when that happens elsewhere.
#include "pages/world.hpp"

using namespace account;
using ui::Role;

TEST_CASE("a renewal is kept in a cart, resumed from En attente with what has changed, and paid")
{
    World world("#/services/active");
    world.chooses("example-one.fr", "Renouveler");
    world.press(Role::radio, "Garder dans un panier");
    world.press(Role::button, "Enregistrer le panier");
    REQUIRE(world.state().carts.size() == 1);
    CHECK(operations_of(world.state(), {"d1"}).empty());

    world.goes_to("#/services/pending");
    world.chooses("example-one.fr", "Reprendre le panier");
    CHECK(world.route.item == world.state().carts.row(0).id.value);
    REQUIRE(world.sees(Role::dialog, "Panier"));
    world.press(Role::button, "Payer");
    CHECK_FALSE(world.sees(Role::dialog, "Panier"));
    CHECK(world.state().carts.empty());
    CHECK(world.state().orders.size() == 1);
    world.waits();
    CHECK(world.route.item.empty());
    world.device.lets_the_host_finish();
    CHECK(world.service("d1").expires_on == base::years_after(in(50), 1));
}

TEST_CASE("a cart that is paid or deleted elsewhere while it is open says so, and leads to its order")
{
    World world("#/services/active");
    world.chooses("example-one.fr", "Renouveler");
    world.press(Role::radio, "Garder dans un panier");
    world.press(Role::button, "Enregistrer le panier");
    world.goes_to("#/services/pending");
    world.chooses("example-one.fr", "Reprendre le panier");
    const auto cart = world.state().carts.row(0).id;
    SUBCASE("paid")
    {
        const auto total = total_today(world.state(), lines_of(world.state(), cart), world.device.store->today());
        REQUIRE(world.device.asks(PayCart{cart, total}).empty());
        world.waits();
        REQUIRE(world.sees(Role::dialog, "Déjà commandé"));
        CHECK(world.reads("example-one.fr"));
        world.press(Role::button, "Voir la commande");
        CHECK(world.sees(Role::dialog, "Commande"));
        CHECK(world.route.item == world.state().orders.row(0).id.value);
        world.press(Role::button, "Fermer");
        CHECK_FALSE(world.sees_any(Role::dialog));
        world.goes_to("#/services/pending/" + cart.value);  // an old address
        CHECK(world.sees(Role::dialog, "Déjà commandé"));
        world.press(Role::button, "Fermer");
        CHECK_FALSE(world.sees_any(Role::dialog));
        CHECK(world.route.item.empty());
    }
    SUBCASE("deleted")
    {
        REQUIRE(world.device.asks(DeleteCart{cart}).empty());
        world.waits();
        REQUIRE(world.sees(Role::dialog, "Ce panier n’est plus là"));
        world.press(Role::button, "Fermer");
        CHECK_FALSE(world.sees_any(Role::dialog));
        world.goes_to("#/services/pending/" + cart.value);
        CHECK_FALSE(world.sees_any(Role::dialog));
    }
}
