// The untyped form of a view's question (columns, tests), and the interface that answers about a row.
#pragma once
#include "query/budget.hpp"
#include "query/collation.hpp"
#include "table/rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace query {

// What a text or a test depends on: only its own row and the context, or other rows and tables as well.
enum class Reach : std::uint8_t { row, elsewhere };

// Keys of some fields.
using Fields = std::array<std::string_view, 8>;

struct Sort {
    int  column                        = 0;
    bool descending                    = false;
    bool operator==(const Sort&) const = default;
};

// The `order` of a row without a value, which comes last, ascending and descending. An empty text counts as no value too.
inline constexpr std::int64_t blank = std::numeric_limits<std::int64_t>::min();

// What the caller provides for the work: time, and the customer's language.
struct Work {
    Budget* budget  = nullptr;
    Collate collate = nullptr;
};

struct Stamps {
    std::uint64_t own                             = 0;
    std::uint64_t elsewhere                       = 0;
    bool          operator==(const Stamps&) const = default;
};

// What something was made from; if this is equal, it need not be made again.
struct Made {
    std::uint64_t revision                      = 0;
    std::uint64_t own                           = 0;
    std::uint64_t elsewhere                     = 0;
    bool          operator==(const Made&) const = default;
};
inline Made made_from(Reach reach, std::uint64_t revision, Stamps stamps)
{
    return {revision, stamps.own, reach == Reach::row ? 0 : stamps.elsewhere};
}

struct EngineColumn {
    bool                     searched   = true;
    Reach                    reach      = Reach::row;
    bool                     has_order  = false;
    bool                     has_code   = false;
    bool                     days       = false;
    std::vector<std::size_t> fields     = {};  // the fields whose values are the column's
    std::uint64_t            reads      = ~std::uint64_t{0};
    bool                     reads_more = false;  // for some rows, more columns than `reads`
};

struct Predicate {
    std::string   key;
    std::string   value;
    Reach         reach = Reach::row;
    std::uint64_t reads = ~std::uint64_t{0};
    bool          operator==(const Predicate& other) const
    {
        return key == other.key && value == other.value && reach == other.reach;
    }
};

struct Wanted {
    std::string            search                          = {};
    std::vector<Sort>      sort                            = {};
    bool                   has_tab                         = false;  // the first test is the tab
    std::vector<Predicate> tests                           = {};
    bool                   operator==(const Wanted&) const = default;
};

// Answers about the row loaded last, of which only the columns given to load() are filled.
class Source {
public:
    virtual ~Source()                                                   = default;
    virtual void         load(std::uint32_t row, std::uint64_t columns) = 0;
    virtual std::string  text(std::size_t column)                       = 0;
    virtual std::int64_t order(std::size_t column)                      = 0;
    virtual std::uint8_t code(std::size_t column)                       = 0;
    virtual bool         holds(std::size_t test)                        = 0;
};

inline std::uint32_t first_of(std::size_t page) { return static_cast<std::uint32_t>(page) * table::page_rows; }

}  // namespace query
