// Writes rows as a workbook of spreadsheets (.xlsx, Office Open XML): each text stays what it is, whatever it looks like, and
// days are days in every language.
#pragma once
#include "base/sheet.hpp"
#include "codec/zip.hpp"

#include <span>
#include <string>
#include <vector>

namespace codec {

class WorkbookWriter {
public:
    void begin(std::string& out, const std::vector<base::SheetColumn>& columns);
    void row(std::string& out, std::span<const base::SheetCell> cells);
    void end(std::string& out);

private:
    ZipWriter   zip_;
    std::string line_;
};

}  // namespace codec
