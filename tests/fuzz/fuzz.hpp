// Shared by the fuzz targets. Each is a claim about arbitrary bytes; libFuzzer searches for those that break it.
#pragma once
#include "table/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzz {

// Aborts if the claim does not hold; libFuzzer then keeps the input.
inline void claim(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken claim: %s\n", what);
    std::abort();
}

// Appends a valid checksum, so that the reader gets past it to the content.
inline std::string with_checksum(std::string_view bytes)
{
    std::string stored(bytes);
    const auto  sum = table::hash(bytes);
    stored.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    return stored;
}

// Simulates damage to stored bytes: cut off, or some bytes changed, as `how` says.
inline std::string damaged(std::string stored, std::string_view how)
{
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(how[index]); };
    if (how.size() >= 3 && byte(0) % 4 == 0) stored.resize((byte(1) * 256U + byte(2)) % (stored.size() + 1));
    for (std::size_t index = 3; index + 2 < how.size() && !stored.empty(); index += 3)
        stored[(byte(index) * 256U + byte(index + 1)) % stored.size()] ^= static_cast<char>(byte(index + 2));
    return stored;
}

inline std::string_view view(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace fuzz
