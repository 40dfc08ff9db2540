#include "codec/sheet.hpp"

#include "codec/write.hpp"

#include <cstdint>
#include <utility>

namespace codec {
namespace {

using base::Language;
using base::SheetCell;
using base::SheetFormat;

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", line_end = "\r\n";

void write_two(std::string& out, unsigned number)
{
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

constexpr char separator_of(Language language) { return language == Language::fr ? ';' : ','; }

void write_csv(std::string& out, base::Date date, Language language)
{
    if (!is_set(date)) return;
    if (language != Language::fr) {
        out += base::to_iso(date);
        return;
    }
    const auto day = base::calendar(date);
    write_two(out, day.day);
    out += '/';
    write_two(out, day.month);
    out += '/';
    write_two(out, static_cast<unsigned>(day.year) / 100);
    write_two(out, static_cast<unsigned>(day.year));
}

void write_csv(std::string& out, base::Instant at, Language language)
{
    if (!is_set(at)) return;
    const auto local = base::paris_time(at);
    write_csv(out, local.day, language);
    out += ' ';
    write_two(out, static_cast<unsigned>(local.hour));
    out += ':';
    write_two(out, static_cast<unsigned>(local.minute));
}

void write_csv(std::string& out, base::Money amount, Language language)
{
    const auto cents = amount.cents < 0 ? 0 - static_cast<std::uint64_t>(amount.cents)
                                        : static_cast<std::uint64_t>(amount.cents);
    if (amount.cents < 0) out += '-';
    out += std::to_string(cents / 100);
    out += language == Language::fr ? ',' : '.';
    write_two(out, static_cast<unsigned>(cents % 100));
}

void write_csv(std::string& out, const SheetCell& cell, Language language)
{
    if (const auto* text = std::get_if<std::string>(&cell)) write_csv_text(out, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&cell)) write_number(out, *number);
    else if (const auto* date = std::get_if<base::Date>(&cell)) write_csv(out, *date, language);
    else if (const auto* at = std::get_if<base::Instant>(&cell)) write_csv(out, *at, language);
    else if (const auto* amount = std::get_if<base::Money>(&cell)) write_csv(out, *amount, language);
    else if (const auto* yes = std::get_if<bool>(&cell)) out += *yes ? "true" : "false";
}

void write_json(std::string& out, const SheetCell& cell)
{
    const auto* text = std::get_if<std::string>(&cell);
    const auto* date = std::get_if<base::Date>(&cell);
    const auto* at   = std::get_if<base::Instant>(&cell);
    if (text && !text->empty()) write_text(out, *text);
    else if (date && is_set(*date)) write_text(out, base::to_iso(*date));
    else if (at && is_set(*at)) write_text(out, base::to_iso(*at));
    else if (const auto* number = std::get_if<std::int64_t>(&cell)) write_number(out, *number);
    else if (const auto* amount = std::get_if<base::Money>(&cell)) write_money(out, *amount);
    else if (const auto* yes = std::get_if<bool>(&cell)) out += *yes ? "true" : "false";
    else out += "null";
}

// True if a spreadsheet that begins a cell at `at` would take it for a formula.
bool begins_formula(std::string_view text, std::size_t at)
{
    constexpr std::string_view signs = "=+-@", separators = ",;\t\r\n|\"";
    if (signs.find(text[at]) == std::string_view::npos) return false;
    if (at == 0 || separators.find(text[at - 1]) != std::string_view::npos) return true;
    return text[at - 1] == ' ' && at + 1 < text.size() && text[at + 1] != ' ';
}

}  // namespace

void write_csv_text(std::string& out, std::string_view text)
{
    const bool quoted = text.find_first_of(",;\t\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (begins_formula(text, at)) out += '\'';
        if (text[at] == '"') out += '"';
        out += text[at];
    }
    if (quoted) out += '"';
}

SheetWriter::SheetWriter(SheetFormat format, std::vector<base::SheetColumn> columns, Language language)
    : format_(format), columns_(std::move(columns)), language_(language)
{}

void SheetWriter::begin(std::string& out)
{
    first_ = true;
    switch (format_) {
    case SheetFormat::json:     out += '['; return;
    case SheetFormat::workbook: return workbook_.begin(out, columns_);
    case SheetFormat::csv:      break;
    }
    out += byte_order_mark;
    bool first = true;
    for (const auto& column : columns_) {
        if (!std::exchange(first, false)) out += separator_of(language_);
        write_csv_text(out, column.title);
    }
    out += line_end;
}

void SheetWriter::row(std::string& out, std::span<const SheetCell> cells)
{
    if (format_ == SheetFormat::workbook) return workbook_.row(out, cells);
    if (format_ == SheetFormat::csv) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (column > 0) out += separator_of(language_);
            write_csv(out, cells[column], language_);
        }
        out += line_end;
        return;
    }
    out += std::exchange(first_, false) ? "\n{" : ",\n{";
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0) out += ',';
        write_text(out, columns_[column].key);
        out += ':';
        write_json(out, cells[column]);
    }
    out += '}';
}

void SheetWriter::end(std::string& out)
{
    if (format_ == SheetFormat::workbook) workbook_.end(out);
    if (format_ == SheetFormat::json) out += first_ ? "]\n" : "\n]\n";
}

}  // namespace codec
