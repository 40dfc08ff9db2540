// A list of rows as a file for other programs, written row by row.
// CSV is what French spreadsheets open by a double click: UTF-8 with its mark, ';' between, CRLF at the end, dates as
// 31/12/2026, moments as 31/12/2026 14:05 in Paris, numbers without blanks, amounts as 1234,50. JSON is a list of objects,
// dates as 2026-12-31, moments and amounts as in an account file, null where there is nothing.
#pragma once
#include "base/sheet.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

class SheetWriter {
public:
    // Keys and titles outlive the writer.
    SheetWriter(base::SheetFormat format, std::vector<base::SheetColumn> columns);

    // All append to `out`: begin once, a row for each row with as many values as there are columns, end once.
    void begin(std::string& out);
    void row(std::string& out, std::span<const base::Arg> values);
    void end(std::string& out);

private:
    base::SheetFormat              format_;
    std::vector<base::SheetColumn> columns_;
    bool                           first_ = true;
};

// A text as one place of a CSV file. A spreadsheet takes what begins with = + - @, a tab or a line's end for a
// formula: an apostrophe before it makes it a text again.
void write_csv_text(std::string& out, std::string_view text);

}  // namespace codec
