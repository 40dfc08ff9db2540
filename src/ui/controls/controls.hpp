// Buttons, links, badges, tabs, tiles: small controls and indicators.
// Each returns true in the frame in which it was pressed, by pointer, finger, keyboard or assistive technology.
#pragma once
#include "ui/core/icon.hpp"
#include "ui/core/label.hpp"
#include "ui/core/layout.hpp"
#include "ui/core/theme.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ui {

enum class Kind : std::uint8_t { primary, secondary, ghost, danger };

struct ButtonStyle {
    Kind             kind    = Kind::secondary;
    Icon             icon    = {};
    bool             small   = false;
    bool             wide    = false;  // takes the width of its column
    std::string_view why_not = {};     // not empty: disabled, for this reason
    Label            name    = {};     // accessible name, where the visible words are not enough
    std::string_view id      = {};     // required where two buttons in one scope have the same words

    std::optional<bool> expanded = {};  // of a button that unfolds what follows: whether it is unfolded
};
bool button(Label words, ButtonStyle style = {});
bool primary(Label words, Icon icon = {});

// A button with only an icon; its name is shown as a tooltip.
bool icon_button(Label name, Icon icon, ButtonStyle style = {.kind = Kind::ghost});

// A link to an address of this program. When pressed: true, and the address is in context().followed().
bool link(Label words, std::string_view href, Icon icon = {});
// A link that looks like a button.
bool button_link(Label words, std::string_view href, ButtonStyle style = {});

void badge(Label words, Tone tone, Icon icon = {});

// One of several things chosen, with a cross that removes it: an active filter, named "Retirer le filtre NAME", or what
// `said_as` says. True when the cross was pressed.
bool chip(Label name, base::TextKey said_as = "ui.remove_filter");

// All active filters, on lines of their own; if there are several, a button after them removes all. Returns the index
// of the chip whose cross was pressed, or names.size() if all are to be removed.
std::optional<std::size_t> chips(std::span<const std::string> names);

bool checkbox(Label words, bool& on, std::string_view why_not = {});
bool toggle(Label words, bool& on, std::string_view why_not = {});  // role switch

struct TabItem {
    Label        words = {};
    std::string  href  = {};             // its address; followed when pressed
    std::int64_t count = -1;             // below 0: none shown
    Tone         tone  = Tone::neutral;  // of the count
};
// Tabs of a page; they scroll sideways where they do not fit. Returns the index of the tab just chosen.
std::optional<int> tabs(Label name, std::span<const TabItem> items, int current);

struct TileStyle {
    Icon  icon = {};
    Label hint = {};
    Label name = {};  // of the link, if it should not be called "NUMBER WORDS"
    Tone  tone = Tone::neutral;
};
// A number and what it counts; the whole tile is a link called "NUMBER WORDS".
bool tile(std::string_view number, Label words, std::string_view href, TileStyle style = {});

// One alert of a list: a sentence, its tone and one action, if there is any. Call inside a Group with the role
// list, and an IdScope. True when the action was pressed.
bool alert_line(Tone tone, Label sentence, Label action, Label hint = {}, std::string_view why_not = {},
                Kind kind = Kind::secondary);

struct LineStyle {
    Icon        icon  = {};
    std::string hint  = {};  // below the title
    std::string end   = {};  // on the right
    std::string badge = {};  // on the right
    Tone        tone  = Tone::neutral;
};
// One line of a short list in a Card (flush): a link over its whole width. Call inside a list Group and an IdScope.
bool line_link(Label title, std::string_view href, LineStyle style = {});

enum class StepState : std::uint8_t { done, current, to_do, failed };
struct Step {
    std::string words = {};
    std::string hint  = {};  // who must act, and by when
    StepState   state = StepState::to_do;
};
// The steps of an operation and their states, from top to bottom.
void steps(Label name, std::span<const Step> steps);

struct TimelineEntry {
    std::string when = {}, words = {}, hint = {};
    Tone        tone = Tone::neutral;
};
void timeline(Label name, std::span<const TimelineEntry> entries);

// `share` is 0 to 1; below 0: indeterminate.
void progress(Label name, float share);

}  // namespace ui
