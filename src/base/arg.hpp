// What fills the gaps of a sentence, and the places of a list that is saved as a file: values, not words. Each is
// written as the reader's language writes it (base/format.hpp).
#pragma once
#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace base {

using Arg  = std::variant<std::string, Date, Instant, Money, std::int64_t>;
using Args = std::vector<Arg>;

// A value as one text, and back, for rows and for files. A text stands as it is, a day as 2026-03-01, a moment as
// i:2026-03-01T08:30:00Z, an amount in cents as c:1250 EUR, a number as n:42. A text that would read as one of these has
// "t:" before it. Every value comes back as it was (days and moments of the years 1 to 9999; others as the nearest), and
// every text, whatever its bytes, has one reading, which is written as that text again. Programs before there were values
// wrote texts alone, and a day among them as 2026-03-01.
std::string to_text(const Arg&);
Arg         arg_of(std::string_view text);

}  // namespace base
