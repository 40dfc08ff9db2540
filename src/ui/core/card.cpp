#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"

#include <algorithm>

namespace ui {

void draw_card_frame(const CardFrame& card)
{
    auto&       ui    = context();
    const float until = ui.parts().alpha;
    ui.parts().alpha  = card.alpha;
    frame(card.rect, card.tone == Tone::neutral ? palette().line : ui.theme.tone(card.tone).line, radius::l);
    ui.parts().alpha = until;
    if (card.node < 0) return;
    auto& node = ui.semantics().at(card.node);
    node.rect  = card.rect;
    node.clip  = clip_of(card.rect);
}

Card::Card(Label title, CardStyle style) : style_(style)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    outer_      = peek();
    inset_      = is_phone() ? std::min(style.inset, 16.0f) : style.inset;
    if (!title.empty()) {
        node_  = enter_node(outer_, {.id = id_below(id_of(title), 0xca), .role = Role::region, .name = title.words()});
        scope_ = true;
    }

    Flow flow;
    flow.left  = outer_.x + inset_;
    flow.width = outer_.w - 2 * inset_;
    flow.x = flow.right = flow.left;
    flow.top            = outer_.y;
    flow.y = flow.bottom = outer_.y + inset_;
    if (title.empty() && style.flush) flow.y = flow.bottom = outer_.y;

    if (!title.empty()) {
        const float line = type_style(Type::title).line;
        float       x    = flow.left;
        if (!style.icon.empty()) {
            icon_at(x + 9, flow.y + line / 2, style.icon, 18, ui.theme.tone(style.tone).text);
            x += 28;
        }
        float       room = flow.left + flow.width - x;
        const Rect  link_room{flow.left, flow.y, flow.width, line};
        const bool  linked     = !style.link.empty();
        const float link_width = linked ? text_width(style.link.words(), Type::body) : 0;
        if (linked) room -= link_width + 16;
        Node node{.id = id_below(id_of(title), 0xcb), .role = Role::heading, .name = title.words(), .level = 2};
        text_at(node, Type::title, 0);
        const auto lines = lines_of(title.words(), Type::title, room);
        const Rect words{x, flow.y, room, line * static_cast<float>(lines.size())};
        say_node(words, node);
        words_lines(words.x, words.y, words.w, lines, Type::title, palette().text);
        if (linked) {
            const Rect at{link_room.right() - link_width, flow.y, link_width, line};
            Node       to{.id   = id_below(id_of(title), 0xcc),
                          .role = Role::link,
                          .name = style.link.words(),
                          .href = style.href};
            text_at(to, Type::body, 0);
            const auto hit   = item(at, to);
            const auto color = ui.theme.tone(Tone::accent).text;
            words_in(at, style.link.words(), Type::body, color);
            if (hit.hover > 0) line_across(at.x, at.right(), at.bottom() - 3, faded(color, hit.hover));
            if (hit.ring) focus_ring(at, radius::s);
            if (hit.pressed) ui.follow(style.href);
        }
        flow.y += words.h;
        if (!style.hint.empty()) {
            const auto hints = lines_of(style.hint.words(), Type::body, flow.width);
            const Rect hint{flow.left, flow.y + 2, flow.width, 20 * static_cast<float>(hints.size())};
            Node       words_node{.id = id_below(id_of(title), 0xcd), .role = Role::text, .name = style.hint.words()};
            text_at(words_node, Type::body, 0);
            say_node(hint, words_node);
            words_lines(hint.x, hint.y, hint.w, hints, Type::body, palette().text_soft);
            flow.y += 2 + hint.h;
        }
        flow.y += style.flush ? 12.0f : 16.0f;
        flow.bottom = flow.y;
    }
    if (style.flush) {
        flow.left = flow.x = flow.right = outer_.x;
        flow.width                      = outer_.w;
        flow.gap                        = 0;
    }
    parts.flows.push_back(flow);
}

Card::~Card()
{
    auto&      ui    = context();
    auto&      parts = ui.parts();
    const Flow flow  = parts.flows.back();
    parts.flows.pop_back();
    outer_.h = flow.bottom - outer_.y + (style_.flush ? 0 : inset_);
    if (scope_) ui.semantics().leave();
    const CardFrame card{outer_, node_, style_.tone, parts.alpha};
    if (!parts.cell_flows.empty() && parts.cell_flows.back() == parts.flows.size()) parts.cards.push_back(card);
    else draw_card_frame(card);
    took(0, outer_.h);
}

}  // namespace ui
