// Lists as files for spreadsheets (CSV) and scripts (JSON).
#include "codec/sheet.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using base::Arg;
using base::SheetFormat;

namespace {

std::string written(SheetFormat format, const std::vector<std::vector<Arg>>& rows)
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

const std::vector<std::vector<Arg>> two_rows = {
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

TEST_CASE("amounts and moments are written as a spreadsheet and a script read them")
{
    const base::Instant                 noon{base::paris_midnight(base::date(2026, 7, 1)).ms + 12 * base::ms_per_hour};
    const std::vector<std::vector<Arg>> rows = {{base::Money{123450}, base::Money{-5}, noon},
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
