// What columns a table has. A struct's fields() is its only description, and this is read from it.
#pragma once
#include "base/date.hpp"
#include "base/enums.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/unknown.hpp"
#include "base/word.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace table {

enum class Kind : std::uint8_t {
    byte,   // bool, enumeration
    int32,  // int32, Date
    int64,  // int64, Instant, cents
    text,   // each row has its own: the id, a name
    word,   // many rows share one: Word, references, lists, unknown members; kept once a page
};

struct ColumnKind {
    std::string name;       // the field's key; "price.currency" beside "price"; "unknown" for the rest
    Kind        kind  = Kind::byte;
    int         limit = 0;  // a byte column holds 0 to limit-1
    bool        operator==(const ColumnKind&) const = default;
};

inline constexpr std::size_t max_columns = 64;

// The first column is the id, a text.
struct Schema {
    std::vector<ColumnKind> columns;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t                  find(std::string_view name) const
    {
        for (std::size_t index = 0; index < columns.size(); ++index)
            if (columns[index].name == name) return index;
        return none;
    }
};

// One value of a row, in the form of its column: a number, or text that someone else owns.
struct Value {
    std::int64_t     number = 0;
    std::string_view text   = {};
};

// A list of texts as the bytes of one value, and back. Damaged bytes give what could be read.
std::string              pack(const std::vector<std::string>& list);
std::vector<std::string> unpack(std::string_view bytes);

// --- from fields() to columns --------------------------------------------------

// Visits a struct and lists its columns.
struct Describe {
    Schema schema;

    void operator()(const char* name, bool&) { add(name, Kind::byte, 2); }
    void operator()(const char* name, std::int32_t&) { add(name, Kind::int32); }
    void operator()(const char* name, std::int64_t&) { add(name, Kind::int64); }
    void operator()(const char* name, base::Date&) { add(name, Kind::int32); }
    void operator()(const char* name, base::Instant&) { add(name, Kind::int64); }
    void operator()(const char* name, std::string&) { add(name, Kind::text); }
    void operator()(const char* name, base::Word&) { add(name, Kind::word); }
    void operator()(const char* name, std::vector<std::string>&) { add(name, Kind::word); }
    void operator()(const char* name, base::Money&)
    {
        add(name, Kind::int64);
        add(std::string(name) + ".currency", Kind::byte, static_cast<int>(base::names_of<base::Currency>.size()));
    }
    template <class Thing> void operator()(const char* name, base::Id<Thing>&)
    {
        add(name, schema.columns.empty() ? Kind::text : Kind::word);
    }
    template <class Enum> requires std::is_enum_v<Enum> void operator()(const char* name, Enum&)
    {
        add(name, Kind::byte, static_cast<int>(base::names_of<Enum>.size()));
    }
    void rest(base::Unknown&) { add("unknown", Kind::word); }

private:
    void add(std::string name, Kind kind, int limit = 0) { schema.columns.push_back({std::move(name), kind, limit}); }
};

template <class T> const Schema& schema_of()
{
    static const Schema schema = [] {
        Describe describe;
        T        row{};
        fields(describe, row);
        return describe.schema;
    }();
    return schema;
}

// Visits a struct and lists its values. They point into the struct and into this visitor, which
// must outlive them.
class Take {
public:
    std::span<const Value> values() const { return {values_.data(), count_}; }

    void operator()(const char*, const bool& v) { number(v ? 1 : 0); }
    void operator()(const char*, const std::int32_t& v) { number(v); }
    void operator()(const char*, const std::int64_t& v) { number(v); }
    void operator()(const char*, const base::Date& v) { number(v.days); }
    void operator()(const char*, const base::Instant& v) { number(v.ms); }
    void operator()(const char*, const std::string& v) { text(v); }
    void operator()(const char*, const base::Word& v) { text(v.value); }
    void operator()(const char*, const std::vector<std::string>& v) { text(packed_.emplace_front(pack(v))); }
    void operator()(const char*, const base::Money& v)
    {
        number(v.cents);
        number(static_cast<std::int64_t>(v.currency));
    }
    template <class Thing> void operator()(const char*, const base::Id<Thing>& v) { text(v.value); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char*, const Enum& v) { number(static_cast<std::int64_t>(v)); }
    void rest(const base::Unknown& v) { text(v.json); }

private:
    void number(std::int64_t v) { values_[count_++] = {v, {}}; }
    void text(std::string_view v) { values_[count_++] = {0, v}; }

    std::array<Value, max_columns> values_;
    std::size_t                    count_ = 0;
    std::forward_list<std::string> packed_;
};

// Visits a struct and fills it from a row's values: `value(column)` gives them. The bits of `columns` say which
// are wanted: other members are left as they are.
template <class Source>
class Give {
public:
    explicit Give(const Source& value, std::uint64_t columns = ~std::uint64_t{0}) : value_(value), columns_(columns) {}

    void operator()(const char*, bool& v) { number([&](std::int64_t n) { v = n != 0; }); }
    void operator()(const char*, std::int32_t& v) { number([&](std::int64_t n) { v = static_cast<std::int32_t>(n); }); }
    void operator()(const char*, std::int64_t& v) { number([&](std::int64_t n) { v = n; }); }
    void operator()(const char*, base::Date& v)
    {
        number([&](std::int64_t n) { v.days = static_cast<std::int32_t>(n); });
    }
    void operator()(const char*, base::Instant& v) { number([&](std::int64_t n) { v.ms = n; }); }
    void operator()(const char*, std::string& v) { text([&](std::string_view t) { v = t; }); }
    void operator()(const char*, base::Word& v) { text([&](std::string_view t) { v.value = t; }); }
    void operator()(const char*, std::vector<std::string>& v) { text([&](std::string_view t) { v = unpack(t); }); }
    void operator()(const char*, base::Money& v)
    {
        number([&](std::int64_t n) { v.cents = n; });
        number([&](std::int64_t n) { v.currency = static_cast<base::Currency>(n); });
    }
    template <class Thing> void operator()(const char*, base::Id<Thing>& v)
    {
        text([&](std::string_view t) { v.value = t; });
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(const char*, Enum& v) { number([&](std::int64_t n) { v = static_cast<Enum>(n); }); }
    void rest(base::Unknown& v) { text([&](std::string_view t) { v.json = t; }); }

private:
    template <class Set> void number(Set set)
    {
        if (columns_ >> column_ & 1) set(value_(column_).number);
        ++column_;
    }
    template <class Set> void text(Set set)
    {
        if (columns_ >> column_ & 1) set(value_(column_).text);
        ++column_;
    }

    const Source& value_;
    std::uint64_t columns_;
    std::size_t   column_ = 0;
};

}  // namespace table
