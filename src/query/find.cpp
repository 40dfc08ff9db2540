#include "query/find.hpp"

#include <algorithm>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace query {

void Pairs::add(std::string_view bytes)
{
    // A byte each is quicker to set than a bit.
    std::array<std::uint8_t, count> found{};
    for (std::size_t at = 1; at < bytes.size(); ++at) found[number(bytes[at - 1], bytes[at])] = 1;
    for (std::size_t pair = 0; pair < count; ++pair) bits_[pair / 64] |= std::uint64_t{found[pair]} << pair % 64;
}

bool Pairs::may_hold(std::string_view word) const
{
    for (std::size_t at = 1; at < word.size(); ++at) {
        const auto pair = number(word[at - 1], word[at]);
        if ((bits_[pair / 64] >> pair % 64 & 1) == 0) return false;
    }
    return true;
}

Rare rare_letters(std::string_view word)
{
    // In names of domains and in French, the most frequent first.
    constexpr std::string_view frequent = "e-airnstlou.cdmpf1234567890gbhvxq";

    const auto rank = [&](std::size_t at) { return std::min(frequent.find(word[at]), frequent.size()); };
    std::size_t first = 0, second = word.size() - 1;
    for (std::size_t at = 0; at < word.size(); ++at)
        if (rank(at) > rank(first)) first = at;
    if (second == first) second = 0;
    for (std::size_t at = 0; at < word.size(); ++at)
        if (at != first && rank(at) > rank(second)) second = at;
    return {word[first], word[second], first, second};
}

#if defined(__wasm_simd128__)

std::uint64_t candidates(const char* from, const Rare& rare)
{
    const auto first = wasm_i8x16_splat(rare.first), last = wasm_i8x16_splat(rare.second);
    const auto both  = [&](int part) {
        return wasm_v128_and(wasm_i8x16_eq(wasm_v128_load(from + rare.first_at + part * 16), first),
                              wasm_i8x16_eq(wasm_v128_load(from + rare.second_at + part * 16), last));
    };
    const auto a = both(0), b = both(1), c = both(2), d = both(3);
    if (!wasm_v128_any_true(wasm_v128_or(wasm_v128_or(a, b), wasm_v128_or(c, d)))) return 0;
    return static_cast<std::uint64_t>(wasm_i8x16_bitmask(a)) | static_cast<std::uint64_t>(wasm_i8x16_bitmask(b)) << 16 |
           static_cast<std::uint64_t>(wasm_i8x16_bitmask(c)) << 32 |
           static_cast<std::uint64_t>(wasm_i8x16_bitmask(d)) << 48;
}

#elif defined(__SSE2__)

std::uint64_t candidates(const char* from, const Rare& rare)
{
    const auto first = _mm_set1_epi8(rare.first), last = _mm_set1_epi8(rare.second);
    const auto load  = [](const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); };
    std::uint64_t found = 0;
    for (int part = 0; part < 4; ++part) {
        const auto both = _mm_and_si128(_mm_cmpeq_epi8(load(from + rare.first_at + part * 16), first),
                                        _mm_cmpeq_epi8(load(from + rare.second_at + part * 16), last));
        found |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(both))) << part * 16;
    }
    return found;
}

#else

std::uint64_t candidates(const char* from, const Rare& rare)
{
    std::uint64_t found = 0;
    for (std::size_t place = 0; place < 64; ++place)
        if (from[rare.first_at + place] == rare.first && from[rare.second_at + place] == rare.second)
            found |= std::uint64_t{1} << place;
    return found;
}

#endif

}  // namespace query
