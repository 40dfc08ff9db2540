// A bar chart: columns over an axis where there is room for them, else horizontal lines one below the other. Assistive
// technology gets the same figures as a table; a bar shows its figures on hover and on focus.
#pragma once
#include "ui/core/label.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace ui {

struct Bar {
    std::string  name   = {};  // in full: "novembre 2026"
    std::string  brief  = {};  // on the axis: "nov."
    std::int64_t height = 0;   // not below 0
    std::string  amount = {};  // the height in words: "104,40 €"
    std::string  number = {};  // a second figure: "3"; on all bars or on none
    std::string  words  = {};  // both in words: "3 services · 104,40 €"
    std::string  href   = {};  // followed when pressed; empty: not a link
};

struct ChartStyle {
    // The column headings of the table: names, second figures, heights.
    Label names = {}, numbers = {}, amounts = {};

    std::string summary = {};  // shown above the bars while no bar's own figures are shown

    // `mark` prints a mark of the axis. Marks are whole multiples of `unit`: 100 for cents, so that marks are whole
    // euros.
    std::string (*mark)(std::int64_t height) = nullptr;
    std::int64_t unit                        = 1;
};

// Requires at least one bar. The arrow keys move between bars that are links; only one of them is a Tab stop.
void chart(Label name, std::span<const Bar> bars, const ChartStyle& style);

// The distance between the marks of an axis that reaches `most`: 1, 2 or 5 times a power of ten, times `unit`, with at
// most four marks.
std::int64_t step_of_axis(std::int64_t most, std::int64_t unit);

}  // namespace ui
