#include "ui/controls/menu.hpp"
#include "ui/icons.hpp"
#include "ui/list/rows.hpp"

namespace ui {

void take_menu_key(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& rect)
{
    while (const auto* key = context().next_key(row)) {
        list.state.row    = number;
        const bool  point = key->caret != 0 || key->selection != 0;
        const float x = static_cast<float>(key->caret), y = static_cast<float>(key->selection);
        Menu::show(row_button_id(row), point ? Rect{x, y, 0, 0} : rect);
    }
}

void draw_menu(ListFrame& list, std::uint32_t row, std::int64_t number)
{
    auto&      ui = context();
    const auto id = row_button_id(row);
    if (!Menu::is_open(id)) return;
    const auto name = list.rows.name();
    const auto href = list.rows.href();
    Menu       menu(id, say("ui.actions_for", {name}), true);
    for (int at = 0; at < list.rows.actions(); ++at) {
        const auto action = list.rows.action(at);
        if (!action.fits) continue;
        if (action.style.separator_above) menu.separator();
        if (menu.item(action.label,
                      {.icon = action.style.icon, .why_not = action.why_not, .danger = action.style.danger}))
            list.pick = ListPick{number, at};
    }
    if (list.actions) menu.separator();
    if (menu.item("ui.copy_name", {.icon = icons::copy})) ui.copy(name, say("ui.copied"));
    if (!href.empty() && menu.item("ui.open_apart", {.icon = icons::external_link})) ui.open_apart(href);
}

void draw_actions(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& rect)
{
    const auto id   = row_button_id(row);
    const bool open = Menu::is_open(id);
    const auto name = say("ui.actions_for", {list.rows.name()});
    const auto hit  = item(rect, {.id    = id,
                                  .role  = Role::button,
                                  .name  = name,
                                  .state = state::opens_menu | state::expandable | (open ? state::expanded : 0u) |
                                           (number == list.state.row ? 0u : state::skip_tab)});
    if (hit.visible) {
        if (open) fill(rect, palette().pressed, radius::m);
        else if (hit.hover > 0) fill(rect, faded(palette().pressed, hit.hover), radius::m);
        icon_at(rect.x + rect.w / 2, rect.y + rect.h / 2, icons::ellipsis, 18,
                mix(palette().text_soft, palette().text, hit.hover));
        if (hit.ring) focus_ring(inset(rect, 3), radius::m);
    }
    if (!open) tooltip(name);
    if (hit.pressed) {
        list.state.row = number;
        Menu::show(id, rect);
    }
}

}  // namespace ui
