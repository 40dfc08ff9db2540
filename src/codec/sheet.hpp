// Writes a list of rows, row by row, as a file for other programs. CSV is in the form that French spreadsheets open by a
// double click: UTF-8 with a byte order mark, ';' as separator, CRLF line ends, dates as 31/12/2026, moments as
// 31/12/2026 14:05 in Paris, numbers without blanks, amounts as 1234,50. JSON is a list of objects, with dates as
// 2026-12-31, moments and amounts as in an account file, null for an empty cell.
#pragma once
#include "base/sheet.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

class SheetWriter {
public:
    // Keys and titles must outlive the writer.
    SheetWriter(base::SheetFormat format, std::vector<base::SheetColumn> columns);

    // All append to `out`. Call begin once, row for each row with as many values as there are columns, and end once.
    void begin(std::string& out);
    void row(std::string& out, std::span<const base::Arg> values);
    void end(std::string& out);

private:
    base::SheetFormat              format_;
    std::vector<base::SheetColumn> columns_;
    bool                           first_ = true;
};

// Appends a text as one CSV cell. A text that begins with = + - @, a tab or a line end, which a spreadsheet would take
// for a formula, gets an apostrophe before it.
void write_csv_text(std::string& out, std::string_view text);

}  // namespace codec
