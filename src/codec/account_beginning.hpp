// What a file that is imported is, by its first bytes: an account, or something else that people have at hand.
#pragma once
#include "base/problems.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace codec {

inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// A fault of the whole file.
inline base::Problem without_line(base::TextKey text, base::Args args = {}) { return {{}, text, std::move(args)}; }

// True once there are enough bytes to tell. An account is known by its first letter, and two-byte texts by the next one; other
// files by more of their beginning.
bool shows_its_kind(std::string_view bytes);

// Faults that the first bytes show before they are parsed. Requires them without a byte order mark of UTF-8.
std::optional<base::Problem> fault_of_beginning(std::string_view bytes);

}  // namespace codec
