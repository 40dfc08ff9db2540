// The kit: everything that a page may draw with. Pages include this and never ImGui.
//
// The frame. The app owns one ui::Context, sets language, theme, now…, passes on the events of the page's mirror
// (context.hear), and calls context.begin() / draw / context.end(). Widgets find it by ui::context().
//
// Words on widgets are ui::Label: a key of assets/texts ("action.renew", checked at compile time) or a std::string /
// std::string_view that is shown as it is. Sentences with gaps: ui::say("renew.done", {name}). Ids: a widget's id comes
// from its label within the enclosing id scopes, so repeated items need a ui::IdScope(row.id). Two equal labels in one
// scope: ButtonStyle::id.
//
// Layout. Everything flows from top to bottom at full width with a gap of 12.
//   Row row;             from left to right, wraps; row.push_right()
//   Grid grid({.min = 280}); grid.cell(); …   equal columns, as many as fit
//   Card card("home.latest");                 a framed region with a title; {.flush = true} for lines edge to edge
//   Stack, gap(space::l), line(), Group(Role::list, "home.alerts"), IdScope(id)
// Look: text, soft, caption, strong, heading, badge, dot, icon, facts, steps, timeline, progress, banner, notice,
//   chart, empty_state, skeleton, tooltip, toast (context().toast(Tone::success, say("renew.done")))
// Press: button, primary, icon_button, link, button_link, tile, tabs, chip, checkbox, toggle, select,
//   text_field, search_field, Menu. They return true in the frame of the press; links are followed by the app.
// Over the page: Dialog + Form (a draft command), DialogScope, confirm.
// Shell: Shell, TopBar, Page, PageActions. List: draw(list, title, state, rows).
// Numbers and dates: count, money, whole_money, month, short_month, short_date, long_date, date_time.
//
// A page in full:
//     void draw(Home& page, const Store& store, base::Date today)
//     {
//         ui::Page scope({.title = "page.home"});
//         { ui::Grid grid; grid.cell(); ui::tile(ui::count(12), "home.domains", "#/services/active?kind=domain"); … }
//         ui::Card card("home.alerts");
//         ui::Group list(ui::Role::list, "home.alerts");
//         for (const auto& alert : alerts) {
//             ui::IdScope id(alert.service.value);
//             if (ui::alert_line(alert.tone, alert.sentence, "action.renew")) page.open(alert);
//         }
//     }
//
// Pages draw only through the kit: what is missing is added here.
#pragma once
#include "ui/controls/chart.hpp"
#include "ui/controls/controls.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/controls/feedback.hpp"
#include "ui/controls/menu.hpp"
#include "ui/core/context.hpp"
#include "ui/core/layout.hpp"
#include "ui/core/text.hpp"
#include "ui/fields/fields.hpp"
#include "ui/fields/form.hpp"
#include "ui/format.hpp"
#include "ui/frame/shell.hpp"
#include "ui/list/list.hpp"
