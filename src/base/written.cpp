#include "base/written.hpp"

#include "base/letters_data.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace base {
namespace {

constexpr std::uint32_t zwnj = 0x200c, zwj = 0x200d, black_flag = 0x1f3f4;

bool between(std::uint32_t point, std::uint32_t first, std::uint32_t last) { return point >= first && point <= last; }
bool is_joiner(std::uint32_t point) { return point == zwnj || point == zwj; }
bool is_tag(std::uint32_t point) { return between(point, 0xe0020, 0xe007f); }
bool is_regional(std::uint32_t point) { return between(point, 0x1f1e6, 0x1f1ff); }
bool is_line_end(std::uint32_t point)
{
    return between(point, 0x0a, 0x0d) || point == 0x85 || point == 0x2028 || point == 0x2029;
}
bool is_control(std::uint32_t point) { return point < 0x20 || between(point, 0x7f, 0x9f); }

// --- what Unicode says, see tools/generate_letters.mjs --------------------------------

struct Bytes {
    const unsigned char* at;
    const unsigned char* end;

    std::uint32_t number()
    {
        std::uint32_t value = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = *at++;
            value |= static_cast<std::uint32_t>(byte & 127) << shift;
            if (byte < 128) return value;
        }
    }
};

struct Marks {
    std::uint32_t first, end;
    std::uint8_t  order;  // of the canonical order; 0: stays where it is
};

struct Letter {
    std::uint32_t letter, mark, whole;
};

const std::vector<Marks>& all_marks()
{
    static const auto known = [] {
        std::vector<Marks> marks;
        Bytes              bytes{std::begin(letters_data::marks), std::end(letters_data::marks)};
        for (std::uint32_t end = 0; bytes.at < bytes.end;) {
            const auto first = end + bytes.number();
            end              = first + bytes.number();
            marks.push_back({first, end, *bytes.at++});
        }
        return marks;
    }();
    return known;
}

// In the order of mark and letter.
const std::vector<Letter>& all_letters()
{
    static const auto known = [] {
        std::vector<Letter> letters;
        Bytes               bytes{std::begin(letters_data::letters), std::end(letters_data::letters)};
        while (bytes.at < bytes.end) {
            const auto    mark   = bytes.number();
            auto          left   = bytes.number();
            std::uint32_t letter = 0, whole = 0;
            for (; left > 0; --left) {
                letter += bytes.number();
                const auto step = bytes.number();
                whole += step & 1 ? 0 - (step + 1) / 2 : step / 2;
                letters.push_back({letter, mark, whole});
            }
        }
        return letters;
    }();
    return known;
}

const Marks* mark_at(std::uint32_t point)
{
    if (point < 0x300) return nullptr;
    const auto& marks = all_marks();
    const auto  after = std::ranges::upper_bound(marks, point, {}, &Marks::first);
    return after != marks.begin() && point < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

std::uint8_t order_of(std::uint32_t point)
{
    const auto* marks = mark_at(point);
    return marks ? marks->order : 0;
}

// The sign made of a letter and a mark; 0 if there is none. Of Hangul the syllable, by its arithmetic.
std::uint32_t composed(std::uint32_t letter, std::uint32_t mark)
{
    if (between(letter, 0x1100, 0x1112) && between(mark, 0x1161, 0x1175))
        return 0xac00 + ((letter - 0x1100) * 21 + (mark - 0x1161)) * 28;
    if (between(letter, 0xac00, 0xd7a3) && (letter - 0xac00) % 28 == 0 && between(mark, 0x11a8, 0x11c2))
        return letter + (mark - 0x11a7);
    const auto& letters = all_letters();
    const auto  key     = [](const Letter& one) { return std::pair(one.mark, one.letter); };
    const auto  found   = std::ranges::lower_bound(letters, std::pair(mark, letter), {}, key);
    return found != letters.end() && found->mark == mark && found->letter == letter ? found->whole : 0;
}

void decompose(std::uint32_t point, std::u32string& into)
{
    if (point >= 0xc0 && !between(point, 0xac00, 0xd7a3))
        for (const auto& one : all_letters())
            if (one.whole == point) {
                decompose(one.letter, into);
                into += static_cast<char32_t>(one.mark);
                return;
            }
    into += static_cast<char32_t>(point);
}

// Letters with their marks composed, marks in their order.
std::u32string compose(const std::u32string& text)
{
    // Nothing to do where no mark follows anything: that is nearly every text.
    const auto combines = [](char32_t point) { return mark_at(point) || between(point, 0x1161, 0x11c2); };
    if (std::none_of(text.begin(), text.end(), combines)) return text;

    std::u32string parts;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool marked = at + 1 < text.size() && combines(text[at + 1]);
        if (marked || combines(text[at])) decompose(text[at], parts);
        else parts += text[at];
    }
    for (std::size_t at = 0; at < parts.size();) {
        auto end = at + 1;
        if (order_of(parts[at]) != 0) {
            while (end < parts.size() && order_of(parts[end]) != 0) ++end;
            std::stable_sort(parts.begin() + static_cast<std::ptrdiff_t>(at),
                             parts.begin() + static_cast<std::ptrdiff_t>(end),
                             [](char32_t a, char32_t b) { return order_of(a) < order_of(b); });
        }
        at = end;
    }
    std::u32string whole;
    std::size_t    starter = std::u32string::npos;
    int            before  = -1;  // order of the last sign kept since the starter; -1: none
    for (const auto point : parts) {
        const int  order  = order_of(point);
        const bool open   = starter != std::u32string::npos && (before == -1 || (order != 0 && before < order));
        const auto joined = open ? composed(whole[starter], point) : 0;
        if (joined != 0) {
            whole[starter] = joined;
            continue;
        }
        if (order == 0) {
            starter = whole.size();
            before  = -1;
        } else before = order;
        whole += point;
    }
    return whole;
}

// --- reading -----------------------------------------------------------------------------

// The kept signs of a valid text.
std::u32string kept_signs(std::string_view text, Lines lines)
{
    std::u32string kept;
    // A joiner joins what is on both sides of it: none stays before a blank.
    const auto keep_blank = [&](char32_t blank) {
        while (!kept.empty() && is_joiner(kept.back())) kept.pop_back();
        kept += blank;
    };
    bool after_return = false;
    while (!text.empty()) {
        const auto point = take_sign(text).point;
        const bool pair  = after_return && point == '\n';
        after_return     = point == '\r';
        if (pair) continue;
        if (is_line_end(point)) keep_blank(lines == Lines::several ? U'\n' : U' ');
        else if (point == '\t') keep_blank(lines == Lines::several ? U'\t' : U' ');
        else if (is_space(point)) keep_blank(static_cast<char32_t>(point));
        else if (is_tag(point)) {
            // The flags of England, Scotland and Wales are spelt with them.
            if (!kept.empty() && (kept.back() == black_flag || is_tag(kept.back())))
                kept += static_cast<char32_t>(point);
        } else if (is_joiner(point)) {
            if (!kept.empty() && !is_space(kept.back()) && !is_joiner(kept.back()))
                kept += static_cast<char32_t>(point);
        } else if (!is_control(point) && !is_invisible(point)) kept += static_cast<char32_t>(point);
    }
    const auto blank = [](char32_t point) { return is_space(point) || is_joiner(point); };
    const auto first = std::find_if_not(kept.begin(), kept.end(), blank);
    const auto last  = std::find_if_not(kept.rbegin(), std::make_reverse_iterator(first), blank).base();
    return {first, last};
}

}  // namespace

bool is_dash(std::uint32_t point)
{
    return between(point, 0x2010, 0x2015) || point == 0x2212 || point == 0xfe58 || point == 0xfe63 || point == 0xff0d;
}

bool is_space(std::uint32_t point)
{
    return point == ' ' || between(point, 0x09, 0x0d) || point == 0x85 || point == 0xa0 || point == 0x1680 ||
           between(point, 0x2000, 0x200a) || point == 0x2028 || point == 0x2029 || point == 0x202f || point == 0x205f ||
           point == 0x2800 || point == 0x3000;
}

bool is_invisible(std::uint32_t point)
{
    return point == 0xad || point == 0x34f || point == 0x61c || between(point, 0x115f, 0x1160) ||
           between(point, 0x17b4, 0x17b5) || point == 0x180e || between(point, 0x200b, 0x200f) ||
           between(point, 0x202a, 0x202e) || between(point, 0x2060, 0x206f) || point == 0x3164 || point == 0xfeff ||
           point == 0xffa0 || between(point, 0xfff0, 0xfffb) || between(point, 0xfffe, 0xffff) ||
           between(point, 0x1bca0, 0x1bca3) || between(point, 0x1d173, 0x1d17a) || between(point, 0xe0000, 0xe00ff);
}

std::string tidied(std::string_view text, Lines lines)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](char sign) { return sign >= ' ' && sign <= '~'; });
    if (plain && !text.starts_with(' ') && !text.ends_with(' ')) return std::string(text);
    if (!is_valid_utf8(text)) return std::string(text);
    if (is_blank(text)) return {};
    std::string tidy;
    tidy.reserve(text.size());
    for (const auto point : compose(kept_signs(text, lines))) append_utf8(tidy, point);
    return tidy;
}

bool is_blank(std::string_view text)
{
    while (!text.empty()) {
        const auto [bytes, point, valid] = take_sign(text);
        if (!valid || !(is_space(point) || is_invisible(point) || is_control(point) || between(point, 0xfe00, 0xfe0f)))
            return false;
    }
    return true;
}

std::size_t characters(std::string_view text)
{
    std::size_t   count   = 0;
    std::uint32_t before  = 0;
    bool          in_flag = false;
    while (!text.empty()) {
        const auto [bytes, point, valid] = take_sign(text);
        const bool second_of_flag        = is_regional(point) && is_regional(before) && in_flag;
        const bool vowel                 = between(point, 0x1160, 0x11ff) &&
                                           (between(before, 0x1100, 0x11ff) || between(before, 0xac00, 0xd7a3));
        const bool goes_on = count > 0 && valid &&
                             (mark_at(point) || is_joiner(point) || is_tag(point) || before == zwj || second_of_flag ||
                              vowel || (point == '\n' && before == '\r'));
        if (!goes_on) ++count;
        in_flag = is_regional(point) && !second_of_flag;
        before  = point;
    }
    return count;
}

}  // namespace base
