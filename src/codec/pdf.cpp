#include "codec/pdf.hpp"

#include "base/runs.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

#include <cstdio>

namespace codec {
namespace {

constexpr float density = 600.0F / 72;  // of pictures, in pixels a point

// Letters that stand for a picture have numbers that no font of ours reaches.
constexpr std::uint16_t first_invisible = 0xe000;

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

std::string hexadecimal(std::uint32_t value)
{
    char text[12];
    std::snprintf(text, sizeof text, "%04X", static_cast<unsigned>(value));
    return text;
}

// Calls `take` with each code point.
template <class Take>
void each_point(std::string_view utf8, Take take)
{
    for (std::size_t at = 0; at < utf8.size();) {
        std::uint32_t point  = 0xfffd;
        const auto    length = base::sequence(utf8, at, point);
        take(length == 0 ? 0xfffd : point);
        at += length == 0 ? 1 : length;
    }
}

std::string utf16(std::string_view utf8)
{
    std::string digits;
    each_point(utf8, [&](std::uint32_t point) {
        if (point >= 0x10000) {
            digits += hexadecimal(0xd7c0 + (point >> 10));
            point = 0xdc00 | (point & 0x3ff);
        }
        digits += hexadecimal(point);
    });
    return digits;
}

std::string stream(std::string_view entries, std::string_view bytes)
{
    std::string body("<< ");
    body.append(entries).append(" /Length ").append(std::to_string(bytes.size())).append(" >>\nstream\n");
    return body.append(bytes).append("\nendstream");
}

std::string object_of(const base::TextPicture& picture)
{
    const auto  size    = std::string("/Type /XObject /Subtype /Image /Width ") + std::to_string(picture.width) +
                          " /Height " + std::to_string(picture.height);
    const auto  channel = [&](std::size_t at) { return static_cast<unsigned char>(picture.rgba[at]); };
    std::string bytes;
    if (picture.coloured) {
        for (std::size_t at = 0; at < picture.rgba.size(); at += 4)
            for (std::size_t next = 0; next < 3; ++next)  // on white paper
                bytes += static_cast<char>(255 - channel(at + 3) * (255 - channel(at + next)) / 255);
        return stream(size + " /ColorSpace /DeviceRGB /BitsPerComponent 8", bytes);
    }
    // A stencil: a bit that is not set is painted.
    std::size_t at = 3;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x, at += 4) {
            if (x % 8 == 0) bytes += '\xff';
            if (channel(at) > 127) bytes.back() = static_cast<char>(bytes.back() & ~(0x80 >> x % 8));
        }
    return stream(size + " /ImageMask true /BitsPerComponent 1", bytes);
}

std::string character_map(const std::map<std::uint16_t, std::string>& texts)
{
    std::string map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                      "/CMapName /Text def /CMapType 2 def\n"
                      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
    for (const auto& [glyph, text] : texts)
        map += "1 beginbfchar <" + hexadecimal(glyph) + "> <" + utf16(text) + "> endbfchar\n";
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end";
}

}  // namespace

Pdf::Pdf(std::string_view regular, std::string_view bold, base::TextEngine engine)
    : fonts_{Font(regular), Font(bold)}, engine_(engine)
{}

void Pdf::page() { pages_.emplace_back(); }

float Pdf::width_of(std::string_view utf8, Style style) const
{
    float sum = 0;
    for (auto rest = utf8; !rest.empty();) {
        const auto run = base::first_run(rest);
        rest.remove_prefix(run.words.size());
        if (run.foreign && engine_.width) sum += engine_.width(run.words, style.size, style.bold);
        else
            each_point(run.words, [&](std::uint32_t point) {
                const auto& font = fonts_[style.bold].file;
                sum += static_cast<float>(font.width(font.glyph(run.foreign ? '?' : point))) * style.size / 1000;
            });
    }
    return sum;
}

std::vector<std::string_view> Pdf::lines(std::string_view utf8, float most_width, Style style) const
{
    struct Ruler final : base::Ruler {
        Ruler(const Pdf& pdf, Style style) : pdf(pdf), style(style) {}
        float      width(std::string_view words) const override { return pdf.width_of(words, style); }
        const Pdf& pdf;
        Style      style;
    };
    return base::lines_of(utf8, most_width, Ruler(*this, style));
}

void Pdf::text(float x, float y, std::string_view utf8, Style style)
{
    if (style.align == Align::right) x -= width_of(utf8, style);
    while (!utf8.empty()) {
        const auto run = base::first_run(utf8);
        x += run.foreign && engine_.picture ? draw_picture(x, y, run.words, style)
                                            : draw_letters(x, y, run.words, style);
        utf8.remove_prefix(run.words.size());
    }
}

float Pdf::draw_letters(float x, float y, std::string_view words, Style style)
{
    auto&       font    = fonts_[style.bold];
    const bool  lacking = !base::all_shipped(words);
    std::string glyphs;
    each_point(words, [&](std::uint32_t point) {
        if (lacking && !base::in_shipped_font(point)) point = '?';
        const auto glyph = font.file.glyph(point);
        auto&      used  = font.used[glyph];
        used.width       = font.file.width(glyph);
        used.text.clear();
        base::append_utf8(used.text, point);
        glyphs += hexadecimal(glyph);
    });
    pages_.back() += number(style.grey) + " g BT /" + (style.bold ? "B " : "R ") + number(style.size) + " Tf " +
                     number(x) + " " + number(height - y) + " Td <" + glyphs + "> Tj ET\n";
    return width_of(words, style);
}

float Pdf::draw_picture(float x, float y, std::string_view words, Style style)
{
    const float wide    = engine_.width(words, style.size, style.bold);
    const auto  picture = engine_.picture(words, style.size, style.bold, density);
    if (picture.width <= 0) return wide;
    const auto stands = static_cast<std::uint16_t>(first_invisible + pictures_.size());
    pictures_.push_back(object_of(picture));
    fonts_[style.bold].used[stands] = {static_cast<int>(wide * 1000 / style.size), std::string(words)};
    const auto points               = [](int pixels) { return static_cast<float>(pixels) / density; };
    pages_.back() += number(style.grey) + " g q " + number(points(picture.width)) + " 0 0 " +
                     number(points(picture.height)) + " " + number(x - points(picture.left)) + " " +
                     number(height - y - points(picture.height - picture.up)) + " cm /P" + hexadecimal(stands) +
                     " Do Q\nBT 3 Tr /" + (style.bold ? "B " : "R ") + number(style.size) + " Tf " + number(x) + " " +
                     number(height - y) + " Td <" + hexadecimal(stands) + "> Tj 0 Tr ET\n";
    return wide;
}

void Pdf::line(float x_from, float x_to, float y, float grey)
{
    pages_.back() += number(grey) + " G 0.75 w " + number(x_from) + " " + number(height - y) + " m " + number(x_to) +
                     " " + number(height - y) + " l S\n";
}

std::string Pdf::finish(std::string_view title, std::string_view language) const
{
    // Objects: 1 catalogue, 2 pages, 3 information, five for each font, the pictures, then a page and its content for each
    // page.
    constexpr std::size_t    first_font = 4, of_a_font = 5, first_picture = first_font + 2 * of_a_font;
    const auto               first_page = first_picture + pictures_.size();
    std::string              file       = "%PDF-1.5\n%\xe2\xe3\xcf\xd3\n";
    std::vector<std::size_t> places;
    const auto               object = [&](const std::string& body) {
        places.push_back(file.size());
        file += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    const auto to = [](std::size_t object) { return std::to_string(object) + " 0 R"; };

    object("<< /Type /Catalog /Pages 2 0 R /Lang " + quoted(language) +
           " /ViewerPreferences << /DisplayDocTitle true >> >>");
    std::string kids;
    for (std::size_t page = 0; page < pages_.size(); ++page) kids += to(first_page + 2 * page) + " ";
    object("<< /Type /Pages /Kids [ " + kids + "] /Count " + std::to_string(pages_.size()) + " >>");
    object("<< /Title <FEFF" + utf16(title) + "> /Producer (Guichet) >>");
    for (const auto& font : fonts_) {
        const auto  name = std::string(&font == fonts_.data() ? "/GUICHT+Inter-Regular" : "/GUICHT+Inter-SemiBold");
        const auto  here = places.size() + 1;
        std::string widths;
        std::map<std::uint16_t, std::string> texts;
        for (const auto& [glyph, used] : font.used) {
            widths += std::to_string(glyph) + " [" + std::to_string(used.width) + "] ";
            texts.emplace(glyph, used.text);
        }
        object("<< /Type /Font /Subtype /Type0 /BaseFont " + name + " /Encoding /Identity-H /DescendantFonts [ " +
               to(here + 1) + " ] /ToUnicode " + to(here + 4) + " >>");
        object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont " + name +
               " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " +
               to(here + 2) + " /W [ " + widths + "] >>");
        object("<< /Type /FontDescriptor /FontName " + name +
               " /Flags 4 /FontBBox [ -800 -300 2600 1100 ] /ItalicAngle 0 /Ascent 969 /Descent -241 /CapHeight 728 "
               "/StemV 90 /FontFile3 " +
               to(here + 3) + " >>");
        object(stream("/Subtype /CIDFontType0C", font.file.outlines()));
        object(stream("", character_map(texts)));
    }
    std::string pictures;
    for (std::size_t at = 0; at < pictures_.size(); ++at) {
        pictures += "/P" + hexadecimal(static_cast<std::uint32_t>(first_invisible + at)) + " " +
                    to(first_picture + at) + " ";
        object(pictures_[at]);
    }
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        object("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 " + number(width) + " " + number(height) +
               " ] /Resources << /Font << /R " + to(first_font) + " /B " + to(first_font + of_a_font) +
               " >> /XObject << " + pictures + ">> >> /Contents " + to(first_page + 2 * page + 1) + " >>");
        object(stream("", pages_[page]));
    }

    const auto table = file.size();
    file += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto place : places) {
        char entry[24];
        std::snprintf(entry, sizeof entry, "%010u 00000 n \n", static_cast<unsigned>(place));
        file += entry;
    }
    file += "trailer\n<< /Size " + std::to_string(places.size() + 1) + " /Root 1 0 R /Info 3 0 R >>\nstartxref\n" +
            std::to_string(table) + "\n%%EOF\n";
    return file;
}

}  // namespace codec
