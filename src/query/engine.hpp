// The part of a view that knows no type: which rows match, and in which order. Folded texts, tests and
// sort ranks are kept by page and by column, and made anew only where rows changed.
#pragma once
#include "table/rows.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace query {

// What a text or a test looks at: its own row and the context, or other rows and tables as well.
enum class Reach : std::uint8_t { row, elsewhere };

struct Sort {
    int  column     = 0;
    bool descending = false;
    bool operator==(const Sort&) const = default;
};

// The order of "no value": last, ascending and descending. An empty text is one too.
inline constexpr std::int64_t blank = std::numeric_limits<std::int64_t>::min();

struct Stamps {
    std::uint64_t own       = 0;
    std::uint64_t elsewhere = 0;
    bool          operator==(const Stamps&) const = default;
};

struct EngineColumn {
    bool        searched  = true;
    Reach       reach     = Reach::row;
    bool        has_order = false;
    std::size_t field     = table::Schema::none;
};

struct Test {
    std::string key;
    std::string value;
    Reach       reach = Reach::row;
    bool        operator==(const Test&) const = default;
};

struct Wanted {
    std::string       search  = {};
    std::vector<Sort> sort    = {};
    bool              has_tab = false;  // the first test is the tab
    std::vector<Test> tests   = {};
    bool              operator==(const Wanted&) const = default;
};

// Answers about the row that was loaded last.
class Source {
public:
    virtual ~Source()                                       = default;
    virtual void         load(std::uint32_t row)            = 0;
    virtual std::string  text(std::size_t column) const     = 0;
    virtual std::int64_t order(std::size_t column) const    = 0;
    virtual bool         holds(std::size_t test) const      = 0;
};

class Engine {
public:
    explicit Engine(std::vector<EngineColumn> columns) : columns_(std::move(columns)) {}

    void update(const table::Rows& rows, Source& source, Stamps stamps, const Wanted& wanted);

    const std::vector<std::uint32_t>& found() const { return found_; }
    std::uint32_t                     total() const { return total_; }
    std::uint64_t                     revision() const { return revision_; }
    std::size_t                       memory() const;

private:
    // What something was made from; equal ones need no making.
    struct Made {
        std::uint64_t revision  = 0;
        std::uint64_t own       = 0;
        std::uint64_t elsewhere = 0;
        bool          operator==(const Made&) const = default;
    };
    static Made made_from(Reach reach, const table::Rows& rows, std::size_t page, Stamps stamps);

    // One bit a row of a page.
    using Bits = std::vector<std::uint64_t>;

    // The folded texts of a page's rows, each column's ended by a line end, which no word holds.
    struct PageText {
        Made                       made;
        std::string                bytes;
        std::vector<std::uint32_t> ends;
        std::string_view           row(std::uint32_t index) const
        {
            const auto from = index == 0 ? 0 : ends[index - 1];
            return std::string_view(bytes).substr(from, ends[index] - from);
        }
    };
    struct PageTest {
        Made made;
        Bits bits;
    };
    struct KeptTest {
        Test                  test;
        std::vector<PageTest> pages;
    };
    // Rows of equal order have equal ranks; blank ones have the highest.
    struct Ranks {
        int                        column = 0;
        Made                       made;
        std::vector<std::uint32_t> rank;
        std::uint32_t              count  = 0;  // of ranks, without that of the blank ones
        std::uint64_t              used   = 0;
    };

    void make_tests(const table::Rows& rows, Source& source, Stamps stamps, const std::vector<Test>& tests);
    void make_texts(const table::Rows& rows, Source& source, Stamps stamps);
    void make_text(PageText& text, Reach reach, const table::Rows& rows, Source& source, std::size_t page) const;
    bool has_text(std::uint32_t row, std::string_view word) const;
    void mark_hits(std::size_t page, std::string_view word, Bits& hits) const;
    void match_all(const table::Rows& rows);
    void narrow();
    void order_found(const table::Rows& rows, Source& source, Stamps stamps, const std::vector<Sort>& sort);
    const Ranks& ranks_of(int column, const table::Rows& rows, Source& source, Stamps stamps);
    void         rank_numbers(Ranks& ranks, const table::Rows& rows, Source& source) const;
    void         rank_texts(Ranks& ranks, const table::Rows& rows, Source& source) const;

    std::vector<EngineColumn>  columns_;
    std::vector<std::uint32_t> found_;
    std::uint32_t              total_    = 0;
    std::uint64_t              revision_ = 0;

    bool                     ready_ = false;
    std::uint64_t            rows_revision_ = 0;
    Stamps                   stamps_;
    Wanted                   wanted_;
    std::vector<std::string> words_;

    std::vector<PageText> texts_[2];  // by Reach
    std::vector<KeptTest> tests_;     // those of wanted_, in their order
    std::vector<Ranks>    ranks_;
    std::uint64_t         uses_ = 0;
};

}  // namespace query
