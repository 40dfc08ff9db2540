// A button that opens a menu, and the menu. Keys: Up, Down, Home, End, Escape, first letters.
//     ui::Menu menu("ui.account", {.icon = icons::user});
//     if (menu) {
//         if (menu.item("account.export", {.icon = icons::download})) …
//         menu.separator();
//     }
#pragma once
#include "ui/controls/controls.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace ui {

struct MenuItem {
    Icon             icon     = {};
    std::string_view shortcut = {};
    std::string_view why_not  = {};  // not empty: disabled, with this reason as a second line
    bool             danger   = false;
    int              checked  = -1;  // 0 or 1: a choice that is off or on; below 0: not a choice
    std::string_view href     = {};  // followed when pressed
};

struct MenuStyle {
    Icon icon      = {};
    Kind kind      = Kind::ghost;
    bool icon_only = true;  // the label is then the name and the tooltip
    bool small     = false;
    bool arrow     = false;  // a small "v" after the label
    bool to_left   = true;   // the right edges of button and menu are aligned
};

class Menu {
public:
    // Draws the button.
    explicit Menu(Label label, MenuStyle style = {});
    ~Menu();
    Menu(const Menu&)            = delete;
    Menu& operator=(const Menu&) = delete;

    explicit operator bool() const { return popup_ != nullptr; }

    // True when chosen; the menu is then closed.
    bool item(Label words, MenuItem item = {});
    void separator();
    void heading(Label words);

    // For the kit: the menu of a button drawn elsewhere; it is open after show() was called with that button.
    Menu(std::uint32_t button, std::string_view name, bool to_left);
    static void show(std::uint32_t button, const Rect& anchor);
    static bool is_open(std::uint32_t button);

private:
    struct Popup;
    void open(std::uint32_t button, std::string_view name, bool to_left);

    std::unique_ptr<Popup> popup_;
};

}  // namespace ui
