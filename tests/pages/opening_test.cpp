// What is on screen before the storage has told everything, or anything.
#include "pages/world.hpp"

using Answers = account::MemoryStorage::Answers;
using ui::Role;

namespace {

// The account is stored; the page is loaded again, and the storage has not answered yet.
struct Loaded : World {
    explicit Loaded(std::string_view hash = "#/services/active") : World(hash, {.answers = Answers::when_told})
    {
        device.storage.answer_all();
        device.is_killed();
        device.opens();
        waits();
    }
};

}  // namespace

TEST_CASE("the list shows the services that have been read while the rest is still being read")
{
    Loaded world;
    CHECK(world.names().empty());
    world.device.storage.hand_over();
    world.waits();
    CHECK_FALSE(world.device.store->ready());
    CHECK(world.names().size() > 1);
    CHECK(world.sees(Role::status, "Chargement…"));
    const auto shown = world.names();
    world.device.storage.answer_all();
    world.waits();
    CHECK(world.device.store->ready());
    CHECK(world.names() == shown);
    CHECK_FALSE(world.sees(Role::status, "Chargement…"));
}

TEST_CASE("an export asked for before everything is read waits for it")
{
    Loaded world;
    world.device.storage.hand_over();
    world.waits();
    world.press(Role::button, "Exporter");
    world.press(Role::menuitem, "CSV (tableur)");
    world.waits();
    CHECK_FALSE(world.sheet);
    world.device.storage.answer_all();
    world.waits();
    CHECK(world.sheet);
}

TEST_CASE("pages that need the whole account wait for it")
{
    Loaded world("#/");
    world.device.storage.hand_over();
    world.waits();
    CHECK_FALSE(world.sees_any(Role::alert));
    CHECK(world.all(Role::heading).size() == 1);
    world.device.storage.answer_all();
    world.waits();
    CHECK(world.all(Role::heading).size() > 1);
}

TEST_CASE("a storage that does not answer is said, and the customer can go on without it")
{
    for (const auto* page : {"#/", "#/services/active", "#/services/active/d1"}) {
        Loaded world(page);
        world.device.passes_unanswered_ms(999);
        world.waits();
        CHECK_FALSE(world.reads("tardent à s’ouvrir"));
        world.device.passes_unanswered_ms(1);
        world.waits();
        CHECK(world.reads("tardent à s’ouvrir"));
        world.press(Role::button, "Continuer sans elles");
        world.waits();
        CHECK_FALSE(world.reads("tardent à s’ouvrir"));
        CHECK(world.device.store->ready());
    }
}
