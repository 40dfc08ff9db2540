#include "codec/sheet.hpp"

#include "codec/write.hpp"

#include <charconv>
#include <utility>

namespace codec {
namespace {

using base::SheetFormat;

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", line_end = "\r\n";

void write_number(std::string& out, std::int64_t number)
{
    char       digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void write_two(std::string& out, unsigned number)
{
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

void write_csv(std::string& out, const base::Datum& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) write_csv_text(out, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&value)) write_number(out, *number);
    else if (const auto date = std::get<base::Date>(value); is_set(date)) {
        const auto day = base::calendar(date);
        write_two(out, day.day);
        out += '/';
        write_two(out, day.month);
        out += '/';
        write_two(out, static_cast<unsigned>(day.year) / 100);
        write_two(out, static_cast<unsigned>(day.year));
    }
}

void write_json(std::string& out, const base::Datum& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->empty()) out += "null";
        else write_text(out, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) write_number(out, *number);
    else if (const auto date = std::get<base::Date>(value); is_set(date)) write_text(out, base::to_iso(date));
    else out += "null";
}

}  // namespace

void write_csv_text(std::string& out, std::string_view text)
{
    constexpr std::string_view begins_formula = "=+-@\t\r";
    const bool                 guarded = !text.empty() && begins_formula.find(text.front()) != std::string_view::npos;
    const bool                 quoted  = text.find_first_of(";\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (guarded) out += '\'';
    if (!quoted) out += text;
    else
        for (const char letter : text) {
            if (letter == '"') out += '"';
            out += letter;
        }
    if (quoted) out += '"';
}

SheetWriter::SheetWriter(SheetFormat format, std::vector<base::SheetColumn> columns)
    : format_(format), columns_(std::move(columns))
{}

void SheetWriter::begin(std::string& out)
{
    first_ = true;
    if (format_ == SheetFormat::json) {
        out += '[';
        return;
    }
    out += byte_order_mark;
    bool first = true;
    for (const auto& column : columns_) {
        if (!std::exchange(first, false)) out += ';';
        write_csv_text(out, column.title);
    }
    out += line_end;
}

void SheetWriter::row(std::string& out, std::span<const base::Datum> values)
{
    if (format_ == SheetFormat::csv) {
        for (std::size_t column = 0; column < values.size(); ++column) {
            if (column > 0) out += ';';
            write_csv(out, values[column]);
        }
        out += line_end;
        return;
    }
    out += std::exchange(first_, false) ? "\n{" : ",\n{";
    for (std::size_t column = 0; column < values.size(); ++column) {
        if (column > 0) out += ',';
        write_text(out, columns_[column].key);
        out += ':';
        write_json(out, values[column]);
    }
    out += '}';
}

void SheetWriter::end(std::string& out)
{
    if (format_ == SheetFormat::json) out += first_ ? "]\n" : "\n]\n";
}

}  // namespace codec
