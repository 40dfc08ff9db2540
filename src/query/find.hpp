// Finds a word in texts that lie one after the other: the innermost loop of every search.
#pragma once
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

// The first `count` are set, the others are not. Requires that there are so many.
void set_first(std::span<std::uint64_t> bits, std::size_t count);

// Texts side by side: number n ends at ends[n] and begins where the one before ends.
struct Texts {
    std::string_view               bytes;
    std::span<const std::uint32_t> ends;

    std::uint32_t    begin(std::uint32_t number) const { return number == 0 ? 0 : ends[number - 1]; }
    std::string_view operator[](std::uint32_t number) const
    {
        return bytes.substr(begin(number), ends[number] - begin(number));
    }
};

// Two letters of a word that stand in few texts, as far as that is known, and where in the word.
struct Rare {
    char        first, second;
    std::size_t first_at, second_at;
};

// Looks for a word, which is not empty, in texts. Both outlive it.
class Finder {
public:
    Finder(const Texts& texts, std::string_view word);

    bool is_in(std::uint32_t number) const;

    // Of the texts whose bits are set in `among`, sets the bits of those that hold the word. Requires a bit a text in
    // both, and none beyond the last text in `among`.
    void find(std::span<const std::uint64_t> among, std::span<std::uint64_t> hits) const;

private:
    Texts            texts_;
    std::string_view word_;
    Rare             rare_;
    std::uint32_t    after_;  // letters of the word after the first
    std::uint32_t    limit_;  // from there on, fewer bytes follow than are looked at together
};

// Which pairs of letters stand side by side in some texts, some of them taken together: most texts that cannot hold a
// word are known without a look at them.
class Pairs {
public:
    void add(std::string_view bytes);
    bool may_hold(std::string_view word) const;

private:
    static constexpr std::size_t count = std::size_t{64} * 64;
    static std::size_t           number(char first, char second) { return kind(first) << 6 | kind(second); }
    static std::size_t           kind(char letter)  // letters apart from digits and signs
    {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte & 31U) | (byte >> 1 & 32U);
    }
    std::array<std::uint64_t, count / 64> bits_{};
};

}  // namespace query
