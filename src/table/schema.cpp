#include "table/schema.hpp"

#include "table/row.hpp"

#include <algorithm>
#include <utility>

namespace table {
namespace {

using Held = Member::Held;

static_assert(sizeof(base::Date) == sizeof(std::int32_t) && sizeof(base::Instant) == sizeof(std::int64_t));

// Adds the columns of a shape, and of the shapes inside it.
class Layouter {
public:
    explicit Layouter(RowLayout& layout) : layout_(layout) {}

    // `place` is where the shape's struct lies in the row; `defaults` is a default-constructed struct of that shape.
    void add_fields(const base::Shape& shape, const std::string& prefix, Member place, const void* defaults)
    {
        for (const auto& field : shape.fields) add_field(field, prefix + std::string(field.name), place, defaults);
        if (shape.keeps_unknown) add("unknown", ColumnType::word, Held::text, place, shape.unknown, defaults);
    }

private:
    void add_field(const base::Field& field, const std::string& name, Member place, const void* defaults)
    {
        using base::Form;
        const auto add_as = [&](ColumnType kind, Held held, std::size_t limit = 0) {
            add(name, kind, held, place, field, defaults, static_cast<int>(limit));
        };
        switch (field.form) {
        case Form::boolean:       return add_as(ColumnType::byte, Held::byte, 2);
        case Form::enumeration:   return add_as(ColumnType::byte, Held::byte, field.words.size());
        case Form::int32:
        case Form::date:          return add_as(ColumnType::int32, Held::int32);
        case Form::int64:
        case Form::instant:       return add_as(ColumnType::int64, Held::int64);
        case Form::text:          return add_as(ColumnType::text, Held::text);
        case Form::interned_text: return add_as(ColumnType::word, Held::text);
        case Form::texts:         return add_as(ColumnType::word, Held::list);
        case Form::args:          return add_as(ColumnType::word, Held::args);
        case Form::id:            return add_as(layout_.members.empty() ? ColumnType::text : ColumnType::word, Held::text);
        case Form::money:         {
            auto cents = field, currency = field;
            cents.offset += offsetof(base::Money, cents);
            currency.offset += offsetof(base::Money, currency);
            add(name, ColumnType::int64, Held::int64, place, cents, defaults);
            return add(name + ".currency", ColumnType::byte, Held::byte, place, currency, defaults,
                       static_cast<int>(base::names_of<base::Currency>.size()));
        }
        case Form::object:
            place.offset += field.offset;
            return add_fields(*field.object, name + '.', place, &field.in<char>(defaults));
        case Form::choice: return add_choice(field, name, place, &field.in<char>(defaults));
        }
    }

    void add_choice(const base::Field& field, const std::string& name, Member place, const char* default_variant)
    {
        base::must(!place.choice);  // an alternative may not contain a choice
        const auto& alternatives = field.choice->alternatives;
        const auto  held         = field.choice->held(default_variant);

        place.offset += field.offset;
        place.choice  = field.choice;
        place.variant = place.offset;
        add({name, ColumnType::byte, static_cast<int>(alternatives.size()), static_cast<std::int64_t>(held)}, place,
            Held::choice);
        for (std::size_t number = 0; number < alternatives.size(); ++number) {
            const auto& one        = alternatives[number];
            auto        inside     = place;
            inside.alternative     = number;
            inside.offset          = place.offset + one.offset;
            const void* its_values = number == held ? default_variant + one.offset : one.shape->defaults;
            add_fields(*one.shape, name + '.' + std::string(one.word) + '.', inside, its_values);
        }
    }

    void add(std::string name, ColumnType kind, Held held, Member place, const base::Field& field, const void* defaults,
             int limit = 0)
    {
        std::string packed;
        const auto  value  = value_of({.offset = field.offset, .held = held}, defaults, packed);
        const auto  bounds = kind == ColumnType::int32 || kind == ColumnType::int64 ? field.bounds : base::Bounds();
        ColumnSpec  spec{std::move(name), kind, limit, value.number, std::string(value.text), bounds};
        place.offset += field.offset;
        add(std::move(spec), place, held);
    }

    void add(ColumnSpec spec, Member member, Held held)
    {
        if (member.choice) layout_.choices |= std::uint64_t{1} << layout_.members.size();
        member.held = held;
        layout_.members.push_back(member);
        layout_.schema.columns.push_back(std::move(spec));
    }

    RowLayout& layout_;
};

// A length in groups of seven bits, the low ones first.
void write_length(std::string& bytes, std::size_t length)
{
    for (; length >= 0x80; length >>= 7) bytes += static_cast<char>((length & 0x7f) | 0x80);
    bytes += static_cast<char>(length);
}

std::size_t take_length(std::string_view& bytes)
{
    std::size_t length = 0;
    for (unsigned shift = 0; !bytes.empty() && shift < 32; shift += 7) {
        const auto part = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        length |= static_cast<std::size_t>(part & 0x7f) << shift;
        if (part < 0x80) break;
    }
    return length;
}

void append(std::string& bytes, std::string_view text)
{
    write_length(bytes, text.size());
    bytes += text;
}

std::string_view take_text(std::string_view& bytes)
{
    const auto length = take_length(bytes);
    const auto text   = bytes.substr(0, std::min(length, bytes.size()));
    bytes.remove_prefix(text.size());
    return text;
}

}  // namespace

std::size_t Schema::find(std::string_view name) const
{
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (columns[index].name == name) return index;
    return none;
}

std::uint64_t Schema::bits_of(std::string_view field) const
{
    std::uint64_t bits = 0;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const std::string_view name = columns[index].name;
        if (name.starts_with(field) && (name.size() == field.size() || name[field.size()] == '.'))
            bits |= std::uint64_t{1} << index;
    }
    return bits;
}

RowLayout::RowLayout(const base::Shape& shape) { Layouter(*this).add_fields(shape, {}, {}, shape.defaults); }

std::string pack(const std::vector<std::string>& list)
{
    std::string bytes;
    for (const auto& text : list) append(bytes, text);
    return bytes;
}

std::string pack(const base::Args& args)
{
    std::string bytes;
    for (const auto& arg : args) append(bytes, base::to_text(arg));
    return bytes;
}

std::vector<std::string> unpack(std::string_view bytes)
{
    std::vector<std::string> list;
    while (!bytes.empty()) list.emplace_back(take_text(bytes));
    return list;
}

base::Args unpack_args(std::string_view bytes)
{
    base::Args args;
    while (!bytes.empty()) args.push_back(base::arg_of(take_text(bytes)));
    return args;
}

}  // namespace table
