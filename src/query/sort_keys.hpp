// Numbers that stand in the order of texts, so that a million texts are sorted as numbers. Each letter narrows an
// interval by how often it follows the three before it (an arithmetic code, which keeps the order): 64 bits hold most
// names whole, and the numbers lie evenly, so that few of them share a bucket.
#pragma once
#include "query/collation.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace query {

class SortKeys {
public:
    static constexpr std::uint64_t none = ~std::uint64_t{0};  // no text has this key

    // 1. Some of the texts that will be sorted, about so many, and 2. an end to them. The collation outlives the keys.
    SortKeys(const Collation&, std::size_t samples);
    void sample(std::string_view text);
    void ready();

    // Of two texts, the one with the lower key comes first by its letters. Equal keys: compare the texts.
    std::uint64_t key(std::string_view text);

private:
    static constexpr std::uint32_t bits      = 12;  // of all frequencies after some letters
    static constexpr std::uint32_t no_symbol = ~std::uint32_t{0};

    // The letters before, the last one lowest; of four the first does not count.
    static std::uint32_t after(std::uint32_t before, std::uint32_t now) { return before << 8 | now; }
    std::uint32_t        context(std::uint32_t before) const { return (before << 8) * 0x9e3779b1U >> context_shift_; }

    // Letters beyond the last symbol share it. 0 is the end of a text.
    std::uint32_t symbol(std::uint16_t primary) const { return primary < symbols_ ? primary : symbols_ - 1; }
    std::size_t   place(std::uint32_t before, std::uint32_t now) const
    {
        return (std::size_t{context(before)} << shift_) + now;
    }

    // The part of an interval that is a symbol's, of 1 << bits.
    struct Part {
        std::uint16_t below = 0, own = 0;
    };
    // What is left of the interval after some letters.
    struct Interval {
        std::uint64_t low    = 0;
        std::uint64_t step   = none >> bits;  // its width, by 1 << bits
        std::uint32_t before = 0;

        void narrow(Part part, std::uint32_t now)
        {
            low += step * part.below;
            step   = step * part.own >> bits;
            before = after(before, now);
        }
    };
    // Many names begin alike: where the first eight letters led to.
    struct Beginning {
        std::uint64_t letters = none;
        Interval      interval;
    };
    Interval after_beginning(std::uint64_t letters);
    bool     go_on(Interval&, std::string_view text) const;  // whether all that was read is ASCII

    const Collation* collation_;
    std::uint32_t    symbols_, shift_;
    std::uint32_t    context_shift_;          // few texts tell of few contexts: what stood before, some of it together
    std::uint32_t    shared_;                 // the symbol of several letters, or none
    std::array<std::uint32_t, 256> ascii_{};  // symbols; 0: decides nothing, or is no ASCII
    std::vector<std::uint32_t>     counts_;   // [context][symbol], 1 << shift_ apart
    std::vector<Part>              parts_;    // the same
    std::vector<Beginning>         beginnings_;  // by a hash of the letters
};

}  // namespace query
