#include "ui/core/layout.hpp"

#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

void break_line(Flow& flow)
{
    flow.y += flow.line + flow.gap;
    flow.x     = flow.left;
    flow.line  = flow.least;
    flow.fresh = true;
}

}  // namespace

Rect peek(float w)
{
    auto& flow = context().flow();
    if (!flow.row)
        return {flow.left, flow.y + (flow.fresh ? 0 : flow.gap), w > 0 ? std::min(w, flow.width) : flow.width, 0};
    float x = flow.x + (flow.fresh ? 0 : flow.gap);
    if (flow.wrap && !flow.fresh && w > 0 && x + w > flow.left + flow.width + 0.5f)
        return {flow.left, flow.y + flow.line + flow.gap, std::min(w, flow.width), 0};
    const float left = std::max(0.0f, flow.left + flow.width - x);
    return {x, flow.y, w > 0 ? std::min(w, left) : left, 0};
}

Rect place(float w, float h)
{
    auto& flow = context().flow();
    if (!flow.row) {
        if (!flow.fresh) flow.y += flow.gap;
        const Rect rect{flow.left, flow.y, w > 0 ? std::min(w, flow.width) : flow.width, h};
        flow.y += h;
        flow.fresh  = false;
        flow.right  = std::max(flow.right, rect.right());
        flow.bottom = std::max(flow.bottom, flow.y);
        return rect;
    }
    if (flow.wrap && !flow.fresh && w > 0 && flow.x + flow.gap + w > flow.left + flow.width + 0.5f) break_line(flow);
    if (!flow.fresh) flow.x += flow.gap;
    // Right-aligned and centred items get the full width they ask for.
    const bool  free = flow.pushed >= 0 || flow.align != Align::start;
    const float room = free && w > 0 ? w : std::max(0.0f, flow.left + flow.width - flow.x);
    flow.line        = std::max(flow.line, h);
    const Rect rect{flow.x, flow.y + std::floor((flow.line - h) / 2), w > 0 ? std::min(w, room) : room, h};
    flow.x += rect.w;
    flow.fresh  = false;
    flow.right  = std::max(flow.right, rect.right());
    flow.bottom = std::max(flow.bottom, flow.y + flow.line);
    return rect;
}

void took(float w, float h) { place(w, h); }

std::optional<float> measured(std::uint32_t id)
{
    auto&      parts = context().parts();
    const auto found = parts.measures.find(id);
    if (found == parts.measures.end() || found->second.frame < parts.frame - 1) return std::nullopt;
    return found->second.value;
}

void measure(std::uint32_t id, float value)
{
    auto& parts = context().parts();
    auto& kept  = parts.measures[id];
    if (kept.frame < parts.frame - 1 || kept.value != value) context().animate();
    kept = {value, parts.frame};
}

IdScope::IdScope(std::string_view id) { ImGui::PushID(id.data(), id.data() + id.size()); }
IdScope::IdScope(std::uint32_t id) { ImGui::PushID(static_cast<int>(id)); }
IdScope::~IdScope() { ImGui::PopID(); }

Group::Group(Role role, Label name, std::uint32_t state)
{
    const auto id = id_below(id_of(name), 0x6f + static_cast<int>(role));
    place_        = peek();
    node_         = enter_node(place_, {.id = id, .role = role, .name = name.words(), .state = state});
}

Group::~Group()
{
    auto&       semantics    = context().semantics();
    const auto& flow         = context().flow();
    place_.h                 = std::max(0.0f, flow.bottom - place_.y);
    semantics.at(node_).rect = place_;
    semantics.at(node_).clip = clip_of(place_);
    semantics.leave();
}

void gap(float px)
{
    auto& flow = context().flow();
    (flow.row ? flow.x : flow.y) += px;
    flow.fresh = true;
    if (!flow.row) flow.bottom = std::max(flow.bottom, flow.y);
}

float available_width() { return peek().w; }

void line()
{
    const auto rect = place(0, 1);
    line_across(rect.x, rect.right(), rect.y, palette().line);
}

Row::Row(RowStyle style)
{
    auto&      parts  = context().parts();
    auto&      parent = context().flow();
    const auto at     = peek();
    Flow       flow;
    flow.row = true;
    flow.x = flow.left = flow.right = at.x;
    flow.y = flow.top = flow.bottom = at.y;
    flow.width                      = at.w;
    flow.gap                        = style.gap;
    flow.least = flow.line = style.height > 0 ? style.height : context().theme.control;
    flow.wrap              = style.wrap;
    flow.align             = style.align;
    flow.id                = id_below(ImGui::GetCurrentWindow()->IDStack.back(),
                                      0x1000 + parent.rows++ + static_cast<int>(parts.flows.size()) * 64);
    flow.alpha             = parts.alpha;
    if (style.align != Align::start) {
        if (const auto width = measured(flow.id)) {
            const float free = std::max(0.0f, flow.width - *width);
            flow.x += std::floor(style.align == Align::center ? free / 2 : free);
        } else parts.alpha = 0;
    }
    parts.flows.push_back(flow);
}

Row::~Row()
{
    auto&      parts = context().parts();
    const Flow flow  = parts.flows.back();
    parts.flows.pop_back();
    parts.alpha = flow.alpha;
    float used  = flow.right - flow.left;
    if (flow.align != Align::start) {
        const float begun = flow.left + std::floor(flow.align == Align::center
                                                       ? (flow.width - measured(flow.id).value_or(0)) / 2
                                                       : flow.width - measured(flow.id).value_or(0));
        measure(flow.id, measured(flow.id) ? flow.right - begun : used);
        used = flow.width;
    }
    if (flow.pushed >= 0) {
        measure(id_below(flow.id, 1), flow.x - flow.pushed);
        used = flow.width;
    }
    took(context().flow().row ? used : 0, flow.y + flow.line - flow.top);
}

void Row::push_right()
{
    auto&      parts = context().parts();
    auto&      flow  = context().flow();
    const auto width = measured(id_below(flow.id, 1));
    if (!width) parts.alpha = 0;
    const float from = flow.x + (flow.fresh ? 0 : flow.gap);
    float       x    = width ? flow.left + flow.width - *width : from;
    if (x < from - 0.5f && flow.wrap && !flow.fresh) {
        break_line(flow);
        x = width ? flow.left + flow.width - *width : flow.left;
    }
    flow.x = flow.pushed = std::max(x, flow.wrap ? flow.left : from);
    flow.fresh           = true;
}

Stack::Stack(StackStyle style)
{
    const auto at = peek();
    Flow       flow;
    flow.left  = at.x + style.inset + style.indent;
    flow.width = (style.width > 0 ? std::min(style.width, at.w) : at.w) - 2 * style.inset - style.indent;
    flow.top   = at.y;
    flow.y     = at.y + style.inset;
    flow.x = flow.right = flow.left;
    flow.bottom         = flow.y;
    flow.gap            = style.gap;
    flow.line           = style.inset;
    context().parts().flows.push_back(flow);
}

Stack::~Stack()
{
    auto&      parts = context().parts();
    const Flow flow  = parts.flows.back();
    parts.flows.pop_back();
    took(context().flow().row ? flow.left + flow.width - context().flow().x : 0, flow.bottom + flow.line - flow.top);
}

Grid::Grid(GridStyle style) : style_(style)
{
    const auto at = peek();
    columns_      = std::clamp(static_cast<int>((at.w + style.gap) / (style.min + style.gap)), 1, style.max);
    column_width_ = (at.w - static_cast<float>(columns_ - 1) * style.gap) / static_cast<float>(columns_);
    auto& parts   = context().parts();
    Flow  flow;
    flow.left  = at.x;
    flow.width = at.w;
    flow.y = flow.top = flow.bottom = at.y;
    flow.x = flow.right = at.x;
    flow.gap            = style.gap;
    parts.flows.push_back(flow);
    parts.card_lines.push_back(parts.cards.size());
    parts.cell_flows.push_back(0);
}

Grid::~Grid()
{
    if (open_) close_cell();
    close_line();
    auto&      parts = context().parts();
    const Flow flow  = parts.flows.back();
    parts.flows.pop_back();
    parts.card_lines.pop_back();
    parts.cell_flows.pop_back();
    took(0, flow.bottom - flow.top);
}

void Grid::cell(int span)
{
    span = std::min(span, columns_);
    if (open_) close_cell();
    if (next_ + span > columns_) close_line();
    auto&       parts = context().parts();
    const auto& grid  = parts.flows.back();
    Flow        flow;
    flow.left  = std::round(grid.left + static_cast<float>(next_) * (column_width_ + style_.gap));
    flow.width = std::round(grid.left + static_cast<float>(next_ + span - 1) * (column_width_ + style_.gap) +
                            column_width_) -
                 flow.left;
    flow.x = flow.right = flow.left;
    flow.y = flow.top = flow.bottom = grid.y;
    flow.gap                        = style_.gap;
    next_ += span;
    open_           = true;
    parts.tile_line = id_below(ImGui::GetCurrentWindow()->IDStack.back(), 0x711e + lines_);
    parts.flows.push_back(flow);
    parts.cell_flows.back() = parts.flows.size();
}

void Grid::close_cell()
{
    auto&      parts = context().parts();
    const Flow flow  = parts.flows.back();
    parts.flows.pop_back();
    auto& grid  = parts.flows.back();
    grid.bottom = std::max(grid.bottom, flow.bottom);
    grid.right  = std::max(grid.right, flow.right);
    open_       = false;
}

// Extends the lowest card of each cell to the height of the line.
void Grid::close_line()
{
    if (next_ == 0) return;
    auto& parts = context().parts();
    if (parts.tile_high > 0) measure(parts.tile_line, parts.tile_high);
    parts.tile_high = 0;
    auto&      grid = parts.flows.back();
    const auto from = parts.card_lines.back();
    for (auto at = from; at < parts.cards.size(); ++at) {
        auto& card   = parts.cards[at];
        bool  lowest = true;
        for (auto other = from; other < parts.cards.size(); ++other)
            if (parts.cards[other].rect.x == card.rect.x && parts.cards[other].rect.y > card.rect.y) lowest = false;
        if (lowest) card.rect.h = grid.bottom - card.rect.y;
        draw_card_frame(card);
    }
    parts.cards.resize(from);
    grid.y = grid.bottom + style_.gap;
    next_  = 0;
    ++lines_;
}

}  // namespace ui
