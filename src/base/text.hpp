// UTF-8 text: whether it is valid, and how it is compared when a customer searches.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Strict: no overlong form, no surrogate, nothing beyond U+10FFFF.
bool is_valid_utf8(std::string_view text);

// Where the first byte stands that is not valid UTF-8; text.size() when all is.
std::size_t first_invalid_utf8(std::string_view text);

// Requires a code point, not a surrogate.
void append_utf8(std::string& text, std::uint32_t point);

// Lower case without accents, for searching and for sorting: "Œuvre Déjà-vu" becomes "oeuvre deja-vu".
// Latin letters lose their marks (œ oe, æ ae, ß ss, ł l, ø o, þ th), Greek and Cyrillic their capitals;
// all blanks become one kind of space, ’ becomes ', a soft hyphen goes. What is not UTF-8 stays as it is.
std::string fold(std::string_view text);
void        fold_into(std::string& folded, std::string_view text);  // appends

// The folded words of a text, between blanks; each once, in their order.
std::vector<std::string> words(std::string_view text);

// How many characters a text has: code points.
std::size_t characters(std::string_view text);

// The whole number that a text begins with; 0 where there is none.
std::int64_t whole_number(std::string_view text);

// "un, deux, trois": texts one after the other.
std::string joined(const std::vector<std::string>& texts, std::string_view between = ", ");

// The same text without blanks at either end (U+0020, tab, line ends, U+00A0, U+202F).
std::string_view trimmed(std::string_view text);

}  // namespace base
