#include "query/find.hpp"

#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace query {

#if defined(__wasm_simd128__)

std::uint64_t candidates(const char* from, std::string_view word)
{
    const auto first = wasm_i8x16_splat(word.front()), last = wasm_i8x16_splat(word.back());
    const auto both  = [&](int part) {
        return wasm_v128_and(wasm_i8x16_eq(wasm_v128_load(from + part * 16), first),
                              wasm_i8x16_eq(wasm_v128_load(from + word.size() - 1 + part * 16), last));
    };
    const auto a = both(0), b = both(1), c = both(2), d = both(3);
    if (!wasm_v128_any_true(wasm_v128_or(wasm_v128_or(a, b), wasm_v128_or(c, d)))) return 0;
    return static_cast<std::uint64_t>(wasm_i8x16_bitmask(a)) | static_cast<std::uint64_t>(wasm_i8x16_bitmask(b)) << 16 |
           static_cast<std::uint64_t>(wasm_i8x16_bitmask(c)) << 32 |
           static_cast<std::uint64_t>(wasm_i8x16_bitmask(d)) << 48;
}

#elif defined(__SSE2__)

std::uint64_t candidates(const char* from, std::string_view word)
{
    const auto first = _mm_set1_epi8(word.front()), last = _mm_set1_epi8(word.back());
    const auto load  = [](const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); };
    std::uint64_t found = 0;
    for (int part = 0; part < 4; ++part) {
        const auto both = _mm_and_si128(_mm_cmpeq_epi8(load(from + part * 16), first),
                                        _mm_cmpeq_epi8(load(from + word.size() - 1 + part * 16), last));
        found |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(both))) << part * 16;
    }
    return found;
}

#else

std::uint64_t candidates(const char* from, std::string_view word)
{
    std::uint64_t found = 0;
    for (int place = 0; place < 64; ++place)
        if (from[place] == word.front() && from[word.size() - 1 + static_cast<std::size_t>(place)] == word.back())
            found |= std::uint64_t{1} << place;
    return found;
}

#endif

}  // namespace query
