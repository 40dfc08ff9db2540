// Choosing one of a list that opens below its field.
#include "base/pasted.hpp"
#include "base/text.hpp"
#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/fields/edit.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace ui {
namespace {

constexpr std::size_t few = 8;  // longer lists have a filter field

float option_height(const Option& option) { return option.hint.empty() && option.why_not.empty() ? 36.0f : 52.0f; }

std::vector<int> matching(std::span<const Option> options, const std::string& filter)
{
    std::vector<int> found;
    const auto       wanted = base::search_words(filter);
    for (std::size_t at = 0; at < options.size(); ++at) {
        const auto text = base::fold(options[at].words + " " + options[at].hint);
        if (std::ranges::all_of(wanted, [&](const auto& word) { return text.find(word) != std::string::npos; }))
            found.push_back(static_cast<int>(at));
    }
    return found;
}

// What an open list shows.
struct Shown {
    std::span<const Option> options;
    std::vector<int>        places;  // in `options`
    std::string             note;    // that these are not all
    bool                    searching = false;
};

bool has_many(const Options& from)
{
    if (!from.search) return from.all.size() > few;
    const auto found = from.search->find({});
    return found.all < 0 || found.all > static_cast<std::int64_t>(few);
}

Shown shown_of(const Options& from, const std::string& filter)
{
    Shown        shown;
    std::int64_t all = 0;
    if (from.search) {
        const auto found = from.search->find(filter);
        shown.options    = found.first;
        shown.searching  = found.all < 0;
        all              = found.all;
        for (std::size_t at = 0; at < found.first.size(); ++at) shown.places.push_back(static_cast<int>(at));
    } else {
        shown.options = from.all;
        shown.places  = matching(from.all, filter);
        all           = static_cast<std::int64_t>(shown.places.size());
    }
    shown.places.resize(std::min(shown.places.size(), most_options));
    const auto first = static_cast<std::int64_t>(shown.places.size());
    if (all > first) shown.note = say("ui.first_of", {count(first), count(all)});
    return shown;
}

bool draw_option(const Rect& rect, std::uint32_t id, const Option& option, bool chosen, bool marked, int place_in_set,
                 int size)
{
    auto&      ui  = context();
    const bool off = !option.why_not.empty();
    const auto hit = item(rect, {.id           = id,
                                 .role         = Role::option,
                                 .name         = option.words,
                                 .description  = off ? option.why_not : option.hint,
                                 .state        = (chosen ? state::selected : 0u) | (off ? state::disabled : 0u),
                                 .row_count    = place_in_set,
                                 .column_count = size});
    if (!hit.visible) return hit.pressed;
    if (marked) fill_marked(rect, radius::s);
    else if (hit.hover > 0) fill(rect, faded(palette().hover, hit.hover), radius::s);
    const auto& second = off ? option.why_not : option.hint;
    const Rect  words{rect.x + 10, rect.y + (second.empty() ? 8.0f : 7.0f), rect.w - 40, 20};
    words_in(words, option.words, chosen ? Type::strong : Type::body, off ? palette().text_soft : palette().text);
    if (!second.empty()) words_in({words.x, words.y + 20, words.w, 16}, second, Type::caption, palette().text_soft);
    if (chosen) icon_at(rect.right() - 18, rect.y + rect.h / 2, icons::check, 16, ui.theme.tone(Tone::accent).text);
    return hit.pressed;
}

}  // namespace

bool edit_choice(const Rect& room, std::uint32_t id, Node node, std::string& chosen, const Options& from)
{
    auto&      ui     = context();
    auto&      memory = ui.parts().choice;
    const bool off    = node.is(state::disabled);
    const bool open   = memory.id == id;
    if (open) memory.drawn = ui.parts().frame;
    const auto list_id = id_below(id, 1), filter_seed = id_below(id, 2);
    const auto now     = std::ranges::find(from.all, chosen, &Option::id);
    const auto whole   = [&] { return from.search ? from.search->find({}).first : from.all; };
    const auto open_it = [&] {
        memory         = {};
        memory.id      = id;
        memory.opened  = ui.parts().frame;
        memory.marked  = now == from.all.end() ? -1 : static_cast<int>(now - from.all.begin());
        memory.filters = has_many(from);
        if (memory.filters) ui.focus(field_id(filter_seed));
    };
    // A letter goes to the next choice that begins with it; where there is a filter field, it begins there.
    const auto type = [&](std::string_view letter) {
        if (memory.filters) {
            memory.filter += letter;
            memory.marked = -1;
            return;
        }
        std::vector<std::string_view> names;
        for (const auto& option : whole()) names.push_back(option.words);
        const auto to = memory.typing.next(letter, names, memory.marked);
        if (to < 0) return;
        memory.marked = static_cast<int>(to);
        memory.moved  = true;
        ui.animate();
    };
    const auto close_it = [&](bool focus) {
        memory.id = 0;
        if (focus) ui.focus(id);
    };

    Shown shown;
    if (open) {
        shown = shown_of(from, memory.filter);
        // What is marked may be among those that are not shown.
        if (std::ranges::find(shown.places, memory.marked) == shown.places.end()) memory.marked = -1;
    }

    // 1. The field.
    node.id   = id;
    node.role = Role::combobox;
    if (from.search) node.value = from.search->chosen;
    else if (now != from.all.end()) node.value = now->words;
    node.keys |= keys::up_down | keys::letters | (open ? keys::escape | keys::enter | keys::home_end : 0u);
    if (open) {
        node.state |= state::expanded;
        node.controls = list_id;
        node.active   = memory.marked >= 0 ? id_below(list_id, memory.marked) : 0;
    }
    text_at(node, Type::body, 12);
    const auto  hit     = item(room, node);
    const auto& p       = palette();
    const bool  invalid = node.is(state::invalid);
    const float glow    = ui.ease(id_below(id, 7), hit.ring || open, 100);
    if (off) fill(room, p.hover, radius::m);
    const Color border = invalid ? ui.theme.tone(Tone::danger).solid : mix(p.boundary, p.text_soft, hit.hover);
    frame(room, mix(border, p.focus, glow), radius::m);
    if (glow > 0) frame(inset(room, -2), faded(p.focus, 0.9f * glow), radius::m + 2, 2);
    words_in({room.x + 12, room.y, room.w - 44, room.h},
             node.value.empty() ? std::string_view(say("ui.select")) : node.value, Type::body,
             node.value.empty() || off ? p.text_soft : p.text);
    icon_at(room.right() - 20, room.y + room.h / 2, icons::chevrons_up_down, 16, p.text_soft);
    if (off && !node.description.empty()) tooltip(node.description);
    if (hit.pressed) {
        if (open) close_it(false);
        else open_it();
        ui.animate();
        if (!open) return false;
    }
    if (!open) {
        while (const auto* key = ui.next_key(id))
            if (!off) {
                open_it();
                if (key->text != "ArrowDown" && key->text != "ArrowUp") type(key->text);
            }
        return false;
    }
    if (memory.id != id) return false;

    // 2. The list below it.
    const auto  options = shown.options;
    const auto& found   = shown.places;
    const auto& note    = shown.note;
    float       total   = 0;
    for (const int at : found) total += option_height(options[static_cast<std::size_t>(at)]);
    const float head  = memory.filters ? 48.0f : 0.0f;
    const float foot  = note.empty() ? 0.0f : 32.0f;
    float       high  = head + (found.empty() ? 44.0f : total) + 8 + foot;
    float       y     = room.bottom() + 4;
    const float below = ui.height() - y - 8, above = room.y - 12;
    const bool  up = high > below && above > below;
    high           = std::min({high, std::max(below, above), 360.0f});
    if (up) y = room.y - 4 - high;
    const float width = std::min(std::max(room.w, 220.0f), ui.width() - 16);
    const Rect  rect{std::clamp(room.x, 8.0f, std::max(8.0f, ui.width() - width - 8)), y, width, high};
    bool        changed = false;
    const auto  pick    = [&](int at) {
        const auto& option = options[static_cast<std::size_t>(at)];
        if (!option.why_not.empty()) return;
        changed = changed || chosen != option.id;
        chosen  = option.id;
        close_it(true);
    };
    {
        Overlay overlay(id, {.rect           = rect,
                             .rounding       = radius::m + 2,
                             .alpha          = ui.ease(id_below(id, 3), true, 100, true),
                             .ready_after_ms = 0,
                             .over_toasts    = true});
        if (overlay.pressed_outside()) close_it(false);
        const auto filter_id = field_id(filter_seed);
        if (memory.filters) {
            const auto name = say("ui.filter_options");
            const Node field{.role     = Role::searchbox,
                             .name     = name,
                             .keys     = keys::up_down | keys::enter | keys::escape,
                             .controls = list_id,
                             .active   = memory.marked >= 0 ? id_below(list_id, memory.marked) : 0};
            if (edit_text({rect.x + 6, rect.y + 6, rect.w - 12, 36}, filter_seed, field, memory.filter,
                          {.icon = icons::search, .placeholder = "ui.filter_options"})
                    .changed)
                memory.marked = -1;
        }
        const Rect view{rect.x, rect.y + head, rect.w, rect.h - head - foot};
        enter_node(view, {.id = list_id, .role = Role::listbox, .name = node.name});
        {
            ScrollArea area(list_id, view, 4, 4);
            ui.flow().gap = 0;
            if (found.empty()) {
                const auto at    = place(0, 36);
                const auto words = shown.searching ? say("ui.searching") : say("ui.no_option");
                words_in({at.x + 10, at.y, at.w - 20, at.h}, words, Type::body, palette().text_soft);
                say_node(at, {.id          = id_below(list_id, -1),
                              .role        = Role::option,
                              .name        = words,
                              .description = words,
                              .state       = state::disabled});
            }
            int in_set = 0;
            for (const int at : found) {
                const auto& option   = options[static_cast<std::size_t>(at)];
                const auto  place_of = place(0, option_height(option));
                if (draw_option(place_of, id_below(list_id, at), option, option.id == chosen, memory.marked == at,
                                ++in_set, static_cast<int>(found.size())))
                    pick(at);
                if (memory.marked == at && memory.moved) {
                    ui.parts().show_rect = place_of;
                    ui.parts().show_area = list_id;
                    memory.moved         = false;
                }
            }
        }
        ui.semantics().leave();
        if (foot > 0) {
            const Rect words{rect.x + 16, view.bottom(), rect.w - 32, foot - 4};
            line_across(rect.x, rect.right(), view.bottom(), p.line);
            words_in(words, note, Type::caption, p.text_soft);
            say_node(words, {.id = id_below(list_id, -2), .role = Role::status, .name = note});
        }

        // 3. Keys, from the field or the filter.
        for (const auto owner : {id, filter_id})
            while (const auto* key = ui.next_key(owner)) {
                const auto at   = std::ranges::find(found, memory.marked) - found.begin();
                const auto size = static_cast<std::ptrdiff_t>(found.size());
                const auto mark = [&](std::ptrdiff_t to) {
                    if (size == 0) return;
                    memory.marked = found[static_cast<std::size_t>((to + size) % size)];
                    memory.moved  = true;
                    ui.animate();
                };
                if (key->text == "ArrowDown") mark(at == size ? 0 : at + 1);
                else if (key->text == "ArrowUp") mark(at == size ? size - 1 : at - 1);
                else if (key->text == "Home") mark(0);
                else if (key->text == "End") mark(size - 1);
                else if (key->text == "Escape") close_it(true);
                else if (key->text == "Enter") {
                    if (memory.marked >= 0) pick(memory.marked);
                    else if (size == 1) pick(found[0]);
                    else close_it(true);
                } else type(key->text);
                if (memory.id != id) break;
            }
        const bool elsewhere = ui.focused() != 0 && ui.focused() != id && ui.focused() != filter_id;
        if (memory.id == id && elsewhere && ui.wanted_focus() == 0 && ui.parts().frame > memory.opened + 4)
            close_it(false);
    }
    return changed;
}

}  // namespace ui
