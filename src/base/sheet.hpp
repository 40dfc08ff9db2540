// Rows and columns to export as a file for other programs (spreadsheets, scripts). Each cell is a base::Arg; an unset day
// or moment, or an empty text, is an empty cell.
#pragma once
#include "base/arg.hpp"

#include <cstdint>
#include <string_view>

namespace base {

enum class SheetFormat : std::uint8_t { csv, json };

struct SheetColumn {
    std::string_view key;    // stable, the same in every language
    std::string_view title;  // in the customer's language
};

}  // namespace base
