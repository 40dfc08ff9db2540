#include "ui/controls/controls.hpp"
#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/format.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float height = 44, pad = 12, apart = 4;

struct Measured {
    std::string number;
    float       x = 0, width = 0;
};

// Fades the tabs out at an edge beyond which there are more.
void fade(const Rect& view, bool left)
{
    const float w    = 36;
    const ImU32 full = to_imgui(palette().background), none = to_imgui(faded(palette().background, 0));
    const float x = left ? view.x - 4 : view.right() + 4 - w;
    ImGui::GetWindowDrawList()->AddRectFilledMultiColor({x, view.y}, {x + w, view.bottom() - 2}, left ? full : none,
                                                        left ? none : full, left ? none : full, left ? full : none);
}

}  // namespace

std::optional<int> tabs(Label name, std::span<const TabItem> items, int current)
{
    auto&      ui   = context();
    const auto id   = id_of(name);
    const auto view = place(0, height);
    const int  size = static_cast<int>(items.size());
    IdScope    scope(id);

    // 1. The widths of the tabs, and the visible part of them.
    std::vector<Measured> sizes(items.size());
    float                 total = 0;
    for (std::size_t at = 0; at < items.size(); ++at) {
        auto& size_of_tab = sizes[at];
        if (items[at].count >= 0) size_of_tab.number = count(items[at].count);
        size_of_tab.x     = total;
        size_of_tab.width = std::ceil(text_width(items[at].words.words(), Type::strong)) + 2 * pad;
        if (!size_of_tab.number.empty())
            size_of_tab.width += std::max(22.0f, std::ceil(text_width(size_of_tab.number, Type::caption_strong)) + 14) +
                                 8;
        total += size_of_tab.width + apart;
    }
    auto&       memory = scroll_memory(id);
    const float most   = std::max(0.0f, total - apart - view.w);
    const bool  fresh  = memory.frame != ui.parts().frame - 1;
    memory.frame       = ui.parts().frame;
    if ((fresh || memory.grip != static_cast<float>(current)) && current >= 0 && current < size) {
        const auto& tab = sizes[static_cast<std::size_t>(current)];
        memory.offset   = std::clamp(memory.offset, tab.x + tab.width + 32 - view.w, std::max(0.0f, tab.x - 32));
        memory.grip     = static_cast<float>(current);
    }
    const auto& io = ImGui::GetIO();
    if (most > 0 && view.holds(io.MousePos.x, io.MousePos.y) && io.MouseWheelH != 0)
        memory.offset -= io.MouseWheelH * 5 * ImGui::GetStyle().FontSizeBase;
    memory.offset = std::clamp(memory.offset, 0.0f, most);

    // 2. The tabs.
    enter_node(view,
               {.id = id, .role = Role::tablist, .name = name.words(), .keys = keys::left_right | keys::home_end});
    line_across(view.x, view.right(), view.bottom() - 1, palette().line);
    ImGui::PushClipRect({view.x - 4, view.y - 2}, {view.right() + 4, view.bottom() + 2}, true);
    std::optional<int>         chosen;
    std::vector<std::uint32_t> ids;
    for (int at = 0; at < size; ++at) {
        const auto& tab  = items[static_cast<std::size_t>(at)];
        const auto& how  = sizes[static_cast<std::size_t>(at)];
        const bool  open = at == current;
        const Rect  rect{std::round(view.x + how.x - memory.offset), view.y, how.width, height};
        Node        node{.id    = id_of(tab.words),
                         .role  = Role::tab,
                         .name  = tab.words.words(),
                         .value = how.number,
                         .href  = tab.href,
                         .state = (open ? state::selected : 0u) | (open || current < 0 ? 0u : state::skip_tab)};
        text_at(node, Type::strong, pad);
        ids.push_back(node.id);
        const auto hit = item(rect, node);
        if (ui.shows(node.id)) memory.offset = std::clamp(how.x - 32, 0.0f, most);
        const auto& tone = ui.theme.tone(open ? Tone::accent : tab.tone);
        if (hit.hover > 0 && !open)
            fill({rect.x + 2, rect.y + 5, rect.w - 4, height - 11}, faded(palette().hover, hit.hover), radius::m);
        const float right = words_in({rect.x + pad, rect.y, rect.w, height - 1}, tab.words.words(), Type::strong,
                                     open ? palette().text : palette().text_soft);
        if (!how.number.empty()) {
            const Rect pill{right + 8, rect.y + 11, rect.right() - pad - right - 8, 21};
            fill(pill, tone.soft, radius::round);
            words_in(pill, how.number, Type::caption_strong, tone.text, Align::center);
        }
        if (open) fill({rect.x + 2, rect.bottom() - 2, rect.w - 4, 2}, palette().accent, 1);
        if (hit.ring) focus_ring(inset(rect, 5), radius::s);
        if (hit.pressed && !open) {
            chosen = at;
            if (!tab.href.empty()) ui.follow(tab.href);
        }
    }
    if (memory.offset > 1) fade(view, true);
    if (memory.offset < most - 1) fade(view, false);
    ImGui::PopClipRect();

    // 3. The arrow keys.
    while (const auto* key = ui.next_key(id)) {
        const auto at   = ui.start_of(*key, ids);
        const int  from = at < size ? static_cast<int>(at) : current;
        const int  to   = key->text == "Home"  ? 0
                          : key->text == "End" ? size - 1
                                               : (from + (key->text == "ArrowLeft" ? size - 1 : 1)) % size;
        if (size > 0) ui.focus(ids[static_cast<std::size_t>(to)]);
    }
    ui.semantics().leave();
    return chosen;
}

}  // namespace ui
