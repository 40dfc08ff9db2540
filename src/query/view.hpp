// The rows of a list as the customer asked for them: the rows of a tab that pass the filters and contain every word of
// the search, sorted by some columns. A view is a vector of row numbers; it knows nothing of the screen.
//
//     struct Looking { const model::State& state; base::Date today; std::uint64_t stamp() const; … };
//     constexpr query::Column<Service, Looking> columns[] = {
//         {.key = "name",    .text = name_of, .fields = {"name"}},
//         {.key = "kind",    .text = kind_in_words, .reads = {"kind"}},
//         {.key = "expires", .text = expiry_in_words, .fields = {"expires_on"}},
//         {.key = "linked",  .text = name_of_hosting, .reach = query::Reach::elsewhere, .reads = {"linked_to"}},
//     };
//     query::View<Service, Looking> view(columns);               // kept by the page
//     view.update(state.services, looking, {.tab = active, .search = "ex fr", .sort = {{.column = 1}}}, work);
//     for (auto number : view.rows()) … state.services.row(number) …
//
// A column's text is searched, sorted, exported and read aloud; give `order` only where sorting by the text would be
// wrong. Context::stamp() must change when texts of unchanged rows may change (another language, another day), and
// Context::elsewhere() when other rows or tables that texts depend on may have changed; without elsewhere(), every change
// of the table counts as one.
#pragma once
#include "query/engine.hpp"
#include "table/table.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace query {

// Keys of the fields that a function reads, so that only these are filled; none means all. For rows for which
// `needs_more` returns true (it is called with `fields` filled), `more` is filled as well.
template <class T, class Context>
struct Reads {
    constexpr Reads() = default;
    template <std::convertible_to<std::string_view>... Keys>
    constexpr Reads(const Keys&... keys) : fields{keys...}
    {}
    constexpr Reads(const Fields& keys, bool (*needs)(const T&, const Context&) = nullptr, const Fields& then = {})
        : fields(keys), needs_more(needs), more(then)
    {}

    Fields fields                                = {};
    bool (*needs_more)(const T&, const Context&) = nullptr;
    Fields more                                  = {};
};

template <class T, class Context>
struct Column {
    std::string_view key;  // its name in addresses, exports and preferences
    std::string (*text)(const T&, const Context&);
    std::int64_t (*order)(const T&, const Context&) = nullptr;  // may return query::blank

    Reach reach    = Reach::row;
    bool  searched = true;

    // Keys of the fields whose values are the column's: these are searched (texts) and sorted without making a row. If
    // there are several texts, each is searched, and the first non-empty one is used for sorting.
    std::array<std::string_view, 2> fields = {};

    // The field is a day: one that is not set is no value.
    bool days = false;

    // For few distinct texts made from several fields: a number that determines the text, so that each text is made only
    // once.
    std::uint8_t (*code)(const T&, const Context&) = nullptr;

    // Of `text`, `order` and `code`. If that is a single field with few values, each value's text is made only once.
    Reads<T, Context> reads = {};
};

// A tab or a filter. Two are the same if they have the same key and value.
template <class T, class Context>
struct Condition {
    std::string key                                                 = {};  // "status"
    std::string value                                               = {};  // "expired"
    bool (*holds)(const T&, const Context&, std::string_view value) = nullptr;
    Reach             reach                                         = Reach::row;
    Reads<T, Context> reads                                         = {};
};

template <class T, class Context>
struct Query {
    std::optional<Condition<T, Context>> tab     = {};  // the rows that total() counts; none: all rows
    std::vector<Condition<T, Context>>   filters = {};  // all must hold
    std::string                          search  = {};  // each word must be part of some searched column's folded text
    std::vector<Sort>                    sort    = {};  // the most important first; none: in the table's order
};

template <class T, class Context>
class View {
public:
    // The columns must outlive the view.
    explicit View(std::span<const Column<T, Context>> columns) : columns_(columns)
    {
        std::vector<EngineColumn> described;
        for (const auto& column : columns) {
            auto& one = described.emplace_back();
            one       = {column.searched, column.reach, column.order != nullptr,   column.code != nullptr,
                         column.days,     {},           mask(column.reads.fields), column.reads.needs_more != nullptr};
            for (const auto key : column.fields)
                if (!key.empty()) one.fields.push_back(table::schema_of<T>().find(key));
        }
        engine_ = Engine(std::make_shared<Shared>(table::schema_of<T>(), std::move(described)));
    }

    // Another view of the same table, for another question at the same time; both share texts and orders.
    View beside() const { return View(columns_, engine_.shared()); }

    // Works until the answer is complete (true) or the time of `work` is spent (false). The next call with the same rows
    // and query continues; a call with others starts again, from what is known by then. Costs nothing if rows, context
    // and query are unchanged; little if the customer typed another letter or few rows changed.
    //
    // Until the answer is complete, rows() is its first screen if that was found quickly, else the previous answer
    // without rows that are gone; empty if there was none, or the table is another one.
    bool update(const table::Table<T>& rows, const Context& context, const Query<T, Context>& query, Work work = {})
    {
        Wanted     wanted{.search = query.search, .sort = query.sort, .has_tab = query.tab.has_value()};
        const auto add = [&](const Condition<T, Context>& test) {
            wanted.tests.push_back({test.key, test.value, test.reach, mask(test.reads.fields)});
        };
        if (query.tab) add(*query.tab);
        for (const auto& filter : query.filters) add(filter);

        Typed typed(*this, rows, context, query);
        return engine_.update(rows.rows(), typed, stamps(rows, context), wanted, work);
    }

    bool  finished() const { return engine_.finished(); }
    float progress() const { return engine_.progress(); }  // 0 to 1

    // False while update() with a budget still has something to prepare for the next search.
    bool warm() const { return engine_.warm(); }

    std::uint32_t size() const { return static_cast<std::uint32_t>(engine_.found().size()); }   // "N résultats
    std::uint32_t total() const { return engine_.total(); }                                     //  sur M"
    std::uint32_t operator[](std::size_t position) const { return engine_.found()[position]; }  // a row's number

    const std::vector<std::uint32_t>&   rows() const { return engine_.found(); }
    std::span<const Column<T, Context>> columns() const { return columns_; }

    // Changes whenever rows() may have changed.
    std::uint64_t revision() const { return engine_.revision(); }

    // Bytes held; data that views share is counted by each of them.
    std::size_t memory() const { return engine_.memory() + engine_.shared()->memory(); }

private:
    View(std::span<const Column<T, Context>> columns, std::shared_ptr<Shared> shared)
        : columns_(columns), engine_(std::move(shared))
    {}

    static Stamps stamps(const table::Table<T>& rows, const Context& context)
    {
        if constexpr (requires { context.elsewhere(); }) return {context.stamp(), context.elsewhere()};
        else return {context.stamp(), rows.revision()};
    }
    static std::uint64_t mask(const Fields& reads)
    {
        std::uint64_t columns = 0;
        for (const auto key : reads)
            if (!key.empty()) columns |= table::schema_of<T>().bits_of(key);
        return columns == 0 ? ~columns : columns;
    }

    // Answers the engine about one row at a time.
    struct Typed final : Source {
        Typed(const View& of, const table::Table<T>& from, const Context& in, const Query<T, Context>& asked)
            : view(of), rows(from), context(in), query(asked)
        {}
        void load(std::uint32_t row_number, std::uint64_t columns) override
        {
            number = row_number;
            rows.read(number, columns, row);
        }
        std::string  text(std::size_t column) override { return read(column).text(row, context); }
        std::int64_t order(std::size_t column) override { return read(column).order(row, context); }
        std::uint8_t code(std::size_t column) override { return read(column).code(row, context); }
        bool         holds(std::size_t test) override
        {
            const auto& condition = !query.tab ? query.filters[test] : test == 0 ? *query.tab : query.filters[test - 1];
            read_more(condition.reads);
            return condition.holds(row, context, condition.value);
        }
        const Column<T, Context>& read(std::size_t column)
        {
            read_more(view.columns_[column].reads);
            return view.columns_[column];
        }
        void read_more(const Reads<T, Context>& reads)
        {
            if (!reads.needs_more || !reads.needs_more(row, context)) return;
            if (std::exchange(more_of, &reads) != &reads) more = mask(reads.more);
            rows.read(number, more, row);
        }
        const View&              view;
        const table::Table<T>&   rows;
        const Context&           context;
        const Query<T, Context>& query;
        std::uint32_t            number  = 0;
        const Reads<T, Context>* more_of = nullptr;
        std::uint64_t            more    = 0;  // its columns
        T                        row{};
    };

    std::span<const Column<T, Context>> columns_;
    Engine                              engine_{nullptr};
};

}  // namespace query
