// Buttons, links, badges, tabs, tiles: what is pressed and what is glanced at.
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
    std::string_view why_not = {};     // not empty: disabled, and this is the reason
    Label            name    = {};     // what it is called, where the words on it do not say enough
    std::string_view id      = {};     // where two buttons of one scope have the same words
};
bool button(Label words, ButtonStyle style = {});
bool primary(Label words, Icon icon = {});

// A button of one icon; its name is shown as a tooltip.
bool icon_button(Label name, Icon icon, ButtonStyle style = {.kind = Kind::ghost});

// An address of this program: followed when pressed (context().followed()). True when it was.
bool link(Label words, std::string_view href, Icon icon = {});
// A button that leads somewhere.
bool button_link(Label words, std::string_view href, ButtonStyle style = {});

void badge(Label words, Tone tone, Icon icon = {});

// A filter in force; the cross takes it away. True when it was pressed: "Retirer le filtre NAME".
bool chip(Label name);

// All filters in force, in lines of their own; after several of them a button takes all away. The number of the one
// whose cross was pressed, or how many there are for all of them.
std::optional<std::size_t> chips(std::span<const std::string> names);

bool checkbox(Label words, bool& on, std::string_view why_not = {});
bool toggle(Label words, bool& on, std::string_view why_not = {});  // role switch

struct TabItem {
    Label        words = {};
    std::string  href  = {};             // its address; followed when pressed
    std::int64_t count = -1;             // below 0: none shown
    Tone         tone  = Tone::neutral;  // of the count
};
// Tabs of a page; they scroll sideways where it is narrow. The index of the one just chosen.
std::optional<int> tabs(Label name, std::span<const TabItem> items, int current);

struct TileStyle {
    Icon  icon = {};
    Label hint = {};
    Label name = {};  // of the link, where "NUMBER WORDS" is not what it should be called
    Tone  tone = Tone::neutral;
};
// A number and what it counts; the whole tile is a link called "NUMBER WORDS".
bool tile(std::string_view number, Label words, std::string_view href, TileStyle style = {});

// One alert of a list: a sentence, its tone and one action. Draw inside `Group list(Role::list, "home.alerts")` and an
// IdScope. True when the action was pressed.
bool alert_line(Tone tone, Label sentence, Label action, Label hint = {}, std::string_view why_not = {});

struct LineStyle {
    Icon        icon  = {};
    std::string hint  = {};  // below the title
    std::string end   = {};  // on the right
    std::string badge = {};  // on the right
    Tone        tone  = Tone::neutral;
};
// One line of a short list in a Card (flush): a link over its whole width. Draw inside a list Group and an IdScope.
bool line_link(Label title, std::string_view href, LineStyle style = {});

enum class StepState : std::uint8_t { done, current, to_do, failed };
struct Step {
    std::string words = {};
    std::string hint  = {};  // who must act, until when
    StepState   state = StepState::to_do;
};
// Where an operation stands, from top to bottom.
void steps(Label name, std::span<const Step> steps);

struct TimelineEntry {
    std::string when = {}, words = {}, hint = {};
    Tone        tone = Tone::neutral;
};
void timeline(Label name, std::span<const TimelineEntry> entries);

// 0 to 1; below 0: it is not known how far.
void progress(Label name, float share);

}  // namespace ui
