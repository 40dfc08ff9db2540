// What the fuzz targets share. Each is a claim about any bytes whatever; libFuzzer looks for those that break it.
#pragma once
#include "table/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzz {

// Broken: libFuzzer keeps the bytes that did it.
inline void claim(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken claim: %s\n", what);
    std::abort();
}

// The bytes as if they had been stored so: what reads them believes the checksum and must look at the rest.
inline std::string with_checksum(std::string_view bytes)
{
    std::string stored(bytes);
    const auto  sum = table::hash(bytes);
    stored.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    return stored;
}

// Stored bytes after an accident: cut off, or with some bytes changed, as `how` says.
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
