// The pages there are, one a row: from it come the menu, the addresses that lead somewhere, the titles, what the global
// search finds, what is drawn before all data are there, and the pages that are still to come.
#pragma once
#include "base/texts.hpp"
#include "pages/frame/frame.hpp"
#include "ui/core/icon.hpp"
#include "ui/frame/shell.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pages {

// How the customer gets there: by the menu, in the demo only, or by a link of a letter and in no other way.
enum class Way : std::uint8_t { menu, demo, link };

// What must have been read of the data before the page can be drawn; an address with an item always needs all.
enum class Needs : std::uint8_t { first_rows, all };

// A page is drawn as a whole, or as the one of its tabs that the address names: the first, where it names none.
struct TabEntry {
    std::string_view name;  // in the address
    base::TextKey    words;
    ui::Icon         icon;
    void (*draw)(Pages::Parts&, Screen&);
    void (*beside_title)(Pages::Parts&, Screen&) = nullptr;  // its buttons there
    void (*behind)(Pages::Parts&, Screen&)       = nullptr;  // its popups
};

struct PageEntry {
    std::string_view name;  // in the address; empty at home
    base::TextKey    words;
    ui::Icon         icon;
    Way              way   = Way::menu;
    Needs            needs = Needs::all;

    void (*draw)(Pages::Parts&, Screen&) = nullptr;
    base::TextKey             to_come    = {};  // what it will do, where it is not built yet
    std::span<const TabEntry> tabs       = {};

    // With tabs: whether the address asks for one thing, which `draw` shows as a page of its own. Its heading is the title.
    bool (*shows_item)(const Screen&)        = nullptr;
    std::string (*item_title)(const Screen&) = nullptr;
};

std::span<const PageEntry> page_table();

// Null where the address leads nowhere.
const PageEntry* page_of(const Route&);
const TabEntry&  tab_of(const PageEntry&, const Route&);

// "#/services/active"; without a tab the page itself, as the menu leads there.
std::string address_of(const PageEntry&, const TabEntry* = nullptr);

// The entries of the left menu, in their order, and the one that a page is; below 0 for none.
std::span<const ui::MenuEntry> menu_entries();
int                            menu_place(const PageEntry*);

}  // namespace pages
