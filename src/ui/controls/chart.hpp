// A chart of bars: columns over an axis where there is room for them, else lines below one another. The same figures
// are a table for those who do not see it, and every bar says its own when it is pointed at or has the keyboard.
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
    std::string  href   = {};  // followed when pressed; empty: it leads nowhere
};

struct ChartStyle {
    // The heads of the table: of the bars' names, of their second figure, of their heights.
    Label names = {}, numbers = {}, amounts = {};

    std::string summary = {};  // above the bars, while none of them says its own figures

    // A mark of the axis in words, and what marks are whole multiples of: 100 for cents that are marked in euros.
    std::string (*mark)(std::int64_t height) = nullptr;
    std::int64_t unit                        = 1;
};

// Requires a bar. The arrow keys walk along those that lead somewhere; Tab goes past all but one.
void chart(Label name, std::span<const Bar> bars, const ChartStyle& style);

// How far apart the marks of an axis stand that reaches `most`: 1, 2 or 5 times a power of ten, in whole units, at most
// four of them.
std::int64_t step_of_axis(std::int64_t most, std::int64_t unit);

}  // namespace ui
