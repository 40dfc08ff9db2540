#include "base/arg.hpp"

#include "base/enums.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace base {
namespace {

constexpr std::string_view text_mark = "t:", moment_mark = "i:", amount_mark = "c:", number_mark = "n:";

std::string marked(std::string_view mark, std::string_view rest)
{
    std::string text(mark);
    text += rest;
    return text;
}

// The text form covers the years 1 to 9999.
const Date first_written = date(1, 1, 1), last_written = date(9999, 12, 31);

std::string written(Date day) { return to_iso(std::clamp(day, first_written, last_written)); }

std::string written(Instant moment)
{
    const auto first = midnight_utc(first_written), last = ms_after(midnight_utc(last_written), ms_per_day - 1);
    return marked(moment_mark, to_iso(std::clamp(moment, first, last)));
}

std::string written(Money amount)
{
    return marked(amount_mark, std::to_string(amount.cents)) + ' ' + std::string(name_of(amount.currency));
}

std::optional<std::int64_t> number_in(std::string_view digits)
{
    std::int64_t number = 0;
    const auto   end    = digits.data() + digits.size();
    const auto   got    = std::from_chars(digits.data(), end, number);
    return got.ec == std::errc() && got.ptr == end ? std::optional(number) : std::nullopt;
}

// The value that a text spells; also accepts spellings that written() does not produce ("n:042").
std::optional<Arg> value_in(std::string_view text)
{
    if (const auto day = parse_date(text)) return *day;
    if (text.size() < 3 || text[1] != ':') return {};
    const auto mark = text.substr(0, 2), rest = text.substr(2);
    if (mark == number_mark) {
        if (const auto number = number_in(rest)) return *number;
    } else if (mark == moment_mark) {
        if (const auto moment = parse_instant(rest)) return *moment;
    } else if (mark == amount_mark) {
        const auto blank    = rest.find(' ');
        const auto cents    = number_in(rest.substr(0, blank));
        const auto currency = find_enum<Currency>(
            rest.substr(blank == std::string_view::npos ? rest.size() : blank + 1));
        if (cents && currency) return Money{*cents, *currency};
    }
    return {};
}

// What to_text() writes for a value that is not a string; empty for a string.
std::string spelled(const Arg& value)
{
    if (const auto* day = std::get_if<Date>(&value)) return written(*day);
    if (const auto* moment = std::get_if<Instant>(&value)) return written(*moment);
    if (const auto* amount = std::get_if<Money>(&value)) return written(*amount);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return marked(number_mark, std::to_string(*number));
    return {};
}

// Accepts a value only in the spelling that to_text() writes: "n:042" is a text.
std::optional<Arg> exact_value_in(std::string_view text)
{
    auto value = value_in(text);
    if (value && spelled(*value) != text) value.reset();
    return value;
}

// True if the text reads as a value once all "t:" at its beginning are removed.
bool hides_a_value(std::string_view text)
{
    while (text.starts_with(text_mark)) text.remove_prefix(text_mark.size());
    return exact_value_in(text).has_value();
}

}  // namespace

std::string to_text(const Arg& value)
{
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return spelled(value);
    return hides_a_value(*text) ? marked(text_mark, *text) : *text;
}

Arg arg_of(std::string_view text)
{
    if (auto value = exact_value_in(text)) return *std::move(value);
    if (text.starts_with(text_mark) && hides_a_value(text)) text.remove_prefix(text_mark.size());
    return std::string(text);
}

}  // namespace base
