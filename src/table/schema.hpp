// The columns of a table, and where a struct keeps their values; made from the struct's shape (base/shape.hpp).
#pragma once
#include "base/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace table {

enum class ColumnType : std::uint8_t {
    byte,   // bool, enumeration
    int32,  // int32, Date
    int64,  // int64, Instant, cents
    text,   // each row has its own: the id, a name
    word,   // many rows share one: InternedText, references, lists, unknown members; stored once per page
};

// One value of a row, in the form of its column: a number, or a text that this does not own.
struct Value {
    std::int64_t     number = 0;
    std::string_view text   = {};
};

// Columns are named by the field's key. A field of several parts has a column for each part:
//     price                    price: the cents; price.currency
//     seller, an object        seller.name, seller.city…
//     detail, a choice         detail: the number of the alternative that is held;
//                              detail.renewal.years, detail.transfer.from…: the fields of each alternative, after its word
//     unknown members          unknown
// The columns of an alternative that is not held have default values.
struct ColumnSpec {
    std::string  name;
    ColumnType   kind           = ColumnType::byte;
    int          limit          = 0;  // a byte column holds 0 to limit-1
    std::int64_t default_number = 0;  // the value in a default-constructed struct
    std::string  default_text   = {};
    base::Bounds bounds         = {};  // of numbers; stored values beyond are clamped when read

    Value default_value() const { return {default_number, default_text}; }
    bool  operator==(const ColumnSpec&) const = default;
};

inline constexpr std::size_t max_columns = 64;  // since a set of columns is the bits of a std::uint64_t

// The first column is the id, a text.
struct Schema {
    std::vector<ColumnSpec> columns;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t                  find(std::string_view name) const;

    // The columns of a field and of all its parts, as bits; 0 when there is no such field.
    std::uint64_t bits_of(std::string_view field) const;
};

// A list of texts as the bytes of one value, and back. From damaged bytes, returns what could be read. The arguments of a
// sentence are packed as a list of texts too (base/arg.hpp).
std::string              pack(const std::vector<std::string>& list);
std::string              pack(const base::Args& args);
std::vector<std::string> unpack(std::string_view bytes);
base::Args               unpack_args(std::string_view bytes);

// --- from fields() to columns --------------------------------------------------

// Where a column's value is in the struct.
struct Member {
    enum class Held : std::uint8_t { byte, int32, int64, text, list, args, choice };
    std::size_t offset = 0;  // from the struct's beginning; of a choice: the offset of its variant
    Held        held   = Held::byte;

    // Of a choice, and of members of its alternatives.
    const base::Choice* choice      = nullptr;
    std::size_t         variant     = 0;  // the offset of the variant
    std::size_t         alternative = 0;  // the alternative to which the member belongs

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

    // False if the member belongs to an alternative that is not held now.
    bool is_there(const void* row) const
    {
        return !choice || held == Held::choice || choice->held(static_cast<const char*>(row) + variant) == alternative;
    }
};

// A struct as a table sees it, without its type, so that one piece of code reads and writes the rows of all structs.
struct RowLayout {
    explicit RowLayout(const base::Shape& shape);

    Schema              schema;
    std::vector<Member> members;      // one for each column
    std::uint64_t       choices = 0;  // the columns of choices and of their alternatives, as bits
};

// Counts the columns of a struct at compile time, so that a struct with too many does not compile.
struct ColumnCounter {
    std::size_t count = 0;

    template <class Value>
    constexpr void operator()(const char*, Value&)
    {
        if constexpr (std::is_same_v<Value, base::Money>) count += 2;
        else if constexpr (requires(ColumnCounter counter, Value& value) { fields(counter, value); })
            count += of<Value>();
        else ++count;
    }
    template <class... Alternatives>
    constexpr void choice(const char*, std::variant<Alternatives...>&)
    {
        count += 1 + (of<Alternatives>() + ... + 0);
    }
    constexpr void rest(base::Unknown&) { ++count; }

    template <class T>
    static constexpr std::size_t of()
    {
        ColumnCounter counter;
        fields(counter, place_of<T>.object);
        return counter.count;
    }

private:
    // Storage for a struct that is never constructed: only the addresses of its members are used.
    template <class T>
    union Place {
        char none;
        T    object;
        constexpr Place() : none() {}
        constexpr ~Place() {}
    };
    template <class T>
    inline static Place<T> place_of;
};

template <class T>
const RowLayout& row_layout_of()
{
    static_assert(ColumnCounter::of<T>() <= max_columns);
    static const RowLayout layout(base::shape_of<T>());
    return layout;
}
template <class T>
const Schema& schema_of()
{
    return row_layout_of<T>().schema;
}

}  // namespace table
