#include "query/find.hpp"

#include <algorithm>
#include <bit>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace query {

void set_first(std::span<std::uint64_t> bits, std::size_t count)
{
    for (std::size_t part = 0; part < bits.size(); ++part) {
        const auto from = part * 64;
        bits[part]      = from >= count        ? 0
                          : from + 64 <= count ? ~std::uint64_t{0}
                                               : (std::uint64_t{1} << (count - from)) - 1;
    }
}

void Pairs::add(std::string_view bytes)
{
    // Setting a byte is quicker than setting a bit.
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

namespace {

Rare rare_letters(std::string_view word)
{
    // The characters of domain names and of French, the most frequent first.
    constexpr std::string_view frequent = "e-airnstlou.cdmpf1234567890gbhvxq";

    const auto  rank  = [&](std::size_t at) { return std::min(frequent.find(word[at]), frequent.size()); };
    std::size_t first = 0, second = word.size() - 1;
    for (std::size_t at = 0; at < word.size(); ++at)
        if (rank(at) > rank(first)) first = at;
    if (second == first) second = 0;
    for (std::size_t at = 0; at < word.size(); ++at)
        if (at != first && rank(at) > rank(second)) second = at;
    return {word[first], word[second], first, second};
}

// Checks so many positions at once: bit n is set if both letters are where they are in a word that begins at from + n.
// Reads so many bytes at from + first_at and at from + second_at.
constexpr std::uint32_t places = 32;

#if defined(__wasm_simd128__)

std::uint32_t candidates(const char* from, const Rare& rare)
{
    const auto both = [&](const char* at) {
        return static_cast<std::uint32_t>(wasm_i8x16_bitmask(
            wasm_v128_and(wasm_i8x16_eq(wasm_v128_load(at + rare.first_at), wasm_i8x16_splat(rare.first)),
                          wasm_i8x16_eq(wasm_v128_load(at + rare.second_at), wasm_i8x16_splat(rare.second)))));
    };
    return both(from) | both(from + 16) << 16;
}

#elif defined(__SSE2__)

std::uint32_t candidates(const char* from, const Rare& rare)
{
    const auto load = [](const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); };
    const auto both = [&](const char* at) {
        return static_cast<std::uint32_t>(
            _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(load(at + rare.first_at), _mm_set1_epi8(rare.first)),
                                            _mm_cmpeq_epi8(load(at + rare.second_at), _mm_set1_epi8(rare.second)))));
    };
    return both(from) | both(from + 16) << 16;
}

#else

std::uint32_t candidates(const char* from, const Rare& rare)
{
    std::uint32_t found = 0;
    for (std::size_t place = 0; place < places; ++place)
        if (from[rare.first_at + place] == rare.first && from[rare.second_at + place] == rare.second)
            found |= std::uint32_t{1} << place;
    return found;
}

#endif

// The lowest `count` bits, at most `places`.
std::uint32_t first_places(std::uint32_t count)
{
    return static_cast<std::uint32_t>((std::uint64_t{1} << std::min(count, places)) - 1);
}

}  // namespace

Finder::Finder(const Texts& texts, std::string_view word)
    : texts_(texts), word_(word), rare_(rare_letters(word)), after_(static_cast<std::uint32_t>(word.size()) - 1)
{
    const auto beyond = places + after_, size = static_cast<std::uint32_t>(texts.bytes.size());
    limit_ = size > beyond ? size - beyond : 0;
}

bool Finder::is_in(std::uint32_t number) const
{
    const auto bytes = texts_.bytes;
    const auto end   = texts_.ends[number];
    for (auto from = texts_.begin(number); from + after_ < end; from += places) {
        if (from >= limit_) return bytes.substr(from, end - from).find(word_) != std::string_view::npos;
        auto left = candidates(bytes.data() + from, rare_) & first_places(end - from - after_);
        for (; left != 0; left &= left - 1)
            if (bytes.compare(from + static_cast<std::uint32_t>(std::countr_zero(left)), word_.size(), word_) == 0)
                return true;
    }
    return false;
}

void Finder::find(std::span<const std::uint64_t> among, std::span<std::uint64_t> hits) const
{
    // 1. Most texts are short, and whether one has both letters is unpredictable, so there is no branch on it. The
    // captures are copies, so that the compiler knows that nothing else changes them.
    const auto may_hold = [this, bytes = texts_.bytes.data(), rare = rare_, after = after_,
                           limit = limit_](std::uint32_t number, std::uint32_t from, std::uint32_t end) {
        if (from >= limit || end - from > places + after) [[unlikely]]
            return is_in(number);
        return (candidates(bytes + from, rare) & first_places(std::max(end - from, after) - after)) != 0;
    };
    const auto* ends = texts_.ends.data();
    for (std::size_t part = 0; part < among.size(); ++part) {
        if (among[part] == 0) continue;
        const auto    first = static_cast<std::uint32_t>(part * 64);
        std::uint64_t found = 0;
        // Skip 64 texts that together are shorter than the word: sparse columns have long runs of empty texts.
        if (ends[std::min<std::size_t>(first + 63, texts_.ends.size() - 1)] - texts_.begin(first) <= after_) continue;
        if (among[part] == ~std::uint64_t{0}) {
            auto from = texts_.begin(first);
            for (std::uint32_t bit = 0; bit < 64; ++bit) {
                const auto end = ends[first + bit];
                found |= std::uint64_t{may_hold(first + bit, from, end)} << bit;
                from = end;
            }
        } else
            for (auto left = among[part]; left != 0; left &= left - 1) {
                const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
                found |= std::uint64_t{may_hold(first + bit, texts_.begin(first + bit), ends[first + bit])} << bit;
            }
        // 2. Check which of them contain the word. A word of one or two letters is there if both letters are.
        if (after_ >= 2)
            for (auto left = found; left != 0; left &= left - 1)
                if (!is_in(first + static_cast<std::uint32_t>(std::countr_zero(left)))) found &= ~(left & -left);
        hits[part] |= found;
    }
}

}  // namespace query
