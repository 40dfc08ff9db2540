// Makes an order in slices: of one column from its values, of several columns from their orders.
#pragma once
#include "query/key_sort.hpp"
#include "query/sort_keys.hpp"
#include "query/values.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace query {

// What the making of orders and answers works with.
struct Making {
    const table::Rows&               rows;
    Source&                          source;
    Stamps                           stamps;
    Work                             work;
    const std::vector<EngineColumn>& columns;
    TextIndex&                       texts;
    Collation&                       collation;

    Values values() const { return {rows, source, columns, texts, collation}; }
};

// Rows and stamps must not change while it works. It starts again if the collation was weighed again meanwhile.
class ColumnOrder {
public:
    explicit ColumnOrder(int column) : column_(column) {}

    bool  work(const Making&, SortOrder& into);  // true when `into` is whole
    float progress() const;

private:
    bool          meet_page(const Making&, std::size_t page);  // learns its characters
    void          sample(const Making&);
    void          key_page(const Making&, std::size_t page);  // a key for each row, or for each text that has a code
    void          rank_codes();
    void          rank_page(const Making&, std::size_t page);
    std::uint64_t key_of(std::string_view text);

    enum class Step { begin, meet, keys, sort, ranks, sort_ranks, whole };
    int                        column_;
    Step                       step_ = Step::begin;
    std::size_t                page_ = 0, pages_ = 0;
    bool                       number_ = false, coded_ = false;
    std::uint32_t              weighings_ = 0;  // of the collation, when the keys were begun
    std::optional<SortKeys>    letters_;
    std::vector<std::uint64_t> keys_;
    std::optional<KeySort>     sorting_;
    std::vector<std::uint32_t> firsts_;  // by page: the number of its first coded text, counted over all pages
    std::vector<std::uint32_t> pages_of_;
    std::vector<std::uint32_t> ranks_;
};

// Goes from the least to the most important order; each keeps, among its equal rows, the order so far.
class JoinedOrder {
public:
    bool  work(Budget*, const std::vector<const SortOrder*>& columns, SortOrder& into);
    float progress() const;

private:
    enum class Step { begin, places, spread, whole };
    Step                       step_   = Step::begin;
    std::size_t                column_ = 0, columns_ = 0;
    std::uint32_t              at_ = 0;
    std::optional<Walk>        walk_;
    std::vector<std::uint32_t> starts_;  // by row: the place where its group of equals begins
    std::vector<std::uint32_t> filled_;  // by that place: how many rows of the group are placed
    std::vector<std::uint32_t> rows_;
};

}  // namespace query
