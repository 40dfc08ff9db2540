// Documents as PDF files.
#include "codec/pdf.hpp"

#include <doctest/doctest.h>

#include <string>

using codec::Pdf;

namespace {

std::string with(std::string_view words, Pdf::Style style = {})
{
    Pdf pdf;
    pdf.page();
    pdf.text(100, 200, words, style);
    return pdf.finish("Titre", "fr");
}
bool has(const std::string& file, std::string_view part) { return file.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a PDF file says where each of its objects begins, and in which language it is")
{
    Pdf pdf;
    pdf.page();
    pdf.text(56, 72, "Une page", {});
    pdf.page();
    pdf.line(56, 500, 100, 0.5F);
    const auto file = pdf.finish("Facture F-000001", "fr");
    CHECK(file.starts_with("%PDF-1.4\n"));
    CHECK(file.ends_with("%%EOF\n"));
    CHECK(has(file, "/Lang (fr)"));
    CHECK(has(file, "/Title (Facture F-000001)"));
    CHECK(has(file, "/Count 2"));

    const auto table = std::stoul(file.substr(file.find("startxref\n") + 10));
    REQUIRE(file.substr(table, 5) == "xref\n");
    int objects = 0;
    for (auto entry = file.find(" 65535 f \n", table) + 10; file.substr(entry, 7) != "trailer"; entry += 20) {
        const auto place = std::stoul(file.substr(entry, 10));
        CHECK(file.substr(place, 7) == std::to_string(++objects) + " 0 obj");
    }
    CHECK(objects == 9);
    CHECK(has(file, "/Size 10 "));
}

TEST_CASE("French is written with its letters and signs, and what ends a text in the file does not end it")
{
    CHECK(has(with("Œuvre à 12 €, « été » : l’an"), "(\x8cuvre \xe0 12 \x80, \xab \xe9t\xe9 \xbb : l\x92"
                                                    "an) Tj"));
    CHECK(has(with("a) Tj (b\\"), "(a\\) Tj \\(b\\\\) Tj"));
    CHECK(has(with("日本"), "(?"
                            "?) Tj"));
    CHECK(has(with("\xff\xc3"), "Tj"));
}

TEST_CASE("amounts end at one line, and what is too wide is cut")
{
    // The width of six digits, a comma, a space and a euro sign in Helvetica at 10 points.
    CHECK(has(with("1234,56 €", {.align = Pdf::Align::right}), " 55.52 642.00 Td"));
    const std::string name(200, 'm');
    const auto        cut = Pdf::fitted(name, 200, 10);
    CHECK(cut.ends_with("m…"));
    CHECK(cut.size() < 40);
    CHECK(Pdf::fitted("court", 200, 10) == "court");
    CHECK(Pdf::fitted("ééééééééééé", 30, 10) == "ééé…");
}
