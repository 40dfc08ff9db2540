#include "codec/write.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace codec {
namespace {

using base::Form;

void write_item(std::string& json, const std::string& text) { write_text(json, text); }
void write_item(std::string& json, const base::Arg& value) { write_text(json, base::to_text(value)); }

template <class Item>
void write_list(std::string& json, const std::vector<Item>& list)
{
    char before = '[';
    for (const auto& item : list) {
        json += before;
        write_item(json, item);
        before = ',';
    }
    json += list.empty() ? "[]" : "]";
}

void write_choice(std::string& json, const base::Choice& choice, const void* variant, Fields which)
{
    const auto& held = choice.alternatives[choice.held(variant)];
    json += '{';
    write_text(json, held.word);
    json += ':';
    write_object(json, *held.shape, static_cast<const char*>(variant) + held.offset, which);
    json += '}';
}

void write_fields(std::string& json, const base::Shape& shape, const void* object, const void* defaults, Fields which);

void write_value(std::string& json, const base::Field& field, const void* object, const void* defaults, Fields which)
{
    switch (field.form) {
    case Form::boolean:       json += field.in<bool>(object) ? "true" : "false"; break;
    case Form::int32:         write_number(json, field.in<std::int32_t>(object)); break;
    case Form::int64:         write_number(json, field.in<std::int64_t>(object)); break;
    case Form::enumeration:   write_text(json, field.words[field.in<std::uint8_t>(object)]); break;
    case Form::id:
    case Form::interned_text:
    case Form::text:          write_text(json, field.in<std::string>(object)); break;
    case Form::date:          write_text(json, to_iso(field.in<base::Date>(object))); break;
    case Form::instant:       write_text(json, to_iso(field.in<base::Instant>(object))); break;
    case Form::texts:         write_list(json, field.in<std::vector<std::string>>(object)); break;
    case Form::args:          write_list(json, field.in<base::Args>(object)); break;
    case Form::money:         write_money(json, field.in<base::Money>(object)); break;
    case Form::object:
        write_fields(json, *field.object, &field.in<char>(object), &field.in<char>(defaults), which);
        break;
    case Form::choice: write_choice(json, *field.choice, &field.in<char>(object), which); break;
    }
}

bool is_default(const base::Field& field, const void* object, const void* defaults);

bool are_defaults(const base::Shape& shape, const void* object, const void* defaults)
{
    return std::ranges::all_of(shape.fields,
                               [&](const base::Field& field) { return is_default(field, object, defaults); });
}

bool is_default(const base::Choice& choice, const char* variant, const char* default_variant)
{
    const auto  number = choice.held(variant);
    const auto& held   = choice.alternatives[number];
    return number == choice.held(default_variant) &&
           are_defaults(*held.shape, variant + held.offset, default_variant + held.offset);
}

bool is_default(const base::Field& field, const void* object, const void* defaults)
{
    const auto same = [&]<class Value>(std::type_identity<Value>) {
        return field.in<Value>(object) == field.in<Value>(defaults);
    };
    switch (field.form) {
    case Form::boolean:       return same(std::type_identity<bool>());
    case Form::int32:         return same(std::type_identity<std::int32_t>());
    case Form::int64:         return same(std::type_identity<std::int64_t>());
    case Form::enumeration:   return same(std::type_identity<std::uint8_t>());
    case Form::id:
    case Form::interned_text:
    case Form::text:          return same(std::type_identity<std::string>());
    case Form::date:          return same(std::type_identity<base::Date>());
    case Form::instant:       return same(std::type_identity<base::Instant>());
    case Form::texts:         return same(std::type_identity<std::vector<std::string>>());
    case Form::args:          return same(std::type_identity<base::Args>());
    case Form::money:         return same(std::type_identity<base::Money>());
    case Form::object:        return are_defaults(*field.object, &field.in<char>(object), &field.in<char>(defaults));
    case Form::choice:        return is_default(*field.choice, &field.in<char>(object), &field.in<char>(defaults));
    }
    return false;
}

// An empty id is never written, since it is no valid id.
bool is_empty_id(const base::Field& field, const void* object)
{
    return field.form == Form::id && field.in<std::string>(object).empty();
}

void write_fields(std::string& json, const base::Shape& shape, const void* object, const void* defaults, Fields which)
{
    char before = '{';
    for (const auto& field : shape.fields) {
        if (which == Fields::not_defaults && is_default(field, object, defaults)) continue;
        if (which == Fields::all && is_empty_id(field, object)) continue;
        json += before;
        before = ',';
        write_text(json, field.name);
        json += ':';
        write_value(json, field, object, defaults, which);
    }
    if (shape.keeps_unknown) {
        const auto& unknown = shape.unknown.in<std::string>(object);
        if (unknown.size() > 2) {
            json += before;
            before = ',';
            json.append(unknown, 1, unknown.size() - 2);
        }
    }
    json += before == '{' ? "{}" : "}";
}

}  // namespace

void write_text(std::string& json, std::string_view text)
{
    json += '"';
    std::size_t from = 0;  // the beginning of what is not yet written
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

void write_number(std::string& json, std::int64_t number)
{
    char       digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    json.append(digits, end);
}

void write_money(std::string& json, base::Money amount)
{
    json += R"({"cents":)";
    write_number(json, amount.cents);
    json += R"(,"currency":)";
    write_text(json, base::name_of(amount.currency));
    json += '}';
}

void write_object(std::string& json, const base::Shape& shape, const void* object, Fields which)
{
    write_fields(json, shape, object, shape.defaults, which);
}

}  // namespace codec
