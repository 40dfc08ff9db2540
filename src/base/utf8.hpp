// UTF-8, a sequence at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace base {

// The length of the valid UTF-8 sequence that begins at `at`, and its code point; 0 when there is none.
std::size_t sequence(std::string_view text, std::size_t at, std::uint32_t& point);

// A code point as it is written. A byte that is no part of valid UTF-8 is one too: not `valid`, and U+FFFD.
struct Sign {
    std::string_view bytes;
    std::uint32_t    point = 0;
    bool             valid = false;
};

// Takes the first one off a text that is not empty.
Sign take_sign(std::string_view& text);

}  // namespace base
