// The frame round every page: left menu, top bar, page with its title. The menu collapses to icons and becomes a
// drawer on narrow screens.
//     ui::Shell shell(state, {.brand = "app.name", .entries = entries, .current = 2});
//     {
//         ui::TopBar bar(state);
//         if (auto hit = bar.search(search, suggestions)) …
//         bar.status(ui::Tone::success, icons::check, "sync.saved");
//         ui::Menu account("bar.account", {.icon = icons::circle_user}); …
//     }
//     ui::Page page({.title = "page.services"});
#pragma once
#include "ui/controls/controls.hpp"
#include "ui/controls/menu.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ui {

struct MenuEntry {
    Icon             icon  = {};
    base::TextKey    words = {};
    std::string_view href  = {};
    std::int64_t     count = 0;  // a number beside it; 0: none
};

struct ShellState {
    bool collapsed = false;  // the app remembers it as a preference
    bool drawer    = false;  // open, on narrow screens
    bool searching = false;  // on phones the search takes the whole bar

    // The shell's own.
    int  marked      = -1;     // of the suggestions of the global search
    bool opened      = false;  // they are shown before anything is typed
    bool shut        = false;  // Escape closed them until the words change
    bool was_focused = false;
    int  lingers     = 0;   // frames for which the suggestions stay after the focus went
    Rect list        = {};  // of the suggestions, while they are shown
};

struct ShellStyle {
    Label                      brand   = {};
    Label                      badge   = {};  // "Démonstration"
    std::span<const MenuEntry> entries = {};
    int                        current = -1;  // the open one
};

class Shell {
public:
    Shell(ShellState& state, const ShellStyle& style);
    ~Shell();
    Shell(const Shell&)            = delete;
    Shell& operator=(const Shell&) = delete;
};

struct Suggestion {
    Icon        icon  = {};
    std::string words = {}, hint = {};
    std::string href    = {};  // followed when chosen
    std::string group   = {};  // a heading above the first of each
    std::string why_not = {};  // not empty: it cannot be chosen, and this is the reason
    std::string fills   = {};  // not empty: choosing it only types this
};

// The slots of the top bar, from left to right; after search() everything stands on the right.
class TopBar {
public:
    explicit TopBar(ShellState& state);
    ~TopBar();
    TopBar(const TopBar&)            = delete;
    TopBar& operator=(const TopBar&) = delete;

    // The global search: combobox "Recherche globale", opened by Ctrl+K too. Suggestions for nothing typed are shown when
    // it was opened so or by the pointer, not when Tab only passes by. The index that was chosen.
    std::optional<int> search(std::string& text, std::span<const Suggestion> suggestions);

    // The state of sync: role status, icon and words (icon only on phones). `hint` is its tooltip.
    void status(Tone tone, Icon icon, Label words, Label hint = {});

private:
    ShellState&          state_;
    std::unique_ptr<Row> row_;
    bool                 right_ = false;
};

struct PageStyle {
    Label            title     = {};
    Label            hint      = {};     // below the title
    bool             fills     = false;  // a list takes the whole height and scrolls by itself; else the page scrolls
    float            width     = 1280;   // at most
    Label            back      = {};     // a link above the title
    std::string_view back_href = {};
};

// The page itself: main, heading level 1. `id` in the style is the title: another page starts at the top again.
class Page {
public:
    explicit Page(const PageStyle& style);
    ~Page();
    Page(const Page&)            = delete;
    Page& operator=(const Page&) = delete;

private:
    struct Area;
    std::unique_ptr<Area> area_;
};

// Buttons at the right of the page's title; directly after Page.
class PageActions {
public:
    explicit PageActions(bool small = false);  // small ones stay beside the title on phones too
    ~PageActions();
    PageActions(const PageActions&)            = delete;
    PageActions& operator=(const PageActions&) = delete;

private:
    std::unique_ptr<Row> row_;
    bool                 beside_ = false;
};

}  // namespace ui
