// A list's rows as the customer asked for them: those of a tab, that pass the filters and hold every word of
// the search, in the order of some columns. A view is a vector of row numbers; it knows no screen.
//
//     struct Looking { const model::State& state; base::Date today; base::Language language; std::uint64_t stamp()
//     const; … }; constexpr query::Column<Service, Looking> columns[] = {
//         {.key = "name",    .text = [](const Service& s, const Looking&) { return s.name; }, .field = "name"},
//         {.key = "expires", .text = expiry_in_words, .order = [](const Service& s, const Looking&) { return
//         std::int64_t{s.expires_on.days}; }},
//         {.key = "linked",  .text = name_of_hosting, .reach = query::Reach::elsewhere},
//     };
//     query::View<Service, Looking> view(columns);               // kept by the page
//     view.update(state.services, looking, {.tab = active, .search = "ex fr", .sort = {{.column = 1}}});
//     for (auto number : view.rows()) … state.services.row(number) …
//
// A column's text is what is searched, sorted, exported and read aloud; `order` stands only where the text
// sorts wrongly. A context says by stamp() when texts of unchanged rows may come out differently (another
// language, another day), and by elsewhere(), where it has one, when other tables changed that texts look into.
#pragma once
#include "query/engine.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace query {

template <class T, class Context>
struct Column {
    std::string_view key;  // its name in addresses, exports and preferences
    std::string (*text)(const T&, const Context&);
    std::int64_t (*order)(const T&, const Context&) = nullptr;  // may return query::blank

    Reach reach    = Reach::row;
    bool  searched = true;

    // The key of the struct's field whose value is exactly this column's: then no row needs to be made to
    // search it (a text) or to sort by it (a text, a number).
    std::string_view field = {};
};

// A tab or a filter. Two are the same when key and value are.
template <class T, class Context>
struct Condition {
    std::string key   = {};  // "status"
    std::string value = {};  // "expired"
    bool (*holds)(const T&, const Context&, std::string_view value) = nullptr;
    Reach reach                                                    = Reach::row;
};

template <class T, class Context>
struct Query {
    std::optional<Condition<T, Context>> tab     = {};  // what total() counts; none: all rows
    std::vector<Condition<T, Context>>   filters = {};  // all must hold
    std::string                          search  = {};  // every word, as a part of some searched column's folded text
    std::vector<Sort>                    sort    = {};  // the first one counts most; none: as the rows stand
};

template <class T, class Context>
class View {
public:
    // The columns outlive the view.
    explicit View(std::span<const Column<T, Context>> columns) : columns_(columns)
    {
        std::vector<EngineColumn> described;
        for (const auto& column : columns)
            described.push_back(
                {column.searched, column.reach, column.order != nullptr,
                 column.field.empty() ? table::Schema::none : table::schema_of<T>().find(column.field)});
        engine_ = Engine(std::move(described));
    }

    // Brings the view up to date. Costs nothing when rows, context and query are as they were; little when
    // the customer typed on, or a few rows changed.
    void update(const table::Table<T>& rows, const Context& context, const Query<T, Context>& query)
    {
        Wanted wanted{.search = query.search, .sort = query.sort, .has_tab = query.tab.has_value()};
        if (query.tab) wanted.tests.push_back({query.tab->key, query.tab->value, query.tab->reach});
        for (const auto& filter : query.filters) wanted.tests.push_back({filter.key, filter.value, filter.reach});

        Typed typed(*this, rows, context, query);
        engine_.update(rows.rows(), typed, stamps(context), wanted);
    }

    std::uint32_t size() const { return static_cast<std::uint32_t>(engine_.found().size()); }   // "N résultats
    std::uint32_t total() const { return engine_.total(); }                                     //  sur M"
    std::uint32_t operator[](std::size_t position) const { return engine_.found()[position]; }  // a row's number

    const std::vector<std::uint32_t>&   rows() const { return engine_.found(); }
    std::span<const Column<T, Context>> columns() const { return columns_; }

    // Changes whenever rows() may have.
    std::uint64_t revision() const { return engine_.revision(); }

    std::size_t memory() const { return engine_.memory(); }  // bytes held

private:
    static Stamps stamps(const Context& context)
    {
        if constexpr (requires { context.elsewhere(); }) return {context.stamp(), context.elsewhere()};
        else return {context.stamp(), 0};
    }

    // Answers the engine about one row at a time.
    struct Typed final : Source {
        Typed(const View& of, const table::Table<T>& from, const Context& in, const Query<T, Context>& asked)
            : view(of), rows(from), context(in), query(asked)
        {}
        void         load(std::uint32_t number) override { row = rows.row(number); }
        std::string  text(std::size_t column) const override { return view.columns_[column].text(row, context); }
        std::int64_t order(std::size_t column) const override { return view.columns_[column].order(row, context); }
        bool         holds(std::size_t test) const override
        {
            const auto& condition = !query.tab ? query.filters[test] : test == 0 ? *query.tab : query.filters[test - 1];
            return condition.holds(row, context, condition.value);
        }
        const View&              view;
        const table::Table<T>&   rows;
        const Context&           context;
        const Query<T, Context>& query;
        T                        row{};
    };

    std::span<const Column<T, Context>> columns_;
    Engine                              engine_{{}};
};

}  // namespace query
