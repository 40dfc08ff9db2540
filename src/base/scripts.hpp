// Which script a letter belongs to, as far as names of domains need it.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace base {

// The script of a letter, by number; letters of one name must have the same. Chinese, Japanese and Korean count as one, for they mix.
// 0 for digits and the hyphen, which go with each. Nothing for a sign that is no letter: emoji, punctuation, blanks.
std::optional<int> script_of(std::uint32_t point);

// True if a label such as "café" has letters of one script only, and digits and hyphens. Japanese names may have Latin letters.
bool is_of_one_script(std::string_view label);

}  // namespace base
