// Lists as files: for spreadsheets of a language (CSV, workbooks) and for scripts (JSON).
#include "codec/sheet.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using base::Language;
using base::SheetCell;
using base::SheetFormat;

namespace {

std::string written(SheetFormat format, const std::vector<std::vector<SheetCell>>& rows,
                    Language language = Language::fr)
{
    codec::SheetWriter writer(
        format, {{"name", "Identifiant"}, {"days", "Jours ; restants"}, {"expires", "Expiration"}}, language);
    std::string out;
    writer.begin(out);
    for (const auto& row : rows) writer.row(out, row);
    writer.end(out);
    return out;
}

std::string csv_text(std::string_view text)
{
    std::string out;
    codec::write_csv_text(out, text);
    return out;
}

// The cells that a program makes of a line which it cuts at `separator`, without regard to quotes or with it.
std::vector<std::string> cut(std::string_view line, char separator, bool minds_quotes)
{
    std::vector<std::string> cells(1);
    bool                     inside = false;
    for (const char letter : line) {
        if (letter == '"' && minds_quotes && (inside || cells.back().empty())) inside = !inside;
        else if ((letter == separator || letter == '\n' || letter == '\r') && !inside) cells.emplace_back();
        else cells.back() += letter;
    }
    return cells;
}

const std::vector<std::vector<SheetCell>> two_rows = {
    {std::string("café.fr"), std::int64_t{-1234567}, base::date(2026, 12, 1)},
    {std::string(), std::int64_t{0}, base::Date{}},
};

}  // namespace

TEST_CASE(
    "a CSV file is what French spreadsheets open: a byte order mark, ';', CRLF, dates as 01/12/2026, bare numbers")
{
    CHECK(written(SheetFormat::csv, two_rows) == "\xef\xbb\xbf"
                                                 "Identifiant;\"Jours ; restants\";Expiration\r\n"
                                                 "café.fr;-1234567;01/12/2026\r\n"
                                                 ";0;\r\n");
    CHECK(written(SheetFormat::csv, {}) == "\xef\xbb\xbfIdentifiant;\"Jours ; restants\";Expiration\r\n");
}

TEST_CASE("in English, CSV is cut at commas, and its days are the same for American and British spreadsheets")
{
    CHECK(written(SheetFormat::csv, two_rows, Language::en) == "\xef\xbb\xbf"
                                                               "Identifiant,\"Jours ; restants\",Expiration\r\n"
                                                               "café.fr,-1234567,2026-12-01\r\n"
                                                               ",0,\r\n");
}

TEST_CASE("a JSON file is a list of objects with lasting names, ISO dates, and null where there is nothing")
{
    CHECK(written(SheetFormat::json, two_rows) ==
          "[\n{\"name\":\"café.fr\",\"days\":-1234567,\"expires\":\"2026-12-01\"},\n"
          "{\"name\":null,\"days\":0,\"expires\":null}\n]\n");
    CHECK(written(SheetFormat::json, {}) == "[]\n");
    CHECK(written(SheetFormat::json, {{std::string("a\"b\n"), std::int64_t{1}, base::Date{}}}) ==
          "[\n{\"name\":\"a\\\"b\\n\",\"days\":1,\"expires\":null}\n]\n");
}

TEST_CASE("amounts and moments are written as a spreadsheet and a script read them")
{
    const base::Instant noon{base::paris_midnight(base::date(2026, 7, 1)).ms + 12 * base::ms_per_hour};
    const std::vector<std::vector<SheetCell>> rows = {{base::Money{123450}, base::Money{-5}, noon},
                                                      {base::Money{}, base::Money{INT64_MIN}, base::Instant{}}};
    CHECK(written(SheetFormat::csv, rows)
              .ends_with("\r\n"
                         "1234,50;-0,05;01/07/2026 12:00\r\n"
                         "0,00;-92233720368547758,08;\r\n"));
    CHECK(written(SheetFormat::json, rows) ==
          "[\n{\"name\":{\"cents\":123450,\"currency\":\"EUR\"},\"days\":{\"cents\":-5,\"currency\":\"EUR\"},"
          "\"expires\":\"2026-07-01T10:00:00Z\"},\n"
          "{\"name\":{\"cents\":0,\"currency\":\"EUR\"},\"days\":{\"cents\":-9223372036854775808,\"currency\":\"EUR\"},"
          "\"expires\":null}\n]\n");
}

TEST_CASE("in English, amounts have a point")
{
    CHECK(written(SheetFormat::csv, {{base::Money{123450}, base::Money{-5}, std::string()}}, Language::en)
              .ends_with("\r\n1234.50,-0.05,\r\n"));
}

TEST_CASE("what would break a CSV place stands in quotes")
{
    CHECK(csv_text("a;b") == "\"a;b\"");
    CHECK(csv_text("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(csv_text("a\nb") == "\"a\nb\"");
    CHECK(csv_text("a,b c") == "\"a,b c\"");
    CHECK(csv_text("a\tb") == "\"a\tb\"");
    CHECK(csv_text("") == "");
}

TEST_CASE("no text of a customer is taken for a formula")
{
    CHECK(csv_text("=1+1") == "'=1+1");
    CHECK(csv_text("+33 1") == "'+33 1");
    CHECK(csv_text("-boutique") == "'-boutique");
    CHECK(csv_text("@accueil") == "'@accueil");
    CHECK(csv_text("\t=x") == "\"\t'=x\"");
    CHECK(csv_text("x,=1+1,y") == "\"x,'=1+1,y\"");
    CHECK(csv_text("=cmd|'/C calc'!A0;x") == "\"'=cmd|'/C calc'!A0;x\"");
    CHECK(csv_text("Saint-Malo - port") == "Saint-Malo - port");
    CHECK(csv_text("a=b") == "a=b");
}

TEST_CASE("however a spreadsheet cuts the file, no cell of it is a formula")
{
    for (const std::string label : {"x,=1+1,y", "=1+1", "x;=1+1;y", "x\t=1+1", "x\n=1+1", "x\r\n=1+1", "x\",=1+1",
                                    "\"=1+1", "x =1+1", "x|=1+1", ",@SUM(A1)", ";+1", "a,\",=1+1", ",,=1", "=\",\"=1"})
        for (const auto language : {Language::fr, Language::en}) {
            const auto file = written(SheetFormat::csv, {{label, label, label}}, language);
            for (const char separator : {',', ';', '\t', ' ', '|'})
                for (const bool minds_quotes : {false, true})
                    for (std::string cell : cut(std::string_view(file).substr(3), separator, minds_quotes)) {
                        CAPTURE(label);
                        CAPTURE(cell);
                        CHECK(cell.find_first_of("=+-@") != 0);
                        CHECK(cell.find("\"=") != 0);
                    }
        }
}

TEST_CASE("a workbook keeps each text as it is, and days, moments and amounts as such")
{
    const base::Instant noon{base::paris_midnight(base::date(2026, 7, 1)).ms + 12 * base::ms_per_hour};
    const auto file = written(SheetFormat::workbook, {{std::string("00123"), std::string("1E5"), std::string("06 12")},
                                                      {std::string("<=1&1>\x01\r\n"), base::date(2026, 12, 1), noon},
                                                      {base::Money{-5}, std::int64_t{-3}, std::string()}});
    const auto has  = [&](std::string_view words) { return file.find(words) != std::string::npos; };
    CHECK(has("<t xml:space=\"preserve\">00123</t>"));
    CHECK(has("<t xml:space=\"preserve\">1E5</t>"));
    CHECK(has("<t xml:space=\"preserve\">&lt;=1&amp;1&gt;\n</t>"));
    CHECK(has("<c s=\"2\"><v>46357</v></c><c s=\"3\"><v>46204.500000</v></c>"));
    CHECK(has("<c s=\"4\"><v>-0.05</v></c><c s=\"0\"><v>-3</v></c><c/>"));
    CHECK_FALSE(has("<f>"));
}

TEST_CASE("a workbook is an archive that other programs open without a complaint")
{
    const std::string path = "workbook_test.xlsx";
    std::ofstream(path, std::ios::binary) << written(SheetFormat::workbook, two_rows);
    // Python's zipfile compares names, sizes and check sums of all files; its XML parser reads every one.
    const auto answer = std::system(("python3 -c \"import zipfile, xml.dom.minidom as d\n"
                                     "z = zipfile.ZipFile('" +
                                     path +
                                     "')\n"
                                     "assert z.testzip() is None and len(z.namelist()) == 6\n"
                                     "[d.parseString(z.read(n)) for n in z.namelist()]\"")
                                        .c_str());
    CHECK(answer == 0);
    std::remove(path.c_str());
}
