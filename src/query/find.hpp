// Finds a word in texts that lie one after the other: the innermost loop of every search.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace query {

using Bits = std::vector<std::uint64_t>;  // one bit a row

inline bool has_bit(const Bits& bits, std::uint32_t index) { return (bits[index / 64] >> index % 64 & 1) != 0; }
inline void set_bit(Bits& bits, std::uint32_t index) { bits[index / 64] |= std::uint64_t{1} << index % 64; }

// Texts side by side: number n ends at ends[n] and begins where the one before ends.
struct Texts {
    std::string_view               bytes;
    std::span<const std::uint32_t> ends;

    std::string_view operator[](std::uint32_t number) const
    {
        const auto from = number == 0 ? 0 : ends[number - 1];
        return bytes.substr(from, ends[number] - from);
    }
};

// Calls hit(number) for each text that holds the word, in their order. Requires a word that is not empty.
template <class Hit> void find_all(const Texts& texts, std::string_view word, Hit hit);

// Which pairs of letters stand side by side in some texts, some of them taken together: most texts that cannot hold a
// word are known without a look at them.
class Pairs {
public:
    void add(std::string_view bytes);
    bool may_hold(std::string_view word) const;

private:
    static constexpr std::size_t count = std::size_t{64} * 64;
    static std::size_t number(char first, char second) { return kind(first) << 6 | kind(second); }
    static std::size_t kind(char letter)  // letters apart from digits and signs
    {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte & 31U) | (byte >> 1 & 32U);
    }
    std::array<std::uint64_t, count / 64> bits_{};
};

// Two letters of a word that stand in few texts, as far as that is known, and where in the word.
struct Rare {
    char        first, second;
    std::size_t first_at, second_at;
};
Rare rare_letters(std::string_view word);

// Where both letters stand as in the word, 64 places at a time: bit n is for a word that begins at from + n.
// Requires 64 bytes from where each letter stands in a word at `from`.
std::uint64_t candidates(const char* from, const Rare&);

template <class Hit> void find_all(const Texts& texts, std::string_view word, Hit hit)
{
    const auto    bytes  = texts.bytes;
    std::size_t   at     = 0;  // what lies before was looked at, or belongs to a text that is found already
    std::uint32_t number = 0;
    const auto    rare   = rare_letters(word);

    // Whether a text holds all of the word, not its beginning only.
    const auto take = [&](std::size_t place) {
        // Often the next text, often far away: in steps that grow, then back.
        std::uint32_t step = 1;
        while (number + step < texts.ends.size() && texts.ends[number + step] <= place) step *= 2;
        const auto from = texts.ends.begin() + number + step / 2;
        const auto to   = texts.ends.begin() + std::min<std::size_t>(number + step, texts.ends.size() - 1);
        number          = static_cast<std::uint32_t>(std::upper_bound(from, to, place) - texts.ends.begin());
        at = place + 1;
        if (place + word.size() > texts.ends[number]) return;
        hit(number);
        at = texts.ends[number];
    };
    for (std::size_t block = 0; block + 64 + word.size() <= bytes.size(); block += 64) {
        if (at >= block + 64) continue;
        auto left = candidates(bytes.data() + block, rare);
        while (left != 0) {
            if (at > block) left &= at - block < 64 ? ~std::uint64_t{0} << (at - block) : 0;
            if (left == 0) break;
            const auto place = block + static_cast<std::size_t>(__builtin_ctzll(left));
            left &= left - 1;
            if (word.size() < 3 || bytes.compare(place, word.size(), word) == 0) take(place);
        }
        if (at < block + 64) at = block + 64;
    }
    for (auto place = bytes.find(word, at); place != std::string_view::npos; place = bytes.find(word, at)) take(place);
}

}  // namespace query
