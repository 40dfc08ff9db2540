// Numbers that stand in the order of texts, so that a million texts are sorted as numbers. Each letter narrows an
// interval by how often it follows the three before it (an arithmetic code, which keeps the order): 64 bits hold most
// names whole, and the numbers lie evenly, so that few of them share a bucket.
#pragma once
#include "query/collation.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace query {

class SortKeys {
public:
    static constexpr std::uint64_t none = ~std::uint64_t{0};  // no text has this key

    // 1. Some of the texts that will be sorted, and 2. an end to them. The collation outlives the keys.
    explicit SortKeys(const Collation&);
    void sample(std::string_view text);
    void ready();

    // Of two texts, the one with the lower key comes first by its letters. Equal keys: compare the texts.
    std::uint64_t key(std::string_view text) const;

    std::size_t memory() const { return counts_.capacity() * 4 + below_.capacity() * 2; }

private:
    static constexpr std::uint32_t bits     = 12;    // of all frequencies after some letters
    static constexpr std::uint32_t contexts = 2048;  // what stood before, some of it together

    // The letters before, the last one lowest.
    static std::uint32_t after(std::uint32_t before, std::uint32_t now) { return (before << 8 | now) & 0xffffff; }
    static std::uint32_t context(std::uint32_t before) { return before * 0x9e3779b1U >> 21; }

    // Letters beyond the last symbol share it. 0 is the end of a text.
    std::uint32_t symbol(std::uint16_t primary) const { return primary < symbols_ ? primary : symbols_ - 1; }

    const Collation*           collation_;
    std::uint32_t              symbols_;
    std::vector<std::uint32_t> counts_;  // [context][symbol]
    std::vector<std::uint16_t> below_;   // [context][symbol]: the frequencies of all lower ones
};

}  // namespace query
