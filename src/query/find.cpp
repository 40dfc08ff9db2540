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
        bits[part]      = from >= count ? 0 : from + 64 <= count ? ~std::uint64_t{0} : (std::uint64_t{1} << (count - from)) - 1;
    }
}

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

namespace {

// Two letters of a word that stand in few texts, as far as that is known, and where in the word.
struct Rare {
    char        first, second;
    std::size_t first_at, second_at;
};

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

// Where both letters stand as in the word, of so many places: bit n is for a word that begins at from + n. Requires as
// many bytes from where each letter stands in a word at `from`.
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
        return static_cast<std::uint32_t>(_mm_movemask_epi8(
            _mm_and_si128(_mm_cmpeq_epi8(load(at + rare.first_at), _mm_set1_epi8(rare.first)),
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

// Looks for a word in one text after the other. Most texts are short, and whether one holds a letter is chance: the
// processor could not guess, so there is no branch on it.
class Finder {
public:
    Finder(const Texts& texts, std::string_view word)
        : bytes_(texts.bytes), word_(word), rare_(rare_letters(word)), after_(static_cast<std::uint32_t>(word.size()) - 1)
    {}

    bool is_in(std::uint32_t from, std::uint32_t end) const  // the bytes of a text
    {
        for (;; from += places) {
            if (std::size_t{from} + places + after_ > bytes_.size()) [[unlikely]] return is_plainly_in(from, end);
            const auto begins = std::min(std::max(end - from, after_) - after_, places);  // where the word may begin
            const auto left   = candidates(bytes_.data() + from, rare_) &
                              static_cast<std::uint32_t>((std::uint64_t{1} << begins) - 1);
            const bool found = after_ < 2 ? left != 0 : begins_at_one(from, left);
            if (end - from <= places + after_) [[likely]] return found;
            if (found) return true;
        }
    }

private:
    bool begins_at_one(std::uint32_t from, std::uint32_t left) const
    {
        for (; left != 0; left &= left - 1)
            if (bytes_.compare(from + static_cast<std::uint32_t>(std::countr_zero(left)), word_.size(), word_) == 0) return true;
        return false;
    }
    bool is_plainly_in(std::uint32_t from, std::uint32_t end) const
    {
        return bytes_.substr(from, end - from).find(word_) != std::string_view::npos;
    }

    std::string_view bytes_, word_;
    Rare             rare_;
    std::uint32_t    after_;  // letters of the word after the first
};

}  // namespace

void find_among(const Texts& texts, std::string_view word, std::span<const std::uint64_t> among,
                std::span<std::uint64_t> hits)
{
    const Finder finder(texts, word);
    for (std::size_t part = 0; part < among.size(); ++part) {
        auto          left  = among[part];
        const auto    first = static_cast<std::uint32_t>(part * 64);
        std::uint64_t found = 0;
        const auto    look  = [&](std::uint32_t bit) {
            const auto number = first + bit;
            found |= std::uint64_t{finder.is_in(texts.begin(number), texts.ends[number])} << bit;
        };
        if (left == ~std::uint64_t{0})
            for (std::uint32_t bit = 0; bit < 64; ++bit) look(bit);
        else
            for (; left != 0; left &= left - 1) look(static_cast<std::uint32_t>(std::countr_zero(left)));
        hits[part] |= found;
    }
}

}  // namespace query
