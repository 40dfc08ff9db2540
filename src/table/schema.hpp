// What columns a table has, and where a struct keeps their values. Its fields() is the only description, and this is
// read from it.
#pragma once
#include "base/date.hpp"
#include "base/enums.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/interned_text.hpp"
#include "base/money.hpp"
#include "base/unknown.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace table {

enum class ColumnType : std::uint8_t {
    byte,   // bool, enumeration
    int32,  // int32, Date
    int64,  // int64, Instant, cents
    text,   // each row has its own: the id, a name
    word,   // many rows share one: Word, references, lists, unknown members; kept once a page
};

struct ColumnSpec {
    std::string name;  // the field's key; "price.currency" beside "price"; "unknown" for the rest
    ColumnType  kind                                = ColumnType::byte;
    int         limit                               = 0;  // a byte column holds 0 to limit-1
    bool        operator==(const ColumnSpec&) const = default;
};

inline constexpr std::size_t max_columns = 64;

// The first column is the id, a text.
struct Schema {
    std::vector<ColumnSpec> columns;

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

// Where a column's value is in the struct.
struct Member {
    enum class Held : std::uint8_t { byte, int32, int64, text, list };
    std::size_t offset = 0;  // from the struct's beginning
    Held        held   = Held::byte;

    template <class V>
    V& in(void* row) const
    {
        return *reinterpret_cast<V*>(static_cast<char*>(row) + offset);
    }
    template <class V>
    const V& in(const void* row) const
    {
        return *reinterpret_cast<const V*>(static_cast<const char*>(row) + offset);
    }
};

// A struct as a table sees it: so that reading and writing rows is one piece of code for all structs.
struct Shape {
    Schema              schema;
    std::vector<Member> members;  // one for each column
};

// Visits a struct and notes its shape.
class Describe {
public:
    Describe(Shape& shape, const void* row) : shape_(shape), row_(static_cast<const char*>(row)) {}

    void operator()(const char* name, bool& v) { add(name, ColumnType::byte, Held::byte, &v, 2); }
    void operator()(const char* name, std::int32_t& v) { add(name, ColumnType::int32, Held::int32, &v); }
    void operator()(const char* name, std::int64_t& v) { add(name, ColumnType::int64, Held::int64, &v); }
    void operator()(const char* name, base::Date& v) { add(name, ColumnType::int32, Held::int32, &v.days); }
    void operator()(const char* name, base::Instant& v) { add(name, ColumnType::int64, Held::int64, &v.ms); }
    void operator()(const char* name, std::string& v) { add(name, ColumnType::text, Held::text, &v); }
    void operator()(const char* name, base::InternedText& v) { add(name, ColumnType::word, Held::text, &v.value); }
    void operator()(const char* name, std::vector<std::string>& v) { add(name, ColumnType::word, Held::list, &v); }
    void operator()(const char* name, base::Money& v)
    {
        add(name, ColumnType::int64, Held::int64, &v.cents);
        (*this)((std::string(name) + ".currency").c_str(), v.currency);
    }
    template <class Thing>
    void operator()(const char* name, base::Id<Thing>& v)
    {
        add(name, shape_.members.empty() ? ColumnType::text : ColumnType::word, Held::text, &v.value);
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char* name, Enum& v)
    {
        static_assert(sizeof(Enum) == 1);
        add(name, ColumnType::byte, Held::byte, &v, static_cast<int>(base::names_of<Enum>.size()));
    }
    void rest(base::Unknown& v) { add("unknown", ColumnType::word, Held::text, &v.json); }

private:
    using Held = Member::Held;
    void add(const char* name, ColumnType kind, Held held, const void* member, int limit = 0);

    Shape&      shape_;
    const char* row_;
};

template <class T>
const Shape& shape_of()
{
    static const Shape shape = [] {
        Shape    found;
        T        row{};
        Describe describe(found, &row);
        fields(describe, row);
        return found;
    }();
    return shape;
}
template <class T>
const Schema& schema_of()
{
    return shape_of<T>().schema;
}

}  // namespace table
