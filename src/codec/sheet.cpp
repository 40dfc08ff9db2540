#include "codec/sheet.hpp"

#include "codec/write.hpp"

#include <cstdint>
#include <utility>

namespace codec {
namespace {

using base::SheetFormat;

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", line_end = "\r\n";

void write_two(std::string& out, unsigned number)
{
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

void write_csv(std::string& out, base::Date date)
{
    if (!is_set(date)) return;
    const auto day = base::calendar(date);
    write_two(out, day.day);
    out += '/';
    write_two(out, day.month);
    out += '/';
    write_two(out, static_cast<unsigned>(day.year) / 100);
    write_two(out, static_cast<unsigned>(day.year));
}

void write_csv(std::string& out, base::Instant at)
{
    if (!is_set(at)) return;
    const auto local = base::paris_time(at);
    write_csv(out, local.day);
    out += ' ';
    write_two(out, static_cast<unsigned>(local.hour));
    out += ':';
    write_two(out, static_cast<unsigned>(local.minute));
}

void write_csv(std::string& out, base::Money amount)
{
    const auto cents = amount.cents < 0 ? 0 - static_cast<std::uint64_t>(amount.cents)
                                        : static_cast<std::uint64_t>(amount.cents);
    if (amount.cents < 0) out += '-';
    out += std::to_string(cents / 100);
    out += ',';
    write_two(out, static_cast<unsigned>(cents % 100));
}

void write_csv(std::string& out, const base::Arg& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) write_csv_text(out, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&value)) write_number(out, *number);
    else if (const auto* date = std::get_if<base::Date>(&value)) write_csv(out, *date);
    else if (const auto* at = std::get_if<base::Instant>(&value)) write_csv(out, *at);
    else if (const auto* amount = std::get_if<base::Money>(&value)) write_csv(out, *amount);
}

void write_json(std::string& out, const base::Arg& value)
{
    const auto* text = std::get_if<std::string>(&value);
    const auto* date = std::get_if<base::Date>(&value);
    const auto* at   = std::get_if<base::Instant>(&value);
    if (text && !text->empty()) write_text(out, *text);
    else if (date && is_set(*date)) write_text(out, base::to_iso(*date));
    else if (at && is_set(*at)) write_text(out, base::to_iso(*at));
    else if (const auto* number = std::get_if<std::int64_t>(&value)) write_number(out, *number);
    else if (const auto* amount = std::get_if<base::Money>(&value)) write_money(out, *amount);
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

void SheetWriter::row(std::string& out, std::span<const base::Arg> values)
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
