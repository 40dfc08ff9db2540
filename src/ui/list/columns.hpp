// Which columns of a list the customer wants to see, in which order and how wide. A column is known by the key of its
// title, so that a choice outlives the program that wrote it.
#pragma once
#include "base/texts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct ColumnChoice {
    base::TextKey column                                = {};
    bool          shown                                 = true;
    float         width                                 = 0;  // 0: as described
    bool          operator==(const ColumnChoice&) const = default;
};

// In their order; columns that do not stand there follow. Empty: all as described.
using ColumnChoices = std::vector<ColumnChoice>;

inline constexpr float least_column_width = 64, most_column_width = 800;

// "column.kind,column.label:180,-column.owner": the owner is hidden. What is not understood is passed over, what is
// too much is left out: the words come from outside.
ColumnChoices read_columns(std::string_view words);
std::string   print_columns(const ColumnChoices& choices);

}  // namespace ui
