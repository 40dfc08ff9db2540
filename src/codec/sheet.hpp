// Writes a list of rows, row by row, as a file for other programs.
// - CSV is in the form that spreadsheets of the language open by a double click: UTF-8 with a byte order mark, CRLF line ends,
//   in French ';' as separator, days as 31/12/2026 and amounts as 1234,50, in English ',', 2026-12-31, which American and
//   British ones read alike, and 1234.50. Moments are those of Paris; numbers have no blanks.
// - A workbook (.xlsx), see workbook.hpp.
// - JSON is a list of objects, the same in every language, with dates as 2026-12-31, moments and amounts as in an account
//   file, null for an empty cell.
#pragma once
#include "base/sheet.hpp"
#include "base/texts.hpp"
#include "codec/workbook.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

class SheetWriter {
public:
    // Keys and titles must outlive the writer.
    SheetWriter(base::SheetFormat format, std::vector<base::SheetColumn> columns, base::Language language);

    // All append to `out`. Call begin once, row for each row with as many cells as there are columns, and end once.
    void begin(std::string& out);
    void row(std::string& out, std::span<const base::SheetCell> cells);
    void end(std::string& out);

private:
    base::SheetFormat              format_;
    std::vector<base::SheetColumn> columns_;
    base::Language                 language_;
    bool                           first_ = true;
    WorkbookWriter                 workbook_;
};

// Appends a text as one CSV cell. Spreadsheets take for a formula what begins with = + - or @: these get an apostrophe before
// them, also inside of a text, wherever a cell would begin if the file were cut at commas, tabs or blanks.
void write_csv_text(std::string& out, std::string_view text);

}  // namespace codec
