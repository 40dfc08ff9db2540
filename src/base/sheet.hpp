// Rows and columns to export as a file for other programs (spreadsheets, scripts). An unset day or moment, or an empty text,
// is an empty cell.
#pragma once
#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace base {

// Workbook and CSV are for people, in their language; JSON is for machines, the same in every language.
enum class SheetFormat : std::uint8_t { csv, workbook, json };

struct SheetColumn {
    std::string_view key;    // stable, the same in every language
    std::string_view title;  // in the customer's language
};

using SheetCell = std::variant<std::string, Date, Instant, Money, std::int64_t, bool>;

}  // namespace base
