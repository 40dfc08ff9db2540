#include "codec/workbook.hpp"

#include "codec/write.hpp"

namespace codec {
namespace {

// What the cells are: numbers of the formats in `styles`.
enum Style : int { plain, text, day, moment, amount };

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "application/vnd.openxmlformats-officedocument.spreadsheetml."

struct Fixed {
    std::string_view name, bytes;
};
constexpr Fixed fixed[] = {
    {"[Content_Types].xml",
     "<Types xmlns=\"" PACKAGE "content-types\">"
     "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
     "<Default Extension=\"xml\" ContentType=\"" OFFICE "worksheet+xml\"/>"
     "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" OFFICE "sheet.main+xml\"/>"
     "<Override PartName=\"/xl/styles.xml\" ContentType=\"" OFFICE "styles+xml\"/></Types>"},
    {"_rels/.rels", "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"r1\" Type=\"" RELATIONSHIPS
                    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
    {"xl/workbook.xml", "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONSHIPS
                        "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"r1\" Type=\"" RELATIONSHIPS
     "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"" RELATIONSHIPS
     "/styles\" Target=\"styles.xml\"/></Relationships>"},
    // 49: text; 14 and 22: a day, a moment, as the reader's country writes them; 4: two decimals.
    {"xl/styles.xml",
     "<styleSheet xmlns=\"" MAIN
     "\"><fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/>"
     "</fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
     "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf/><xf numFmtId=\"49\" "
     "applyNumberFormat=\"1\"/>"
     "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/>"
     "<xf numFmtId=\"4\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"},
};

#undef MAIN
#undef RELATIONSHIPS
#undef PACKAGE
#undef OFFICE

// Control characters cannot stand in XML.
void write_xml(std::string& out, std::string_view words)
{
    for (const char letter : words) switch (letter) {
        case '&':  out += "&amp;"; break;
        case '<':  out += "&lt;"; break;
        case '>':  out += "&gt;"; break;
        case '\r': break;
        default:
            if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\t' || letter == '\n') out += letter;
        }
}

void write_number_cell(std::string& out, Style style, std::string_view digits)
{
    out += "<c s=\"";
    out += static_cast<char>('0' + style);
    out += "\"><v>";
    out += digits;
    out += "</v></c>";
}

// Workbooks count days from 30 December 1899.
std::string serial(base::Date date) { return std::to_string(date.days + 25'569); }

// With `digits` digits after the point.
std::string decimal(std::int64_t number, std::size_t digits)
{
    const bool negative = number < 0;
    auto text = std::to_string(negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number));
    if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
    text.insert(text.size() - digits, 1, '.');
    return negative ? '-' + text : text;
}

struct WriteCell {
    std::string& out;

    void operator()(const std::string& words) const
    {
        if (words.empty()) return none();
        out += "<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">";
        write_xml(out, words);
        out += "</t></is></c>";
    }
    void operator()(base::Date date) const
    {
        if (is_set(date)) write_number_cell(out, day, serial(date));
        else none();
    }
    void operator()(base::Instant at) const
    {
        if (!is_set(at)) return none();
        const auto local    = base::paris_time(at);
        const auto minutes  = std::int64_t{local.hour} * 60 + local.minute;
        const auto fraction = (std::int64_t{local.day.days} + 25'569) * 1'000'000 + minutes * 1'000'000 / 1'440;
        write_number_cell(out, moment, decimal(fraction, 6));
    }
    void operator()(base::Money money) const { write_number_cell(out, amount, decimal(money.cents, 2)); }
    void operator()(std::int64_t number) const { write_number_cell(out, plain, std::to_string(number)); }
    void operator()(bool yes) const
    {
        out += "<c t=\"b\"><v>";
        out += yes ? '1' : '0';
        out += "</v></c>";
    }
    void none() const { out += "<c/>"; }
};

}  // namespace

void WorkbookWriter::begin(std::string& out, const std::vector<base::SheetColumn>& columns)
{
    zip_ = {};
    for (const auto& part : fixed) {
        zip_.file(out, part.name);
        zip_.add(out, part.bytes);
    }
    zip_.file(out, "xl/sheet.xml");
    zip_.add(out, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    std::vector<base::SheetCell> titles;
    for (const auto& column : columns) titles.emplace_back(std::string(column.title));
    row(out, titles);
}

void WorkbookWriter::row(std::string& out, std::span<const base::SheetCell> cells)
{
    line_ = "<row>";
    for (const auto& cell : cells) std::visit(WriteCell{line_}, cell);
    line_ += "</row>";
    zip_.add(out, line_);
}

void WorkbookWriter::end(std::string& out)
{
    zip_.add(out, "</sheetData></worksheet>");
    zip_.end(out);
}

}  // namespace codec
