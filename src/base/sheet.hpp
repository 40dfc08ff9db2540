// Rows and columns on their way into a file for other programs: spreadsheets, scripts. In each place stands a base::Arg;
// a day or a moment that is not set, and an empty text, say that there is nothing.
#pragma once
#include "base/arg.hpp"

#include <cstdint>
#include <string_view>

namespace base {

enum class SheetFormat : std::uint8_t { csv, json };

struct SheetColumn {
    std::string_view key;    // lasts, whatever the language
    std::string_view title;  // in the customer's language
};

}  // namespace base
