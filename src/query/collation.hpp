// The order of texts in the customer's language. The language is asked once about the characters in use, not
// about each pair of texts: comparing is done here, by the weights that it answered.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace query {

// Asked with characters, each followed by U+001F, its folded form and U+001E; a character has its combining marks
// with it. Answers four numbers a character, between blanks: its place among letters (0: it does not count), among
// the accents of that letter, among the cases of that; and whether it counts as the letters of its folded form: 0
// no, 1 yes, 2 yes and apart from them as an accent does. Nothing: cannot tell, and the plain letters decide.
using Collate = std::string (*)(std::string_view characters);

class Collation {
public:
    struct Weight {
        std::uint16_t primary   = 0;  // 0: decides nothing by itself
        std::uint16_t secondary = 0;
        std::uint16_t tertiary  = 0;
    };

    // Learns the characters of these texts. Returns whether there were new ones: then weigh() is due.
    bool meet(std::string_view text);

    // Asks about all characters met so far. Their order among themselves stays as it was.
    void weigh(Collate);
    bool weighed() const { return weighed_; }

    // How often that was: what was made of the weights before is of no use with others.
    std::uint32_t weighings() const { return weighings_; }

    // Below 0, 0, above 0: by the letters first, then by accents, then by case. Texts hold weighed characters only.
    int compare(std::string_view a, std::string_view b) const;

    // Of an ASCII character that no combining mark follows.
    const Weight& ascii(unsigned char letter) const { return ascii_[letter]; }

    std::uint32_t primaries() const { return primaries_; }  // the highest, and one

    // Calls each(weight) in turn until it returns false.
    template <class Each>
    void read(std::string_view text, Each each) const
    {
        for (std::size_t at = 0; at < text.size();) {
            const auto letter = static_cast<unsigned char>(text[at]);
            const bool marked = at + 1 < text.size() && (text[at + 1] & '\xfe') == '\xcc' && is_mark(text, at + 1);
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
    std::vector<Character>  others_;  // by their bytes
    std::vector<Weight>     weights_;
    std::uint32_t           primaries_ = 0;
    std::uint32_t           weighings_ = 0;
    bool                    weighed_   = false;
};

}  // namespace query
