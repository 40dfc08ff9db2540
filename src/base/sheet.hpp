// Rows and columns on their way into a file for other programs: spreadsheets, scripts.
#pragma once
#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace base {

// What stands in one place. An unset date and an empty text say that there is nothing.
using Datum = std::variant<std::string, std::int64_t, Date>;

enum class SheetFormat : std::uint8_t { csv, json };

struct SheetColumn {
    std::string_view key;    // lasts, whatever the language
    std::string_view title;  // in the customer's language
};

}  // namespace base
