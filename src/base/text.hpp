// UTF-8 text: validation, and the form in which texts are compared when a customer searches.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Strict: no overlong form, no surrogate, nothing beyond U+10FFFF.
bool is_valid_utf8(std::string_view text);

// The position of the first invalid UTF-8 sequence; text.size() when all is valid.
std::size_t first_invalid_utf8(std::string_view text);

// Requires a code point that is not a surrogate.
void append_utf8(std::string& text, std::uint32_t point);

// Lower case without accents, for searching and for sorting: "Œuvre Déjà-vu" becomes "oeuvre deja-vu". Latin letters lose
// their diacritics (œ oe, æ ae, ß ss, ł l, ø o, þ th), Greek letters case and tonos, Cyrillic ones their case; all blanks
// become U+0020, all apostrophes ', all dashes -; signs that do not show are removed. Invalid UTF-8 stays as it is.
std::string fold(std::string_view text);
void        fold_into(std::string& folded, std::string_view text);  // appends

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Calls each(digit), until it returns false, for the digits by which the run of digits at `at` is compared: how many there are
// without leading zeros, so that longer numbers are higher, and then these. More than eight are counted as a nine, and then
// again what is beyond eight. Moves `at` behind the run. False if each() did.
template <class Each>
bool read_number(std::string_view text, std::size_t& at, Each each)
{
    auto begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    while (begin + 1 < at && text[begin] == '0') ++begin;
    auto count = at - begin;
    for (; count > 8; count -= 8)
        if (!each('9')) return false;
    if (!each(static_cast<char>('0' + count))) return false;
    for (; begin < at; ++begin)
        if (!each(text[begin])) return false;
    return true;
}

// The folded text for sorting byte by byte, numbers in it by their value: "site 2" before "site 10".
std::string sort_fold(std::string_view text);

// The folded words of a text, split at blanks; each once, in the order of the text.
std::vector<std::string> words(std::string_view text);

// The whole number at the beginning of a text; 0 if there is none.
std::int64_t whole_number(std::string_view text);

// The texts with `between` between them: "un, deux, trois".
std::string joined(const std::vector<std::string>& texts, std::string_view between = ", ");

// The text without blanks at either end (U+0020, tab, line ends, U+00A0, U+202F).
std::string_view trimmed(std::string_view text);

}  // namespace base
