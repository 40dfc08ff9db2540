#include "base/text.hpp"

#include "base/utf8.hpp"
#include "base/written.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace base {
namespace {

// The plain letter of each code point; '*' means two letters (see `pairs`), '-' none.
constexpr std::string_view latin_00c0 =
    "aaaaaa*ceeeeiiiidnooooo-ouuuuy**aaaaaa*ceeeeiiiidnooooo-ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**"
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "---------------e-ff-------------oo-------------uu-------------------*********aaiioouuuuuuuuuu-aaaa----ggkkoooo--j*"
    "**gg--nnaa----"
    "aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy----------------------------";
constexpr std::string_view latin_1e00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrsssssssssstttttttt"
    "uuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy-s--*-"
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";
static_assert(latin_00c0.size() == 0x190 && latin_1e00.size() == 0x100);

struct Pair {
    std::uint32_t point;
    const char*   letters;
};
constexpr Pair pairs[] = {
    {0xc6, "ae"},  {0xde, "th"},  {0xdf, "ss"},  {0xe6, "ae"},   {0xfe, "th"},  {0x132, "ij"},
    {0x133, "ij"}, {0x152, "oe"}, {0x153, "oe"}, {0x1c4, "dz"},  {0x1c5, "dz"}, {0x1c6, "dz"},
    {0x1c7, "lj"}, {0x1c8, "lj"}, {0x1c9, "lj"}, {0x1ca, "nj"},  {0x1cb, "nj"}, {0x1cc, "nj"},
    {0x1f1, "dz"}, {0x1f2, "dz"}, {0x1f3, "dz"}, {0x1e9e, "ss"},
};

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

bool is_apostrophe(std::uint32_t point)
{
    return point == 0x2018 || point == 0x2019 || point == 0x2bc || point == 0x2b9 || point == 0x2032 || point == 0xb4;
}

std::uint32_t without_capital(std::uint32_t point)
{
    constexpr std::uint32_t greek_accents[][2] = {{0x386, 0x3b1}, {0x388, 0x3b5}, {0x389, 0x3b7}, {0x38a, 0x3b9},
                                                  {0x38c, 0x3bf}, {0x38e, 0x3c5}, {0x38f, 0x3c9}, {0x3ac, 0x3b1},
                                                  {0x3ad, 0x3b5}, {0x3ae, 0x3b7}, {0x3af, 0x3b9}, {0x3cc, 0x3bf},
                                                  {0x3cd, 0x3c5}, {0x3ce, 0x3c9}, {0x3c2, 0x3c3}};
    if (point >= 0x386 && point <= 0x3ce)
        for (const auto& [accented, plain] : greek_accents)
            if (point == accented) return plain;
    if (point >= 0x391 && point <= 0x3a9) return point + 32;
    if (point >= 0x410 && point <= 0x42f) return point + 32;
    if (point >= 0x400 && point <= 0x40f) return point + 80;
    return point;
}

void fold_point(std::string& folded, std::uint32_t point)
{
    const char plain = point >= 0xc0 && point < 0x250      ? latin_00c0[point - 0xc0]
                       : point >= 0x1e00 && point < 0x1f00 ? latin_1e00[point - 0x1e00]
                                                           : '-';
    if (plain == '*') {
        for (const auto& pair : pairs)
            if (pair.point == point) folded += pair.letters;
    } else if (plain != '-') folded += plain;
    else if (is_space(point)) folded += ' ';
    else if (is_apostrophe(point)) folded += '\'';
    else if (is_dash(point)) folded += '-';
    else if (is_invisible(point) || (point >= 0x300 && point <= 0x36f)) return;  // or a mark on its own
    else append_utf8(folded, without_capital(point));
}

}  // namespace

std::size_t sequence(std::string_view text, std::size_t at, std::uint32_t& point)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        point = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xc2 && lead < 0xe0   ? 2
                               : lead >= 0xe0 && lead < 0xf0 ? 3
                               : lead >= 0xf0 && lead < 0xf5 ? 4
                                                             : 0;
    if (length == 0 || at + length > text.size()) return 0;
    point = lead & (0x7fU >> length);
    for (std::size_t next = 1; next < length; ++next) {
        if (!continues(text[at + next])) return 0;
        point = point << 6 | (static_cast<unsigned char>(text[at + next]) & 0x3fU);
    }
    const bool overlong  = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = point >= 0xd800 && point < 0xe000;
    return overlong || surrogate || point > 0x10ffff ? 0 : length;
}

Sign take_sign(std::string_view& text)
{
    std::uint32_t point  = 0;
    const auto    length = sequence(text, 0, point);
    const Sign    sign{text.substr(0, std::max<std::size_t>(length, 1)), length ? point : 0xfffd, length != 0};
    text.remove_prefix(sign.bytes.size());
    return sign;
}

void append_utf8(std::string& text, std::uint32_t point)
{
    if (point < 0x80) text += static_cast<char>(point);
    else if (point < 0x800) {
        text += static_cast<char>(0xc0 | point >> 6);
        text += static_cast<char>(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        text += static_cast<char>(0xe0 | point >> 12);
        text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (point & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | point >> 18);
        text += static_cast<char>(0x80 | (point >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (point & 0x3f));
    }
}

std::size_t first_invalid_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t eight = 0;
        while (at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if (eight & 0x8080808080808080ULL) break;
            at += sizeof eight;
        }
        if (at == text.size()) break;
        std::uint32_t point  = 0;
        const auto    length = sequence(text, at, point);
        if (length == 0) return at;
        at += length;
    }
    return text.size();
}

bool is_valid_utf8(std::string_view text) { return first_invalid_utf8(text) == text.size(); }

void fold_into(std::string& folded, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const char letter = text[at];
        if (static_cast<unsigned char>(letter) < 0x80) {
            const bool capital = letter >= 'A' && letter <= 'Z';
            folded += capital ? static_cast<char>(letter + 32) : letter >= '\t' && letter <= '\r' ? ' ' : letter;
            ++at;
            continue;
        }
        std::uint32_t point  = 0;
        const auto    length = sequence(text, at, point);
        if (length == 0) folded += letter;
        else fold_point(folded, point);
        at += std::max<std::size_t>(length, 1);
    }
}

std::string fold(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    fold_into(folded, text);
    return folded;
}

std::string sort_fold(std::string_view text)
{
    const auto  folded = fold(text);
    std::string key;
    const auto  put = [&](char letter) {
        key += letter;
        return true;
    };
    for (std::size_t at = 0; at < folded.size();)
        if (is_digit(folded[at])) read_number(folded, at, put);
        else put(folded[at++]);
    return key;
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> found;
    const auto               folded = fold(text);
    std::string_view         rest   = folded;
    while (!rest.empty()) {
        const auto       end  = std::min(rest.find(' '), rest.size());
        std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!word.empty() && std::find(found.begin(), found.end(), word) == found.end()) found.emplace_back(word);
    }
    return found;
}

std::int64_t whole_number(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between)
{
    std::string all;
    for (const auto& text : texts) {
        if (&text != &texts.front()) all += between;
        all += text;
    }
    return all;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::array<std::string_view, 8> blanks{" ", "\t", "\n", "\r", "\v", "\f", "\u00a0", "\u202f"};
    const auto                                strip = [&](auto has, auto cut) {
        for (bool again = true; again;) {
            again = false;
            for (const auto blank : blanks)
                if (has(blank)) {
                    cut(blank.size());
                    again = true;
                }
        }
    };
    strip([&](std::string_view blank) { return text.starts_with(blank); },
          [&](std::size_t size) { text.remove_prefix(size); });
    strip([&](std::string_view blank) { return text.ends_with(blank); },
          [&](std::size_t size) { text.remove_suffix(size); });
    return text;
}

}  // namespace base
