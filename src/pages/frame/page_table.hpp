// The table of pages, one per row. The menu, valid addresses, titles, results of the global search, loading
// placeholders and the pages not built yet all come from it.
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

// How the customer gets to the page: through the menu, the menu in the demo only, or only a link in a letter.
enum class Way : std::uint8_t { menu, demo, link };

// The data that must be loaded before the page can be drawn; an address with an item always needs all.
enum class Needs : std::uint8_t { first_rows, all };

// True if a page does what this part of its address asks for. What is not understood is said on the page.
using Knows = bool (*)(std::string_view name, std::string_view value);
constexpr bool knows_search(std::string_view name, std::string_view) { return name == "q"; }

// A page is drawn as a whole, or as the tab that the address names (by default the first).
struct TabEntry {
    std::string_view name;  // in the address
    base::TextKey    words;
    ui::Icon         icon;
    void (*draw)(Pages::Parts&, Screen&);
    void (*beside_title)(Pages::Parts&, Screen&) = nullptr;  // draws the buttons there
    void (*behind)(Pages::Parts&, Screen&)       = nullptr;  // draws the tab's popups
    Knows knows                                  = knows_search;
};

struct PageEntry {
    std::string_view name;  // in the address; empty at home
    base::TextKey    words;
    ui::Icon         icon;
    Way              way   = Way::menu;
    Needs            needs = Needs::all;

    void (*draw)(Pages::Parts&, Screen&) = nullptr;
    base::TextKey             to_come    = {};  // what a page that is not built yet will do
    std::span<const TabEntry> tabs       = {};
    Knows                     knows      = nullptr;  // of a page without tabs

    // For pages with tabs: true if the address names an item that `draw` shows as a page of its own, titled
    // item_title().
    bool (*shows_item)(const Screen&)        = nullptr;
    std::string (*item_title)(const Screen&) = nullptr;
};

std::span<const PageEntry> page_table();

// Null for an unknown address.
const PageEntry* page_of(const Route&);
const TabEntry&  tab_of(const PageEntry&, const Route&);

// "#/services/active"; without a tab the address of the page itself, as in the menu.
std::string address_of(const PageEntry&, const TabEntry* = nullptr);

// What the address asks of the page and is not understood, in words ("tld=co,uk"); takes it out of the route.
std::string take_out_unknown(const PageEntry&, Route&);

// The entries of the left menu in order, and the index of a page's entry; below 0: none.
std::span<const ui::MenuEntry> menu_entries();
int                            menu_place(const PageEntry*);

}  // namespace pages
