// Every row of the page table can be reached, has a title and is found by the search.
#include "pages/frame/page_table.hpp"
#include "pages/kit/words.hpp"
#include "pages/world.hpp"

#include <string>

using pages::Way;
using ui::Role;

namespace {

std::string named(base::TextKey words) { return World::plain(base::text(base::Language::fr, words)); }

// True if the global search offers these words.
bool finds(World& world, base::TextKey words)
{
    world.types(Role::combobox, "Recherche globale", named(words));
    const bool found = world.sees(Role::option, named(words));
    world.types(Role::combobox, "Recherche globale", "");
    return found;
}

}  // namespace

TEST_CASE("each page stands at its address, under its name, and in the title of the document")
{
    for (const auto& page : pages::page_table()) {
        const auto address = pages::address_of(page);
        CAPTURE(address);
        World world(address);
        CHECK(pages::page_of(world.route) == &page);
        CHECK(world.sees(Role::heading, named(page.words)));
        CHECK(World::plain(world.title()).find(named(page.words)) != std::string::npos);
        CHECK_FALSE(world.reads(named("to_come.unknown")));
        CHECK(world.reads(named("to_come.title")) == !page.draw);
        if (!page.draw) CHECK(world.reads(named(page.to_come)));
    }
}

TEST_CASE("the menu leads to the pages of its kind, and marks the one that is open")
{
    for (const auto& page : pages::page_table()) {
        const auto address = pages::address_of(page);
        CAPTURE(address);
        World world(address);
        CHECK(world.is(Role::link, named(page.words), ui::state::current) == (page.way == Way::menu));
        if (page.way != Way::menu) continue;
        world.goes_to("#/nowhere");
        world.press(Role::link, named(page.words));
        world.waits();
        CHECK(pages::to_hash(world.route) == address);
    }
}

TEST_CASE("each tab stands at its address, and the page shows it selected")
{
    for (const auto& page : pages::page_table())
        for (const auto& tab : page.tabs) {
            const auto address = pages::address_of(page, &tab);
            CAPTURE(address);
            World world(address);
            CHECK(world.is(Role::tab, named(tab.words), ui::state::selected));
            world.press(Role::tab, named(page.tabs.front().words));
            world.waits();
            CHECK(pages::to_hash(world.route) == pages::address_of(page));
        }
}

TEST_CASE("a tab that is none shows the first, and an address that is none says so")
{
    for (const auto& page : pages::page_table()) {
        if (page.tabs.empty()) continue;
        World world("#/" + std::string(page.name) + "/nonsense");
        CHECK(world.is(Role::tab, named(page.tabs.front().words), ui::state::selected));
    }
    World world("#/nonsense");
    CHECK(world.reads(named("to_come.unknown")));
}

TEST_CASE("the global search finds all that can be gone to, and nothing that only a letter leads to")
{
    World world("#/");
    for (const auto& page : pages::page_table()) {
        CAPTURE(page.name);
        CHECK(finds(world, page.words) == (page.way != Way::link));
        for (const auto& tab : page.tabs) CHECK(finds(world, tab.words));
    }
}

TEST_CASE("without the demo, its pages are nowhere")
{
    World world("#/");
    world.app.demo = false;
    world.waits();
    for (const auto& page : pages::page_table()) {
        if (page.way != Way::demo) continue;
        CHECK_FALSE(finds(world, page.words));
        world.goes_to(pages::address_of(page));
        CHECK(world.reads(named("to_come.unknown")));
    }
}

TEST_CASE("the addresses that other rooms lead to are those of the table")
{
    for (const auto tab : {model::Tab::active, model::Tab::expired, model::Tab::pending}) {
        const auto  route = pages::parse_route(pages::address_of_tab(tab));
        const auto* page  = pages::page_of(route);
        REQUIRE(page);
        CHECK(pages::tab_of(*page, route).name == route.tab);
    }
}
