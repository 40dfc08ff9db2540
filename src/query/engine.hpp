// The untyped part of a view: which rows match, and in which order. The views of one table share the costly parts (texts,
// tests, orders). It works in slices, and finds the first screen of an answer first.
#pragma once
#include "query/orders.hpp"
#include "query/predicates.hpp"
#include "query/remembered.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace query {

// What the views of one table share.
struct Shared {
    Shared(const table::Schema& schema, std::vector<EngineColumn> described)
        : columns(std::move(described)), texts(schema, columns)
    {}
    const std::vector<EngineColumn> columns;
    TextIndex                       texts;
    Predicates                      tests;
    Collation                       collation;
    std::uint64_t                   collated_own = 0;  // the stamp for which collation and orders were made
    Orders                          orders;
    std::size_t                     memory() const { return texts.memory() + tests.memory() + orders.memory(); }

    // Drops collation and orders when the stamp has changed: in another language or on another day the texts may differ.
    void begin_under(std::uint64_t own)
    {
        if (own == collated_own) return;
        collation    = {};
        orders       = {};
        collated_own = own;
    }
};

class Engine {
public:
    explicit Engine(std::shared_ptr<Shared> shared) : shared_(std::move(shared)) {}

    // Works until the answer is complete (true) or the time is spent (false). See View::update.
    bool  update(const table::Rows&, Source&, Stamps, const Wanted&, Work);
    bool  finished() const { return finished_; }
    bool  warm() const { return warm_; }
    float progress() const;

    const std::vector<std::uint32_t>& found() const { return shows_first_ ? first_ : found_; }
    std::uint32_t                     total() const { return total_; }
    std::uint64_t                     revision() const { return revision_; }
    std::size_t                       memory() const;  // without what is shared
    const std::shared_ptr<Shared>&    shared() const { return shared_; }

private:
    static constexpr std::size_t words_a_page = table::page_rows / 64;

    // What the matches of a page were made from, and the number of the question that they answer.
    struct PageMatch {
        Made          made;
        std::uint64_t question = 0;
    };
    bool                     begin(const Making&, const Wanted&);  // true: query or table is a new one
    void                     remember();                           // keeps the matches of the last question
    void                     recall(const Making&);                // restores remembered matches of this question
    bool                     show_first(const Making&);
    bool                     passes_tests(const Making&, std::uint32_t row) const;
    bool                     match(const Making&);
    void                     match_page(const Making&, std::size_t page);
    void                     match_tests(const Making&, std::size_t page, std::span<std::uint64_t> matches) const;
    bool                     backwards() const;
    void                     begin_gathering(const Making&);
    bool                     gather(const Making&);
    void                     gather_page(std::size_t page);
    std::span<std::uint64_t> matches_of(std::size_t page);
    void                     count_total(const Making&);
    bool                     warm_up(const Making&);
    bool                     match_ahead(const Making&);
    Made                     made_now(const Making&, std::size_t page) const;
    bool                     is_current(const Making&, std::size_t page) const;
    bool                     is_known(const Making&, std::size_t page) const;

    std::shared_ptr<Shared>    shared_;
    std::vector<std::uint32_t> found_;  // the last whole answer
    std::vector<std::uint32_t> first_;  // the first screen of the next one
    bool                       shows_first_ = false;
    bool                       narrows_     = false;  // found_ contains all rows of the next answer, in its order
    std::uint32_t              total_       = 0;
    std::uint64_t              revision_    = 0;

    bool                     asked_ = false, finished_ = false, warm_ = false;
    std::uint64_t            rows_revision_ = 0;
    std::uint32_t            rows_size_     = 0;
    Stamps                   stamps_;
    Wanted                   wanted_;
    std::vector<std::string> words_, words_before_;  // of this question and of the previous one

    // Questions are numbered. The matches of each question from `widest_` on include all matches of the current one.
    std::uint64_t          question_ = 0, widest_ = 0, answered_ = 0;  // answered_: the question that found_ answers
    std::vector<PageMatch> pages_;
    Bits                   matches_;  // by row
    Remembered             remembered_;
    Matched                ahead_;  // matches, prepared in idle time, of the question without its last letter

    enum class Step { match, order, gather, done };
    Step                       step_ = Step::done;
    std::size_t                page_ = 0;
    std::vector<std::uint32_t> gathered_;
    std::size_t                taken_ = 0, written_ = 0;  // read while gathering, and written to gathered_
    const SortOrder*           order_ = nullptr;          // that walk_ reads
    std::optional<Walk>        walk_;
    std::size_t                warm_page_ = 0;
};

}  // namespace query
