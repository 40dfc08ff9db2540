// UTF-8, a sequence at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace base {

// The length of the valid UTF-8 sequence that begins at `at`, and its code point; 0 when there is none.
std::size_t sequence(std::string_view text, std::size_t at, std::uint32_t& point);

}  // namespace base
