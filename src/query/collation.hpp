// The order of texts in the customer's language, with runs of digits by their value: "site 2" before "site 10". The
// platform is asked once for the weights of all characters in use, not once for each pair of texts; comparing is done here
// with these weights.
#pragma once
#include "base/text.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace query {

// Takes characters (each with its combining marks), each followed by U+001F, its folded form and U+001E. Returns four
// numbers per character, separated by blanks: its place among the letters (0: ignored), among the accents of that letter,
// and among the cases of that; then whether it sorts like the letters of its folded form: 0 no, 1 yes, 2 yes, but
// distinguished from them like an accent. Returns an empty string if it cannot tell; then the folded letters decide.
using Collate = std::string (*)(std::string_view characters);

class Collation {
public:
    struct Weight {
        std::uint16_t primary   = 0;  // 0: ignored when letters are compared
        std::uint16_t secondary = 0;
        std::uint16_t tertiary  = 0;
    };

    // Learns the characters of a text. True if some are new: call weigh() before comparing.
    bool meet(std::string_view text);

    // Asks for the weights of all characters met so far. The relative order of characters weighed before does not change.
    void weigh(Collate);
    bool weighed() const { return weighed_; }

    // The number of calls of weigh(): whatever was computed from weights is invalid once this has changed.
    std::uint32_t weighings() const { return weighings_; }

    // Below 0, 0 or above 0: by letters first, then by accents, then by case. All characters of the texts must be
    // weighed.
    int compare(std::string_view a, std::string_view b) const;

    // The weight of an ASCII character that no combining mark follows.
    const Weight& ascii(unsigned char letter) const { return ascii_[letter]; }

    std::uint32_t primaries() const { return primaries_; }  // the highest primary weight + 1

    // Calls each(weight) for the weights of the text in turn, until it returns false.
    template <class Each>
    void read(std::string_view text, Each each) const
    {
        const auto digit = [&](char one) { return each(ascii_[static_cast<unsigned char>(one)]); };
        for (std::size_t at = 0; at < text.size();) {
            const auto letter = static_cast<unsigned char>(text[at]);
            const bool marked = at + 1 < text.size() && (text[at + 1] & '\xfe') == '\xcc' && is_mark(text, at + 1);
            if (base::is_digit(text[at])) {
                if (!base::read_number(text, at, digit)) return;
                continue;
            }
            if (letter < 0x80 && !marked) {
                ++at;
                if (!each(ascii_[letter])) return;
                continue;
            }
            const auto size = unit(text, at);
            for (const auto& weight : weights_of(text.substr(at, size)))
                if (!each(weight)) return;
            at += size;
        }
    }

private:
    struct Character {
        std::string   text;
        std::uint32_t first = 0, count = 0;  // of weights_
    };
    static bool             is_mark(std::string_view text, std::size_t at);
    static std::size_t      unit(std::string_view text, std::size_t at);
    std::span<const Weight> weights_of(std::string_view character) const;
    int                     compare_by(std::uint16_t Weight::* level, std::string_view a, std::string_view b) const;
    void                    take(std::string_view answer);

    std::array<Weight, 128> ascii_{};
    std::vector<Character>  others_;  // sorted by their bytes
    std::vector<Weight>     weights_;
    std::uint32_t           primaries_ = 0;
    std::uint32_t           weighings_ = 0;
    bool                    weighed_   = false;
};

}  // namespace query
