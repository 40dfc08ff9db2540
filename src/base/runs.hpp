// Text of every script, cut into what is drawn as one: the letters of the shipped fonts as they are, all others in runs
// that the text engine shapes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace base {

// True for what the shipped Inter has, which is what cmake/generated.cmake keeps of it.
bool in_shipped_font(std::uint32_t point);

// Where the letter that begins at `at` ends, as a person counts: with its marks, a flag or a joined emoji as a whole.
std::size_t letter_end(std::string_view text, std::size_t at);

// True for letters between which a line may break without a blank: Chinese, Japanese, Korean, emoji.
bool stands_alone(std::string_view letter);

struct Run {
    std::string_view words;
    bool             foreign = false;  // needs the text engine
};

// The longest run at the beginning of a text that is not empty. Text goes from left to right, run by run, so that an
// identifier never moves. A run of letters from right to left takes along what stands between them, and a number after
// them, as a text field of the page does.
Run first_run(std::string_view text);

// True if all of the text is in the shipped font; quick for Latin.
bool all_shipped(std::string_view text);

}  // namespace base
