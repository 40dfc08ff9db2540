// Documents as PDF files.
#include "base/runs.hpp"
#include "base/text.hpp"
#include "codec/pdf.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using codec::Pdf;

namespace {

const std::string& font(const char* name)
{
    static std::vector<std::pair<std::string, std::string>> read;
    for (const auto& [known, bytes] : read)
        if (known == name) return bytes;
    std::ifstream file(std::string(GUICHET_FONTS_DIR) + "/" + name, std::ios::binary);
    read.reserve(8);
    return read.emplace_back(name, std::string(std::istreambuf_iterator<char>(file), {})).second;
}
const std::string& inter() { return font("inter-regular.otf"); }

// An engine by which every letter is an em wide, and each picture a dark column of two by three pixels beside a light one.
base::TextEngine engine()
{
    return {[](std::string_view words, float size, bool) {
                float sum = 0;
                for (std::size_t at = 0; at < words.size(); at = base::letter_end(words, at)) sum += size;
                return sum;
            },
            [](std::string_view words, float, bool, float) {
                base::TextPicture picture{.width = 2, .height = 3, .up = 3, .coloured = words == "😀"};
                for (int at = 0; at < 3; ++at) picture.rgba += "\xff\xff\xff\xff\xff\xff\xff\x10";
                return picture;
            }};
}
Pdf begun(base::TextEngine with = {})
{
    Pdf pdf(inter(), font("inter-semibold.otf"), with);
    pdf.page();
    return pdf;
}
std::string with(std::string_view words, Pdf::Style style = {}, base::TextEngine engine = {})
{
    auto pdf = begun(engine);
    pdf.text(100, 200, words, style);
    return pdf.finish("Titre", "fr");
}
bool has(const std::string& file, std::string_view part) { return file.find(part) != std::string::npos; }

// What a reader copies of the file: the letters shown, by the file's own table of them.
std::string copied(const std::string& file)
{
    std::string text;
    for (std::size_t at = 0; (at = file.find("> Tj", at)) != std::string::npos; ++at) {
        const auto from = file.rfind('<', at) + 1;
        for (std::size_t glyph = from; glyph < at; glyph += 4) {
            const auto entry = file.find("beginbfchar <" + file.substr(glyph, 4) + "> <");
            REQUIRE(entry != std::string::npos);
            const auto begin = entry + 20, end = file.find('>', begin);
            for (std::size_t unit = begin; unit < end; unit += 4) {
                auto point = static_cast<std::uint32_t>(std::stoul(file.substr(unit, 4), nullptr, 16));
                if (point >= 0xd800 && point < 0xdc00) {
                    unit += 4;
                    point = (point << 10) + static_cast<std::uint32_t>(std::stoul(file.substr(unit, 4), nullptr, 16)) -
                            ((0xd800 << 10) + 0xdc00 - 0x10000);
                }
                base::append_utf8(text, point);
            }
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a PDF file says where each of its objects begins, and in which language it is")
{
    auto pdf = begun(engine());
    pdf.text(56, 72, "Une page и", {});
    pdf.page();
    pdf.line(56, 500, 100, 0.5F);
    const auto file = pdf.finish("Facture й", "fr");
    CHECK(file.starts_with("%PDF-1.5\n"));
    CHECK(file.ends_with("%%EOF\n"));
    CHECK(has(file, "/Lang (fr)"));
    CHECK(has(file, "/Title <FEFF004600610063007400750072006500200439>"));
    CHECK(has(file, "/Count 2"));

    const auto table = std::stoul(file.substr(file.find("startxref\n") + 10));
    REQUIRE(file.substr(table, 5) == "xref\n");
    int objects = 0;
    for (auto entry = file.find(" 65535 f \n", table) + 10; file.substr(entry, 7) != "trailer"; entry += 20) {
        const auto place = std::stoul(file.substr(entry, 10));
        CHECK(file.substr(place, 7 + (objects >= 9)) ==
              std::to_string(objects + 1) + " 0 obj" + (objects >= 9 ? "" : ""));
        ++objects;
    }
    CHECK(objects == 18);
    CHECK(has(file, "/Size 19 "));
}

TEST_CASE("every letter of Inter is written as it is, in regular and in bold")
{
    for (const bool bold : {false, true})
        CHECK(copied(with("Œuvre à 12 €, « Dvořák » : Győző l’an (a) \\ Łódź\u202f!", {.bold = bold})) ==
              "Œuvre à 12 €, « Dvořák » : Győző l’an (a) \\ Łódź\u202f!");
    CHECK(copied(with("日本")) == "??");  // without a text engine
    CHECK(copied(with("\xff\xc3")) == "??");
}

TEST_CASE("letters that Inter lacks are pictures in the colour of the ink, over which their text is found")
{
    const auto file = with("12 Οδός Αθηνάς", {.grey = 0.35F}, engine());
    CHECK(copied(file) == "12 Οδός Αθηνάς");
    CHECK(has(file,
              "/Width 2 /Height 3 /ImageMask true /BitsPerComponent 1 /Length 3 >>\nstream\n\x7f\x7f\x7f\nendstream"));
    CHECK(has(file, "0.35 g q 0.24 0 0 0.36 "));
    CHECK(copied(with("a😀b", {}, engine())) == "a😀b");
    CHECK(has(with("😀", {}, engine()), "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 18 >>"));
}

TEST_CASE("amounts end at one line, and what is too wide is broken into lines and never cut")
{
    const auto pdf = begun(engine());
    CHECK(pdf.width_of("1234,56", {}) == doctest::Approx(pdf.width_of("7890,12", {})));
    CHECK(pdf.width_of("ии", {}) == 20);
    CHECK(has(with("ии", {.align = Pdf::Align::right}, engine()), "80.00 642.00 Td"));
    std::string all;
    for (const auto line : pdf.lines("Société aux très-longs-noms.example.пример.рф", 70, {})) {
        CHECK(pdf.width_of(line, {}) <= 70);
        all.append(all.empty() ? "" : "|").append(line);
    }
    CHECK(all == "Société aux|très-longs-|noms.|example.|пример.|рф");
}

TEST_CASE("a font file that was cut short or is none is read without harm")
{
    for (std::size_t size = 0; size < inter().size(); size += 97) {
        const codec::OpenType cut(std::string_view(inter()).substr(0, size));
        CHECK(cut.width(cut.glyph('a')) >= 0);
    }
    CHECK(codec::OpenType(inter()).glyph('a') != 0);
    CHECK(codec::OpenType(inter()).glyph(0x3b1) == 0);
}
