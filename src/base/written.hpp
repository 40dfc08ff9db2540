// What people write, as it is kept, counted and compared: one rule for the page, for files and for the network.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

enum class Lines : bool { one, several };

// The text as it is kept. Line ends become U+000A (of a text of one line: a blank), tabs of one line a blank; other control
// characters, signs that change the direction of reading and signs that show nothing are left out; letters and their marks are
// composed (NFC, but for the few letters that Unicode encodes twice); no blanks at either end. Joiners stay inside a word, where
// Persian, Hindi and families of emoji need them. Invalid UTF-8 stays as it is. Doing it twice changes nothing.
std::string tidied(std::string_view text, Lines = Lines::one);

// True if nothing of the text shows: blanks of any kind, and signs that tidied() leaves out.
bool is_blank(std::string_view text);

// The number of characters as a person counts them: a letter with its marks, a flag or a family of emoji is one.
std::size_t characters(std::string_view text);

// Shows nothing by itself, or changes how its neighbours are read: zero-width signs, fillers, marks of direction.
bool is_invisible(std::uint32_t point);

// The hyphen's look-alikes: dashes, the minus, of any width.
bool is_dash(std::uint32_t point);

// White space of any kind, and the blank of Braille.
bool is_space(std::uint32_t point);

}  // namespace base
