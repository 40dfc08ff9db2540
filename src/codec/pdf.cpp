#include "codec/pdf.hpp"

#include <array>
#include <cstdio>

namespace codec {
namespace {

// Widths in thousandths of the font size, from the space to the tilde: Helvetica, and Helvetica-Bold. The file contains
// them too, for viewers that have neither font and substitute another.
using Widths = std::array<std::uint16_t, 95>;
constexpr Widths regular{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                         556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                         1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                         667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                         333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                         556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr Widths bold{278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
                      556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
                      611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
                      667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
                      278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

// For each byte from 0x80 on, a character of that list that is as wide, or nearly.
constexpr std::string_view alike = "00.0-@00-@S-@0Z00..---0@-@s-W0zY -0000|0-w*0+-w-*+---00.--*0mmm?"
                                   "AAAAAAMCEEEEIIIIDNOOOOO+OUUUUYPnaaaaaamceeeeIIIIonooooo+ouuuuypy";
static_assert(alike.size() == 128);

constexpr unsigned char ellipsis = 0x85;

unsigned width_of(unsigned char byte, bool is_bold)
{
    const auto letter = byte < 0x80 ? byte : static_cast<unsigned char>(alike[byte - 0x80U]);
    return letter < ' ' || letter > '~' ? 0U : (is_bold ? bold : regular)[letter - ' '];
}

// The WinAnsi code of a code point; a question mark if it has none.
unsigned char win_ansi(std::uint32_t point)
{
    struct Pair {
        std::uint16_t point;
        unsigned char byte;
    };
    constexpr std::array<Pair, 16> others{{{0x2018, 0x91},
                                           {0x2019, 0x92},
                                           {0x201c, 0x93},
                                           {0x201d, 0x94},
                                           {0x2022, 0x95},
                                           {0x2013, 0x96},
                                           {0x2014, 0x97},
                                           {0x20ac, 0x80},
                                           {0x0152, 0x8c},
                                           {0x0153, 0x9c},
                                           {0x0160, 0x8a},
                                           {0x0161, 0x9a},
                                           {0x0178, 0x9f},
                                           {0x2026, ellipsis},
                                           {0x202f, ' '},
                                           {0x2009, ' '}}};
    if ((point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point <= 0xff)) return static_cast<unsigned char>(point);
    for (const auto& other : others)
        if (other.point == point) return other.byte;
    return '?';
}

std::string to_win_ansi(std::string_view utf8)
{
    std::string bytes;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto    first  = static_cast<unsigned char>(utf8[at]);
        const auto    length = first < 0x80 ? 1U : first < 0xe0 ? 2U : first < 0xf0 ? 3U : 4U;
        std::uint32_t point  = length == 1 ? first : first & (0x7fU >> length);
        for (std::size_t next = 1; next < length && at + next < utf8.size(); ++next)
            point = point << 6 | (static_cast<unsigned char>(utf8[at + next]) & 0x3fU);
        bytes.push_back(static_cast<char>(win_ansi(point)));
        at += length;
    }
    return bytes;
}

float width_of(std::string_view bytes, float size, bool is_bold)
{
    unsigned sum = 0;
    for (const auto byte : bytes) sum += width_of(static_cast<unsigned char>(byte), is_bold);
    return static_cast<float>(sum) * size / 1000;
}

std::string quoted(std::string_view bytes)
{
    std::string text = "(";
    for (const auto one : bytes) {
        if (one == '(' || one == ')' || one == '\\') text += '\\';
        text += one;
    }
    return text + ")";
}

// PDF requires a decimal point, whatever the locale.
std::string number(float value)
{
    char       text[24];
    const auto hundredths = static_cast<long>(value * 100 + (value < 0 ? -0.5F : 0.5F));
    std::snprintf(text, sizeof text, "%s%ld.%02ld", hundredths < 0 ? "-" : "",
                  hundredths < 0 ? -hundredths / 100 : hundredths / 100,
                  (hundredths < 0 ? -hundredths : hundredths) % 100);
    return text;
}

}  // namespace

void Pdf::page() { pages_.emplace_back(); }

void Pdf::text(float x, float y, std::string_view utf8, Style style)
{
    const auto bytes = to_win_ansi(utf8);
    if (style.align == Align::right) x -= width_of(bytes, style.size, style.bold);
    pages_.back() += number(style.grey) + " g BT /" + (style.bold ? "B " : "R ") + number(style.size) + " Tf " +
                     number(x) + " " + number(height - y) + " Td " + quoted(bytes) + " Tj ET\n";
}

void Pdf::line(float x_from, float x_to, float y, float grey)
{
    pages_.back() += number(grey) + " G 0.75 w " + number(x_from) + " " + number(height - y) + " m " + number(x_to) +
                     " " + number(height - y) + " l S\n";
}

std::string Pdf::fitted(std::string_view utf8, float most_width, float size)
{
    if (width_of(to_win_ansi(utf8), size, false) <= most_width) return std::string(utf8);
    std::string cut(utf8);
    do {
        // Never cut in the middle of a UTF-8 character.
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xc0U) == 0x80) cut.pop_back();
        if (!cut.empty()) cut.pop_back();
    } while (!cut.empty() && width_of(to_win_ansi(cut + "…"), size, false) > most_width);
    return cut + "…";
}

std::string Pdf::finish(std::string_view title, std::string_view language) const
{
    // Objects: 1 catalogue, 2 pages, 3 and 4 fonts, 5 information, then a page and its content for each page.
    constexpr std::size_t    before_pages = 5;
    std::string              file         = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    std::vector<std::size_t> places;
    const auto               object = [&](const std::string& body) {
        places.push_back(file.size());
        file += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    const auto page_number = [&](std::size_t page) { return std::to_string(before_pages + 2 * page + 1); };

    object("<< /Type /Catalog /Pages 2 0 R /Lang " + quoted(language) +
           " /ViewerPreferences << /DisplayDocTitle true >> >>");
    std::string kids;
    for (std::size_t page = 0; page < pages_.size(); ++page) kids += page_number(page) + " 0 R ";
    object("<< /Type /Pages /Kids [ " + kids + "] /Count " + std::to_string(pages_.size()) + " >>");
    for (const bool is_bold : {false, true}) {
        std::string list;
        for (unsigned byte = ' '; byte <= 0xff; ++byte)
            list += std::to_string(width_of(static_cast<unsigned char>(byte), is_bold)) + " ";
        object(std::string("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica") + (is_bold ? "-Bold" : "") +
               " /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [ " + list + "] >>");
    }
    object("<< /Title " + quoted(to_win_ansi(title)) + " /Producer (Guichet) >>");
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 " + number(width) + " " + number(height) +
               " ] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents " +
               std::to_string(before_pages + 2 * page + 2) + " 0 R >>");
        object("<< /Length " + std::to_string(pages_[page].size()) + " >>\nstream\n" + pages_[page] + "endstream");
    }

    const auto table = file.size();
    file += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto place : places) {
        char entry[24];
        std::snprintf(entry, sizeof entry, "%010u 00000 n \n", static_cast<unsigned>(place));
        file += entry;
    }
    file += "trailer\n<< /Size " + std::to_string(places.size() + 1) + " /Root 1 0 R /Info 5 0 R >>\nstartxref\n" +
            std::to_string(table) + "\n%%EOF\n";
    return file;
}

}  // namespace codec
