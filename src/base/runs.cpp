#include "base/runs.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace base {
namespace {

struct Range {
    std::uint32_t first, last;
};

template <std::size_t count>
bool holds(const std::array<Range, count>& ranges, std::uint32_t point)
{
    return std::ranges::any_of(ranges, [&](const Range& range) { return point >= range.first && point <= range.last; });
}

constexpr std::array<Range, 17> shipped{{{0x00, 0xac},
                                         {0xae, 0x148},
                                         {0x14a, 0x17f},
                                         {0x218, 0x21b},
                                         {0x1e9e, 0x1e9e},
                                         {0x2009, 0x2009},
                                         {0x2010, 0x2027},
                                         {0x202f, 0x203a},
                                         {0x20ac, 0x20ac},
                                         {0x2116, 0x2116},
                                         {0x2122, 0x2122},
                                         {0x2190, 0x2193},
                                         {0x2212, 0x2212},
                                         {0x2248, 0x2248},
                                         {0x2260, 0x2260},
                                         {0x2264, 0x2265},
                                         {0x2713, 0x2713}}};

// What goes with the letter before it: accents, vowel signs, joiners, colours of skin, the letters of a regional flag. The
// scripts of India have a rule of their own below.
constexpr std::array<Range, 29> marks{
    {{0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5c7},   {0x610, 0x61a},     {0x64b, 0x65f},    {0x670, 0x670},
     {0x6d6, 0x6ed},   {0x730, 0x74a},   {0x7a6, 0x7b0},   {0x8d3, 0x8ff},     {0xe31, 0xe31},    {0xe34, 0xe3a},
     {0xe47, 0xe4e},   {0xeb1, 0xeb1},   {0xeb4, 0xebc},   {0xec8, 0xece},     {0xf71, 0xfbc},    {0x102b, 0x103e},
     {0x1160, 0x11ff}, {0x17b4, 0x17d3}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},   {0x200c, 0x200d},  {0x20d0, 0x20ff},
     {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0x1f3fb, 0x1f3ff}, {0xe0020, 0xe01ef}}};

constexpr std::array<Range, 6> from_the_right{
    {{0x590, 0x8ff}, {0xfb1d, 0xfdff}, {0xfe70, 0xfefe}, {0x200f, 0x200f}, {0x10800, 0x10fff}, {0x1e800, 0x1efff}}};

constexpr std::array<Range, 7> alone{{{0x203c, 0x2bff},
                                      {0x2e80, 0xa4cf},
                                      {0xac00, 0xd7a3},
                                      {0xf900, 0xfaff},
                                      {0xfe30, 0xfe4f},
                                      {0xff00, 0xffef},
                                      {0x1f000, 0x3ffff}}};

constexpr std::uint32_t joiner = 0x200d;

// The code point at `at`, which moves past it; the replacement character for a byte that is no UTF-8.
std::uint32_t take(std::string_view text, std::size_t& at)
{
    std::uint32_t point  = 0;
    const auto    length = sequence(text, at, point);
    at += std::max<std::size_t>(length, 1);
    return length == 0 ? 0xfffd : point;
}

// The scripts of India stand in blocks of 128 that are laid out alike.
bool in_india(std::uint32_t point) { return point >= 0x900 && point < 0xe00; }

bool is_mark(std::uint32_t point)
{
    if (!in_india(point)) return point >= marks.front().first && holds(marks, point);
    const auto place = point & 0x7f;
    return place <= 3 || place == 0x3c || (place >= 0x3e && place <= 0x57 && place != 0x50) ||
           (place >= 0x62 && place <= 0x63);
}

bool is_regional(std::uint32_t point) { return point >= 0x1f1e6 && point <= 0x1f1ff; }

// A joiner between emoji, or a virama between two consonants of one script.
bool joins(std::uint32_t point, std::uint32_t next)
{
    return point == joiner ? next >= 0x2000
                           : in_india(point) && (point & 0x7f) == 0x4d && (next & ~0x7fU) == (point & ~0x7fU);
}

enum class Kind : std::uint8_t { shipped, from_the_right, alone, word };

Kind kind_of(std::string_view letter)
{
    std::size_t at    = 0;
    const auto  point = take(letter, at);
    if (at == letter.size() && in_shipped_font(point)) return Kind::shipped;
    if (holds(from_the_right, point)) return Kind::from_the_right;
    return holds(alone, point) || in_shipped_font(point) || is_mark(point) ? Kind::alone : Kind::word;
}

bool is_latin(std::string_view letter)
{
    std::size_t at    = 0;
    const auto  point = take(letter, at);
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
           (point >= 0xc0 && point < 0x250 && point != 0xd7 && point != 0xf7);
}

std::string_view letter_at(std::string_view text, std::size_t at) { return text.substr(at, letter_end(text, at) - at); }

// Where a run from right to left ends that has begun before `end`.
std::size_t end_from_the_right(std::string_view text, std::size_t end)
{
    for (std::size_t at = end; at < text.size() && text[at] != '\n';) {
        const auto letter = letter_at(text, at);
        const auto kind   = kind_of(letter);
        at += letter.size();
        if (kind == Kind::from_the_right) end = at;
        else if (kind == Kind::word || is_latin(letter)) break;
    }
    std::size_t number = end + (end < text.size() && text[end] == ' ' ? 1U : 0U);
    while (number < text.size() && is_digit(text[number])) end = ++number;
    return end;
}

}  // namespace

bool in_shipped_font(std::uint32_t point) { return holds(shipped, point); }

std::size_t letter_end(std::string_view text, std::size_t at)
{
    auto point = take(text, at);
    bool flag  = is_regional(point);
    while (at < text.size()) {
        auto       to   = at;
        const auto next = take(text, to);
        if (!is_mark(next) && !joins(point, next) && !(flag && is_regional(next))) break;
        flag  = false;
        point = next;
        at    = to;
    }
    return at;
}

bool stands_alone(std::string_view letter) { return kind_of(letter) == Kind::alone && !is_latin(letter); }

Run first_run(std::string_view text)
{
    std::size_t end  = letter_end(text, 0);
    const auto  kind = kind_of(text.substr(0, end));
    if (kind == Kind::from_the_right) end = end_from_the_right(text, end);
    else if (kind != Kind::alone)
        while (end < text.size()) {
            const auto letter = letter_at(text, end);
            if (kind_of(letter) != kind) break;
            end += letter.size();
        }
    return {text.substr(0, end), kind != Kind::shipped};
}

bool all_shipped(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
        if (static_cast<unsigned char>(text[at]) < 0x80) ++at;
        else if (!in_shipped_font(take(text, at))) return false;
    return true;
}

}  // namespace base
