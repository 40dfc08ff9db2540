// The screen while the storage has delivered nothing yet, or only part of the data.
#include "pages/world.hpp"

using Answers = account::MemoryStorage::Answers;
using ui::Role;

namespace {

// More services than one page of the table holds.
model::State large_account()
{
    auto state = pages_account();
    for (int number = 0; number < static_cast<int>(table::page_rows) + 50; ++number)
        state.services.put(
            account::domain("m" + std::to_string(number), "many-" + std::to_string(number) + ".fr", account::in(300)));
    return state;
}

// A stored account after a reload, before the storage answers.
struct Loaded : World {
    explicit Loaded(std::string_view hash = "#/services/active", model::State account = pages_account())
        : World(hash, {.account = std::move(account), .answers = Answers::when_told})
    {
        device.storage.answer_all();
        device.is_killed();
        device.opens();
        waits();
    }
    // The rows on screen, identified by their links to the details.
    std::vector<std::string> shown() const
    {
        auto names = all(Role::link);
        std::erase_if(names, [](const auto& name) { return name.find('.') == std::string::npos; });
        return names;
    }
};

}  // namespace

TEST_CASE("the list of a large account shows its first services while the rest is being read, and offers no action yet")
{
    Loaded world("#/services/active", large_account());
    CHECK(world.shown().empty());
    world.device.storage.hand_over_but_last();
    world.waits();
    CHECK_FALSE(world.device.store->ready());
    CHECK(world.shown().size() > 5);
    CHECK(world.names().empty());
    CHECK(world.sees(Role::status, "Chargement…"));
    world.device.storage.answer_all();
    world.waits();
    CHECK(world.device.store->ready());
    CHECK(world.names().size() > 5);
    CHECK_FALSE(world.sees(Role::status, "Chargement…"));
}

TEST_CASE("the first screen of a large account waits for one page of services, and for nothing else")
{
    Loaded world("#/services/active", large_account());
    world.device.storage.hand_over_first();
    world.waits();
    CHECK_FALSE(world.device.store->ready());
    CHECK(world.shown().size() > 5);
    CHECK(world.sees(Role::status, "Chargement…"));
    world.device.storage.answer_all();
    world.waits();
    CHECK(world.device.store->ready());
    CHECK(world.device.store->notices().empty());
    CHECK(world.device.store->state().services.size() == large_account().services.size());
}

TEST_CASE("an export asked for before everything is read waits for it, and has everything")
{
    Loaded world("#/services/active", large_account());
    world.device.storage.hand_over_but_last();
    world.waits();
    world.press(Role::button, "Exporter");
    world.press(Role::menuitem, "CSV (tableur)");
    world.waits();
    CHECK_FALSE(world.sheet);
    world.device.storage.answer_all();
    world.waits();
    REQUIRE(world.sheet);
    CHECK(world.sheet->size() > table::page_rows + 50);
}

TEST_CASE("a small account is shown when all of it is read, with what was changed last")
{
    Loaded world;
    world.device.storage.hand_over_but_last();
    world.waits();
    CHECK(world.shown().empty());
    world.device.storage.answer_all();
    world.waits();
    CHECK(world.names().size() > 1);
}

TEST_CASE("pages that need the whole account wait for it")
{
    Loaded world("#/");
    world.device.storage.hand_over_but_last();
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
        world.device.passes_unanswered_ms(4'500);
        world.waits();
        CHECK_FALSE(world.reads("tardent à s’ouvrir"));
        world.device.passes_unanswered_ms(1'000);
        world.waits();
        CHECK(world.reads("tardent à s’ouvrir"));
        world.press(Role::button, "Continuer sans elles");
        world.waits();
        CHECK_FALSE(world.reads("tardent à s’ouvrir"));
        CHECK(world.device.store->ready());
    }
}
