#include "codec/write.hpp"

#include <charconv>

namespace codec {
namespace {

void write_number(std::string& json, std::int64_t number)
{
    char       digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    json.append(digits, end);
}

void write_list(std::string& json, const std::vector<std::string>& list)
{
    char before = '[';
    for (const auto& text : list) {
        json += before;
        write_text(json, text);
        before = ',';
    }
    json += list.empty() ? "[]" : "]";
}

void write_value(std::string& json, const Slot& slot, const void* object)
{
    switch (slot.form) {
    case Form::boolean: json += slot.in<bool>(object) ? "true" : "false"; break;
    case Form::int32:   write_number(json, slot.in<std::int32_t>(object)); break;
    case Form::int64:   write_number(json, slot.in<std::int64_t>(object)); break;
    case Form::word:    write_text(json, slot.words[slot.in<std::uint8_t>(object)]); break;
    case Form::id:
    case Form::text:    write_text(json, slot.in<std::string>(object)); break;
    case Form::date:    write_text(json, to_iso(slot.in<base::Date>(object))); break;
    case Form::instant: write_text(json, to_iso(slot.in<base::Instant>(object))); break;
    case Form::list:    write_list(json, slot.in<std::vector<std::string>>(object)); break;
    case Form::money:
        json += R"({"cents":)";
        write_number(json, slot.in<base::Money>(object).cents);
        json += R"(,"currency":)";
        write_text(json, base::name_of(slot.in<base::Money>(object).currency));
        json += '}';
        break;
    }
}

bool is_default(const Slot& slot, const void* object, const void* defaults)
{
    switch (slot.form) {
    case Form::boolean: return slot.in<bool>(object) == slot.in<bool>(defaults);
    case Form::int32:   return slot.in<std::int32_t>(object) == slot.in<std::int32_t>(defaults);
    case Form::int64:   return slot.in<std::int64_t>(object) == slot.in<std::int64_t>(defaults);
    case Form::word:    return slot.in<std::uint8_t>(object) == slot.in<std::uint8_t>(defaults);
    case Form::id:
    case Form::text:    return slot.in<std::string>(object) == slot.in<std::string>(defaults);
    case Form::date:    return slot.in<base::Date>(object) == slot.in<base::Date>(defaults);
    case Form::instant: return slot.in<base::Instant>(object) == slot.in<base::Instant>(defaults);
    case Form::list:    return slot.in<std::vector<std::string>>(object) == slot.in<std::vector<std::string>>(defaults);
    case Form::money:   return slot.in<base::Money>(object) == slot.in<base::Money>(defaults);
    }
    return false;
}

// An id is never written empty: it would not be one.
bool is_empty_id(const Slot& slot, const void* object)
{
    return slot.form == Form::id && slot.in<std::string>(object).empty();
}

}  // namespace

std::size_t Slots::find(std::string_view name, std::size_t hint) const
{
    for (auto index = hint; index < fields.size(); ++index)
        if (fields[index].name == name) return index;
    for (std::size_t index = 0; index < hint && index < fields.size(); ++index)
        if (fields[index].name == name) return index;
    return none;
}

void write_text(std::string& json, std::string_view text)
{
    json += '"';
    std::size_t from = 0;  // what is not yet written
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        json += text.substr(from, at - from);
        from = at + 1;
        json += '\\';
        switch (byte) {
        case '\b': json += 'b'; break;
        case '\f': json += 'f'; break;
        case '\n': json += 'n'; break;
        case '\r': json += 'r'; break;
        case '\t': json += 't'; break;
        case '"':
        case '\\': json += text[at]; break;
        default:   json += byte < 0x10 ? "u000" : "u001"; json += "0123456789abcdef"[byte % 16];
        }
    }
    json += text.substr(from);
    json += '"';
}

void write_object(std::string& json, const Slots& slots, const void* object, Fields which)
{
    char before = '{';
    for (const auto& slot : slots.fields) {
        if (which == Fields::not_defaults && is_default(slot, object, slots.defaults)) continue;
        if (which == Fields::all && is_empty_id(slot, object)) continue;
        json += before;
        before = ',';
        write_text(json, slot.name);
        json += ':';
        write_value(json, slot, object);
    }
    if (slots.keeps_unknown) {
        const auto& unknown = slots.unknown.in<std::string>(object);
        if (unknown.size() > 2) {
            json += before;
            before = ',';
            json.append(unknown, 1, unknown.size() - 2);
        }
    }
    json += before == '{' ? "{}" : "}";
}

}  // namespace codec
