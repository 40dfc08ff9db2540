// A 64-bit hash of bytes (XXH64): finds rows by id and notices damaged pages. Not for secrets.
#pragma once
#include <cstdint>
#include <string_view>

namespace table {

std::uint64_t hash(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace table
