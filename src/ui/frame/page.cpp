#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/core/scroll.hpp"
#include "ui/frame/shell.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

constexpr float least_to_fill = 520;  // with less height than this, a list scrolls with its page

}  // namespace

struct Page::Area {
    std::optional<IdScope>    scope;
    std::optional<ScrollArea> scroll;
    bool                      fills = false;
};

Page::Page(const PageStyle& style) : area_(std::make_unique<Area>())
{
    auto&       ui      = context();
    auto&       parts   = ui.parts();
    const float inset_x = ui.breakpoint() == Breakpoint::phone    ? 16.0f
                          : ui.breakpoint() == Breakpoint::tablet ? 24.0f
                                                                  : 40.0f;
    const float inset_y = ui.breakpoint() == Breakpoint::phone ? 20.0f : 32.0f;
    const Rect  view{parts.left, parts.top, ui.width() - parts.left, ui.height() - parts.top};
    const auto  id = id_below(id_of(style.title), 0x9a6e);
    area_->scope.emplace(id);
    area_->fills = style.fills && ui.height() >= least_to_fill;

    enter_node(
        view, {.id = id, .role = Role::main, .keys = area_->fills ? 0u : keys::up_down | keys::home_end | keys::pages});
    if (area_->fills) {
        Flow flow;
        flow.width = std::min(view.w - 2 * inset_x, style.width);
        flow.left  = view.x + std::floor((view.w - flow.width) / 2);
        flow.x = flow.right = flow.left;
        flow.y = flow.top = flow.bottom = view.y + inset_y;
        parts.flows.push_back(flow);
        parts.bottom = ui.height();
    } else {
        area_->scroll.emplace(id, view, inset_x, inset_y, style.width);
        while (const auto* key = ui.next_key(id)) area_->scroll->key(*key);
    }
    ui.flow().gap = 16;

    // The title, leaving room at its right for the page's actions.
    if (!style.back.empty()) {
        link(style.back, style.back_href, icons::arrow_left);
        gap(6);
    }
    const auto at    = peek();
    const auto lines = lines_of(style.title.words(), Type::heading, at.w);
    const auto rect  = place(0, 32 * static_cast<float>(lines.size()));
    words_lines(rect.x, rect.y, rect.w, lines, Type::heading, palette().text);
    Node node{.id = id_below(id, 1), .role = Role::heading, .name = style.title.words(), .level = 1};
    text_at(node, Type::heading, 0);
    say_node(rect, node);
    parts.title = rect;
    if (!style.hint.empty()) {
        gap(4);
        soft(style.hint);
    }
    gap(20);
}

Page::~Page()
{
    auto& ui    = context();
    auto& parts = ui.parts();
    if (area_->fills) parts.flows.pop_back();
    area_->scroll.reset();
    parts.bottom = -1;
    ui.semantics().leave();
}

PageActions::PageActions(bool small)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    beside_     = small || ui.breakpoint() != Breakpoint::phone;
    if (beside_) {
        const auto& title = parts.title;
        Flow        flow;
        flow.left = flow.x = flow.right = title.x;
        flow.width                      = title.w;
        flow.y = flow.top = flow.bottom = title.y + (title.h - ui.theme.control) / 2;
        parts.flows.push_back(flow);
    }
    row_ = std::make_unique<Row>(RowStyle{.align = beside_ ? Align::end : Align::start});
}

PageActions::~PageActions()
{
    row_.reset();
    if (beside_) context().parts().flows.pop_back();
    else gap(16);
}

}  // namespace ui
