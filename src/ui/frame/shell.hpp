// The frame around every page: left menu, top bar, page title. The menu folds to icons, and is a drawer on narrow
// screens.
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
    std::int64_t     count = 0;  // shown beside the entry; 0: none
};

struct ShellState {
    bool collapsed = false;  // the app remembers it as a preference
    bool drawer    = false;  // open, on narrow screens
    bool searching = false;  // on phones the search takes the whole bar

    // Internal to the shell.
    int  marked      = -1;     // index of the marked suggestion of the global search
    bool opened      = false;  // suggestions are shown although nothing is typed
    bool shut        = false;  // Escape closed the suggestions; until the text changes
    bool was_focused = false;
    int  lingers     = 0;   // frames for which the suggestions stay after the field lost the focus
    Rect list        = {};  // of the suggestions, while they are shown
};

struct ShellStyle {
    Label                      brand   = {};
    Label                      badge   = {};  // "Démonstration"
    std::span<const MenuEntry> entries = {};
    int                        current = -1;  // index of the open one
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
    std::string group   = {};  // a heading above the first suggestion of each group
    std::string why_not = {};  // not empty: disabled, for this reason
    std::string fills   = {};  // not empty: choosing it only types this text
};

// The slots of the top bar, from left to right; everything after search() is right-aligned.
class TopBar {
public:
    explicit TopBar(ShellState& state);
    ~TopBar();
    TopBar(const TopBar&)            = delete;
    TopBar& operator=(const TopBar&) = delete;

    // The global search: combobox "Recherche globale", also opened by Ctrl+K. With an empty text, suggestions are shown
    // if it was opened by Ctrl+K or the pointer, not by Tab. Returns the index of the chosen suggestion.
    std::optional<int> search(std::string& text, std::span<const Suggestion> suggestions);

    // The sync state: role status, icon and words (only the icon on phones). `hint` is the tooltip.
    void status(Tone tone, Icon icon, Label words, Label hint = {});

private:
    ShellState&          state_;
    std::unique_ptr<Row> row_;
    bool                 right_ = false;
};

struct PageStyle {
    Label            title     = {};
    Label            hint      = {};     // below the title
    bool             fills     = false;  // a list fills the whole height and scrolls by itself; else the page scrolls
    float            width     = 1280;   // maximum
    Label            back      = {};     // a link above the title
    std::string_view back_href = {};
};

// The page itself: role main, title as heading level 1. The title also identifies the page: a new one starts at the
// top.
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

// Buttons at the right of the page's title; call directly after Page.
class PageActions {
public:
    explicit PageActions(bool small = false);  // small ones are beside the title on phones too
    ~PageActions();
    PageActions(const PageActions&)            = delete;
    PageActions& operator=(const PageActions&) = delete;

private:
    std::unique_ptr<Row> row_;
    bool                 beside_ = false;
};

}  // namespace ui
