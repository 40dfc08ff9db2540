// The list used by most screens: a search field, "N résultats sur M", a sortable table, and a menu of actions on each
// row. Descriptors are constexpr and small; unusual screens are written by hand in the kit.
//
//     constexpr ui::Column<Row> columns[] = {
//         {"column.identifier", 0, [](const Row& row) { return row.name; }, {.sort = by_name}},
//         {"column.expires", 120, expiry_of, {.sort = by_expiry}},
//     };
//     constexpr ui::RowAction<Row, Act> actions[] = {
//         {Act::renew, "action.renew", why_not_renew, {.icon = icons::rotate_cw}},
//     };
//     const ui::List<Row, Act> list{.columns = columns, .actions = actions, .id = id_of, .href = href_of};
//     if (const auto picked = ui::draw(list, "tab.active", page.list, rows)) open(picked->act, picked->row);
//
// `rows` is any type with size(), total() and operator[](size_t) -> Row; only visible rows are read. If rows can be
// selected it also has key(size_t) -> Selection::Key, and stamp(), a number that differs whenever the rows may have
// changed.
#pragma once
#include "base/problems.hpp"
#include "base/sheet.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/controls/feedback.hpp"
#include "ui/list/columns.hpp"
#include "ui/list/selection.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ui {

// The content of a table cell. The text is also what screen readers read.
struct Cell {
    Cell() = default;
    Cell(std::string words) : text(std::move(words)) {}
    Cell(std::string_view words) : text(words) {}
    Cell(const char* words) : text(words) {}
    Cell(std::string words, Tone badge_tone) : text(std::move(words)), tone(badge_tone), badge(true) {}

    std::string text  = {};
    Tone        tone  = Tone::neutral;  // of the words, or of the badge
    bool        badge = false;
    bool        soft  = false;
    bool        blank = false;  // an empty value; left out where rows are cards
    Icon        icon  = {};
    std::string hint  = {};  // after the words, in the secondary colour
};

// The words, or a dash if they are empty.
Cell or_dash(std::string words);

struct ColumnStyle {
    int  sort     = -1;     // the page's number for this sort order; below 0: not sortable
    int  priority = 1;      // 0: always shown; where there is no room the highest is hidden first
    bool right    = false;  // right-aligned: numbers and amounts
    bool on_card  = true;   // shown where rows are cards (phones): in the second line; a badge in the first
};

template <class Row>
struct Column {
    // A width of 0 takes the remaining width; several such columns share it. `cell` is a function or a captureless
    // lambda that takes a Row and returns something convertible to Cell.
    template <class Show>
        requires std::is_empty_v<Show>
    constexpr Column(base::TextKey words, float px, Show, ColumnStyle how = {})
        : title(words), width(px), style(how), cell([](const Row& row) -> Cell { return Show{}(row); })
    {}
    constexpr Column(base::TextKey words, float px, Cell (*show)(const Row&), ColumnStyle how = {})
        : title(words), width(px), style(how), cell(show)
    {}

    base::TextKey title = {};
    float         width;
    ColumnStyle   style;
    Cell (*cell)(const Row&);
};

struct ActionStyle {
    Icon icon            = {};
    bool danger          = false;
    bool separator_above = false;
};

template <class Row, class Act>
struct RowAction {
    using WhyNot = std::optional<base::Problem> (*)(const Row&);
    Act           act;
    base::TextKey label      = {};
    WhyNot        why_not    = nullptr;  // null, or returning nothing: enabled
    ActionStyle   style      = {};
    bool (*fits)(const Row&) = nullptr;  // false: not applicable to this row, so not shown
};

// An action on all selected rows at once.
struct BulkItem {
    base::TextKey label   = {};
    ActionStyle   style   = {};
    std::string   why_not = {};
};

template <class Row, class Act>
struct List {
    std::span<const Column<Row>>         columns;  // the first one names the row
    std::span<const RowAction<Row, Act>> actions;
    std::string (*id)(const Row&)   = nullptr;  // stable while rows move; required
    std::string (*name)(const Row&) = nullptr;  // in "Actions pour NAME"; null: the first column's text
    std::string (*href)(const Row&) = nullptr;  // link of the row
    Icon          icon              = {};       // of the empty state
    base::TextKey when_none         = {};       // "Vous n'avez pas encore de service."
    base::TextKey when_none_hint    = {};
    base::TextKey selected          = {};     // "{0} services sélectionnés"; empty: rows cannot be selected
    bool          exports           = false;  // shown or selected rows can be exported as a file: see ListState::wanted
    bool          arranges          = false;  // columns can be hidden, moved and resized: see ListState::columns
    std::span<const BulkItem> bulk  = {};     // see ListState::wanted_bulk
};

struct SortKey {
    int  column                           = 0;  // ColumnStyle::sort
    bool descending                       = false;
    bool operator==(const SortKey&) const = default;
};

// A page's state of its list.
struct ListState {
    std::string          search;
    std::vector<SortKey> sort;  // the first key is the main one
    Selection            selection;
    ColumnChoices        columns;

    // Requests of the customer; the page takes and clears them.
    std::optional<base::SheetFormat> wanted;             // a file
    std::optional<std::size_t>       wanted_bulk;        // index in List::bulk, for the selected rows
    bool                             wants_all = false;  // clear all filters

    // Internal to the list. The top row is an integer because a float is too coarse for row 1,000,000.
    std::int64_t top       = 0;
    float        offset    = 0;      // pixels of the top row above the upper edge
    std::int64_t row       = 0;      // the keyboard's row
    bool         find_told = false;  // where the browser's own search does not look
    bool         selecting = false;  // on phones: selection mode, rows have check boxes
    float        busy_ms   = 0;      // for how long the work has been going on
    bool         resizing  = false;  // a column edge is being dragged
    float        grip      = 0;      // distance from the edge at which it was grabbed
    Dialog       arranging;
};

// The state of the list's background work.
struct ListWork {
    bool  loading  = false;  // more rows are still to come
    bool  busy     = false;  // the search continues in the next frame; shown if it takes long
    float progress = 0;      // of the search, 0 to 1
    bool  filtered = false;  // the page's own filters hide rows
};

template <class Row, class Act>
struct Picked {
    Act act;
    Row row;
};

template <class Rows>
concept KeyedRows = requires(const Rows& rows) {
    { rows.key(0) } -> std::convertible_to<Selection::Key>;
    { rows.stamp() } -> std::convertible_to<std::uint64_t>;
};

template <class Rows>
concept RowSource = requires(const Rows& rows) {
    { rows.size() } -> std::convertible_to<std::int64_t>;
    { rows.total() } -> std::convertible_to<std::int64_t>;
    rows[0];
};

// The type-erased rows that list.cpp draws.
class ListRows {
public:
    struct ColumnView {
        base::TextKey title = {};
        float         width;
        ColumnStyle   style;
    };
    struct ActionView {
        base::TextKey label = {};
        ActionStyle   style;
        std::string   why_not;
        bool          fits = true;
    };
    virtual ~ListRows()                                           = default;
    virtual std::int64_t              size() const                = 0;
    virtual std::int64_t              total() const               = 0;
    virtual int                       columns() const             = 0;
    virtual ColumnView                column(int index) const     = 0;
    virtual int                       actions() const             = 0;
    virtual void                      load(std::int64_t row)      = 0;  // chooses the row for the functions below
    virtual std::string               id() const                  = 0;
    virtual std::string               name() const                = 0;
    virtual std::string               href() const                = 0;
    virtual Cell                      cell(int column) const      = 0;
    virtual ActionView                action(int index) const     = 0;
    virtual Empty                     when_none() const           = 0;
    virtual base::TextKey             selected() const            = 0;  // empty: rows cannot be selected
    virtual Selection::Key            key(std::int64_t row) const = 0;
    virtual std::uint64_t             stamp() const               = 0;
    virtual bool                      exports() const             = 0;
    virtual bool                      arranges() const            = 0;
    virtual std::span<const BulkItem> bulk() const                = 0;
};
struct ListPick {
    std::int64_t row;
    int          action;
};
// The kit itself follows a press on a row with a href.
std::optional<ListPick> draw_list(Label title, ListState& state, ListRows& rows, const ListWork& work);

template <class Row, class Act, RowSource Rows>
std::optional<Picked<Row, Act>> draw(const List<Row, Act>& list, Label title, ListState& state, const Rows& rows,
                                     const ListWork& work = {})
{
    struct Typed final : ListRows {
        Typed(const List<Row, Act>& of, const Rows& from) : list(of), source(from) {}
        std::int64_t size() const override { return static_cast<std::int64_t>(source.size()); }
        std::int64_t total() const override { return static_cast<std::int64_t>(source.total()); }
        int          columns() const override { return static_cast<int>(list.columns.size()); }
        ColumnView   column(int index) const override
        {
            const auto& column = list.columns[static_cast<std::size_t>(index)];
            return {column.title, column.width, column.style};
        }
        int         actions() const override { return static_cast<int>(list.actions.size()); }
        void        load(std::int64_t row) override { held.emplace(source[static_cast<std::size_t>(row)]); }
        std::string id() const override { return list.id(*held); }
        std::string name() const override { return list.name ? list.name(*held) : list.columns[0].cell(*held).text; }
        std::string href() const override { return list.href ? list.href(*held) : std::string(); }
        Cell cell(int column) const override { return list.columns[static_cast<std::size_t>(column)].cell(*held); }
        ActionView action(int index) const override
        {
            const auto& action = list.actions[static_cast<std::size_t>(index)];
            ActionView  view{action.label, action.style, {}, !action.fits || action.fits(*held)};
            if (action.why_not)
                if (const auto problem = action.why_not(*held)) view.why_not = say(*problem);
            return view;
        }
        Empty          when_none() const override { return {list.icon, list.when_none, list.when_none_hint}; }
        base::TextKey  selected() const override { return KeyedRows<Rows> ? list.selected : base::TextKey(); }
        Selection::Key key(std::int64_t row) const override
        {
            if constexpr (KeyedRows<Rows>) return source.key(static_cast<std::size_t>(row));
            else return {};
        }
        std::uint64_t stamp() const override
        {
            if constexpr (KeyedRows<Rows>) return source.stamp();
            else return 0;
        }
        bool                      exports() const override { return list.exports; }
        bool                      arranges() const override { return list.arranges; }
        std::span<const BulkItem> bulk() const override { return list.bulk; }

        const List<Row, Act>& list;
        const Rows&           source;
        std::optional<Row>    held;
    };
    Typed typed(list, rows);
    if (const auto pick = draw_list(title, state, typed, work)) {
        typed.load(pick->row);
        return Picked<Row, Act>{list.actions[static_cast<std::size_t>(pick->action)].act, std::move(*typed.held)};
    }
    return std::nullopt;
}

}  // namespace ui
