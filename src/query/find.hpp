// Finds a word in texts stored one after the other: the innermost loop of every search.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace query {

using Bits = std::vector<std::uint64_t>;  // one bit per row

inline bool has_bit(const Bits& bits, std::uint32_t index) { return (bits[index / 64] >> index % 64 & 1) != 0; }
inline void set_bit(Bits& bits, std::uint32_t index) { bits[index / 64] |= std::uint64_t{1} << index % 64; }

// Sets the first `count` bits and clears the others. Requires at least `count` bits.
void set_first(std::span<std::uint64_t> bits, std::size_t count);

// Texts stored side by side: text n ends at ends[n] and begins where the previous one ends.
struct Texts {
    std::string_view               bytes;
    std::span<const std::uint32_t> ends;

    std::uint32_t    begin(std::uint32_t number) const { return number == 0 ? 0 : ends[number - 1]; }
    std::string_view operator[](std::uint32_t number) const
    {
        return bytes.substr(begin(number), ends[number] - begin(number));
    }
};

// The two letters of a word that are probably the rarest in texts, and their positions in the word.
struct Rare {
    char        first, second;
    std::size_t first_at, second_at;
};

// Looks for a word, which must not be empty, in texts. Both must outlive it.
class Finder {
public:
    Finder(const Texts& texts, std::string_view word);

    bool is_in(std::uint32_t number) const;

    // Sets in `hits` the bits of those texts, among the ones whose bits are set in `among`, that contain the word. Both
    // need one bit per text; bits beyond the last text must not be set in `among`.
    void find(std::span<const std::uint64_t> among, std::span<std::uint64_t> hits) const;

private:
    Texts            texts_;
    std::string_view word_;
    Rare             rare_;
    std::uint32_t    after_;  // length of the word minus 1
    std::uint32_t    limit_;  // from this position on, fewer bytes follow than candidates() may read
};

// Which pairs of adjacent characters occur in some texts, where similar characters count as one: rules out most texts
// that cannot contain a word, without reading them.
class Pairs {
public:
    void add(std::string_view bytes);
    bool may_hold(std::string_view word) const;

private:
    static constexpr std::size_t count = std::size_t{64} * 64;
    static std::size_t           number(char first, char second) { return kind(first) << 6 | kind(second); }
    static std::size_t           kind(char letter)  // keeps letters apart from digits and signs
    {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte & 31U) | (byte >> 1 & 32U);
    }
    std::array<std::uint64_t, count / 64> bits_{};
};

}  // namespace query
