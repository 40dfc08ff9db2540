// Lists as files for spreadsheets and scripts.
#include "codec/sheet.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using base::Datum;
using base::SheetFormat;

namespace {

std::string written(SheetFormat format, const std::vector<std::vector<Datum>>& rows)
{
    codec::SheetWriter writer(format,
                              {{"name", "Identifiant"}, {"days", "Jours ; restants"}, {"expires", "Expiration"}});
    std::string        out;
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

const std::vector<std::vector<Datum>> two_rows = {
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

TEST_CASE("a JSON file is a list of objects with lasting names, ISO dates, and null where there is nothing")
{
    CHECK(written(SheetFormat::json, two_rows) ==
          "[\n{\"name\":\"café.fr\",\"days\":-1234567,\"expires\":\"2026-12-01\"},\n"
          "{\"name\":null,\"days\":0,\"expires\":null}\n]\n");
    CHECK(written(SheetFormat::json, {}) == "[]\n");
    CHECK(written(SheetFormat::json, {{std::string("a\"b\n"), std::int64_t{1}, base::Date{}}}) ==
          "[\n{\"name\":\"a\\\"b\\n\",\"days\":1,\"expires\":null}\n]\n");
}

TEST_CASE("what would break a CSV place stands in quotes")
{
    CHECK(csv_text("a;b") == "\"a;b\"");
    CHECK(csv_text("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(csv_text("a\nb") == "\"a\nb\"");
    CHECK(csv_text("a,b c") == "a,b c");
    CHECK(csv_text("") == "");
}

TEST_CASE("no text of a customer is taken for a formula")
{
    CHECK(csv_text("=1+1") == "'=1+1");
    CHECK(csv_text("+33 1") == "'+33 1");
    CHECK(csv_text("-boutique") == "'-boutique");
    CHECK(csv_text("@accueil") == "'@accueil");
    CHECK(csv_text("\tx") == "'\tx");
    CHECK(csv_text("\rx") == "\"'\rx\"");
    CHECK(csv_text("=cmd|'/C calc'!A0;x") == "\"'=cmd|'/C calc'!A0;x\"");
    CHECK(csv_text("a=b") == "a=b");
}
