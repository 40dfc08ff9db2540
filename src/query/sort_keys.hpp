// Numbers in the same order as texts, so that a million texts are sorted as numbers. Each letter narrows an interval by
// how often it follows the three letters before it (arithmetic coding, which keeps the order): 64 bits hold most names
// whole, and the numbers are spread evenly, so that few of them share a bucket.
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

    // First call sample() with some of the texts to sort, about `samples` of them, then ready(). The collation must
    // outlive this.
    SortKeys(const Collation&, std::size_t samples);
    void sample(std::string_view text);
    void ready();

    // Of two texts, the one with the lower key comes first by its letters. If keys are equal, compare the texts.
    std::uint64_t key(std::string_view text);

private:
    static constexpr std::uint32_t bits      = 12;  // the frequencies in a context add up to 1 << bits
    static constexpr std::uint32_t no_symbol = ~std::uint32_t{0};
    static constexpr std::uint32_t digit     = std::uint32_t{1} << 31;

    // Packs the letters before, the last one in the lowest byte; context() uses three of the four.
    static std::uint32_t after(std::uint32_t before, std::uint32_t now) { return before << 8 | now; }
    std::uint32_t        context(std::uint32_t before) const { return (before << 8) * 0x9e3779b1U >> context_shift_; }

    // Letters beyond the last symbol share it. Symbol 0 is the end of a text.
    std::uint32_t symbol(std::uint16_t primary) const { return primary < symbols_ ? primary : symbols_ - 1; }
    std::size_t   place(std::uint32_t before, std::uint32_t now) const
    {
        return (std::size_t{context(before)} << shift_) + now;
    }

    // A symbol's part of an interval, in units of 1 / (1 << bits): where it begins, and its width.
    struct Part {
        std::uint16_t below = 0, own = 0;
    };
    // What is left of the interval after some letters.
    struct Interval {
        std::uint64_t low    = 0;
        std::uint64_t step   = none >> bits;  // its width divided by 1 << bits
        std::uint32_t before = 0;

        void narrow(Part part, std::uint32_t now)
        {
            low += step * part.below;
            step   = step * part.own >> bits;
            before = after(before, now);
        }
    };
    // Caches the interval after the first eight letters, since many names begin alike.
    struct Beginning {
        std::uint64_t letters = none;
        Interval      interval;
    };
    Interval after_beginning(std::uint64_t letters);
    bool     go_on(Interval&, std::string_view text) const;  // true if all that was read is ASCII

    const Collation* collation_;
    std::uint32_t    symbols_, shift_;
    std::uint32_t    context_shift_;          // a small sample gets fewer contexts, so that several histories share one
    std::uint32_t    shared_;                 // the symbol that several letters share, or no_symbol
    std::array<std::uint32_t, 256> ascii_{};  // symbols; 0: ignored, or not ASCII; with `digit` for digits
    std::vector<std::uint32_t>     counts_;   // [context][symbol], 1 << shift_ apart
    std::vector<Part>              parts_;    // indexed like counts_
    std::vector<Beginning>         beginnings_;  // by a hash of the letters
};

}  // namespace query
