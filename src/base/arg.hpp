// Arguments of a sentence, and cells of a list that is exported as a file: typed values, which base/format.hpp writes in
// the reader's language.
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

// A value as one text, and back, for rows and for files. A text is written unchanged, a day as 2026-03-01, a moment as
// i:2026-03-01T08:30:00Z, an amount in cents as c:1250 EUR, a number as n:42. A text that would read as one of these gets
// the prefix "t:". Every value survives the round trip (days and moments are clamped to the years 1 to 9999), and so does
// every text, whatever its bytes: to_text(arg_of(text)) == text. Programs older than typed values wrote only texts, with
// days as 2026-03-01.
std::string to_text(const Arg&);
Arg         arg_of(std::string_view text);

}  // namespace base
