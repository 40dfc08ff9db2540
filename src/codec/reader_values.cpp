// The third part of Reader: values, and the fields that receive them.
#include "codec/reader.hpp"

#include "base/text.hpp"
#include "base/written.hpp"
#include "codec/write.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace codec {
namespace {

// On how many lines the field has what people write; nothing for all other texts, which are taken as they are or refused.
std::optional<base::Lines> lines_of_written(std::string_view field)
{
    constexpr std::array<std::string_view, 9> one{"label",   "subject", "holder",      "first_name", "last_name",
                                                  "company", "contact", "postal_code", "city"};
    constexpr std::array<std::string_view, 5> several{"notes", "text", "reason", "message", "address"};
    if (std::ranges::find(several, field) != several.end()) return base::Lines::several;
    if (std::ranges::find(one, field) != one.end()) return base::Lines::one;
    return {};
}

}  // namespace

// --- values ------------------------------------------------------------------------

// The field that receives the value being read; null if there is none.
const base::Field* Reader::field_here()
{
    if (frames_.empty() || top().in != In::object || top().field >= top().shape->fields.size()) return nullptr;
    return &top().shape->fields[top().field];
}

bool Reader::keeps_unknown()
{
    if (frames_.empty()) return false;
    const auto in = top().in;
    return in == In::unknown_object || in == In::unknown_list || (in == In::object && top().field == none);
}

// All unknown members of one struct, nested ones included, go into one text.
std::string& Reader::unknown_text()
{
    auto frame = frames_.rbegin();
    while (frame->in != In::object) ++frame;
    return frame->shape->unknown.in<std::string>(frame->object);
}

void Reader::before_unknown_value()
{
    if (top().in == In::unknown_list && top().index++ > 0) unknown_text() += ',';
}

bool Reader::null()
{
    if (!keeps_unknown()) return refuse_type();
    before_unknown_value();
    unknown_text() += "null";
    return true;
}

bool Reader::boolean(bool value)
{
    note_line();
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += value ? "true" : "false";
        return true;
    }
    const auto* field = field_here();
    if (!field || field->form != base::Form::boolean) return refuse_type();
    field->in<bool>(top().object) = value;
    return true;
}

bool Reader::number_integer(std::int64_t value)
{
    note_line();
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += std::to_string(value);
        return true;
    }
    return assign_number(value);
}

bool Reader::number_unsigned(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return number_integer(static_cast<std::int64_t>(value));
    return number_float(0, std::to_string(value));
}

bool Reader::number_float(double, const std::string& digits)
{
    note_line();
    if (keeps_unknown()) {
        before_unknown_value();
        unknown_text() += digits;
        return true;
    }
    const auto* field  = field_here();
    const bool  number = field ? field->form == base::Form::int32 || field->form == base::Form::int64
                               : !frames_.empty() && top().in == In::money && top().name == "cents";
    if (number && digits.find_first_not_of("-0123456789") == std::string::npos)
        return refuse("account_file.out_of_range", {excerpt(digits)});
    return refuse_type();
}

bool Reader::assign_number(std::int64_t value)
{
    if (!frames_.empty() && top().in == In::money && top().name == "cents") {
        if (!base::cents_bounds.hold(value)) return refuse("account_file.out_of_range", {std::to_string(value)});
        static_cast<base::Money*>(top().object)->cents = value;
        return true;
    }
    const auto* field = field_here();
    if (!field || (field->form != base::Form::int32 && field->form != base::Form::int64)) return refuse_type();
    if (!field->bounds.hold(value)) return refuse("account_file.out_of_range", {std::to_string(value)});
    if (field->form == base::Form::int64) field->in<std::int64_t>(top().object) = value;
    else field->in<std::int32_t>(top().object) = static_cast<std::int32_t>(value);
    return true;
}

bool Reader::string(std::string& value)
{
    note_line();
    if (keeps_unknown()) {
        before_unknown_value();
        write_text(unknown_text(), value);
        return true;
    }
    if (frames_.empty()) return refuse_type();
    if (value.size() > max_text_bytes) return refuse("account_file.too_long", {std::int64_t{max_text_bytes}});
    if (top().in == In::list) {
        static_cast<std::vector<std::string>*>(top().object)->push_back(std::move(value));
        ++top().index;
        return true;
    }
    if (top().in == In::args) {
        static_cast<base::Args*>(top().object)->push_back(base::arg_of(value));
        ++top().index;
        return true;
    }
    if (top().in == In::money && top().name == "currency") {
        const auto currency = base::find_enum<base::Currency>(value);
        if (!currency) return refuse("account_file.unknown_word", {excerpt(value)});
        static_cast<base::Money*>(top().object)->currency = *currency;
        return true;
    }
    return assign_text(value);
}

bool Reader::assign_text(std::string& value)
{
    const auto* field = field_here();
    if (!field) return refuse_type();
    auto* object = top().object;
    switch (field->form) {
    case base::Form::text:
        if (const auto lines = tidies_ ? lines_of_written(field->name) : std::nullopt)
            value = base::tidied(value, *lines);
        field->in<std::string>(object) = std::move(value);
        return true;
    case base::Form::interned_text: field->in<std::string>(object) = std::move(value); return true;
    case base::Form::id:
        if (value.empty() || value.size() > max_id_bytes || std::any_of(value.begin(), value.end(), [](char letter) {
                return static_cast<unsigned char>(letter) < 0x20;
            }))
            return refuse("account_file.bad_id", {std::int64_t{max_id_bytes}});
        field->in<std::string>(object) = std::move(value);
        return true;
    case base::Form::enumeration: {
        const auto found = std::find(field->words.begin(), field->words.end(), value);
        if (found == field->words.end()) return refuse("account_file.unknown_word", {excerpt(value)});
        field->in<std::uint8_t>(object) = static_cast<std::uint8_t>(found - field->words.begin());
        return true;
    }
    case base::Form::date: {
        const auto date = base::parse_date(value);
        if (!date) return refuse("account_file.bad_date", {excerpt(value)});
        if (!field->bounds.hold(date->days)) return refuse("account_file.far_date", {excerpt(value)});
        field->in<base::Date>(object) = *date;
        return true;
    }
    case base::Form::instant: {
        const auto instant = base::parse_instant(value);
        if (!instant) return refuse("account_file.bad_instant", {excerpt(value)});
        if (!field->bounds.hold(instant->ms)) return refuse("account_file.far_date", {excerpt(value)});
        field->in<base::Instant>(object) = *instant;
        return true;
    }
    default: return refuse_type();
    }
}

std::string excerpt(std::string_view text)
{
    constexpr std::size_t most = 40;
    std::string           shown;
    for (const char letter : text.substr(0, most)) shown += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    while (!base::is_valid_utf8(shown)) shown.pop_back();
    if (text.size() > most) shown += "…";
    return shown;
}

}  // namespace codec
