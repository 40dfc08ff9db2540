#include "query/engine.hpp"

#include "base/pasted.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace query {
namespace {

constexpr std::uint32_t slice        = 1 << 15;
constexpr std::size_t   first_screen = 50;
constexpr std::size_t   few_pages    = 4;     // a table of so few pages is searched at once
constexpr std::uint32_t first_looks  = 4000;  // the most rows that show_first() looks at
constexpr std::uint32_t sure_looks   = 256;   // after so many, few hits mean that matches are rare
constexpr std::size_t   few_of_all   = 16;    // below one match in so many rows, matches are ordered by their places

// True if all rows that have all `later` words also have all `earlier` words.
bool narrows(const std::vector<std::string>& earlier, const std::vector<std::string>& later)
{
    return std::all_of(earlier.begin(), earlier.end(), [&](const std::string& before) {
        return std::any_of(later.begin(), later.end(),
                           [&](const std::string& word) { return word.find(before) != std::string::npos; });
    });
}

}  // namespace

bool Engine::update(const table::Rows& rows, Source& source, Stamps stamps, const Wanted& wanted, Work work)
{
    shared_->begin_under(stamps.own);
    const Making making{rows, source, stamps, work, shared_->columns, shared_->texts, shared_->collation};
    const bool   same = asked_ && rows.revision() == rows_revision_ && stamps == stamps_ && wanted == wanted_;
    if (same && finished_) {
        if (work.budget && !warm_) warm_ = warm_up(making);
        return true;
    }
    shared_->tests.want(wanted.tests);
    if (!same) {
        const bool changed = begin(making, wanted);
        // Show the first screen before finding the rest.
        if (changed && work.budget && show_first(making) && pages_.size() > few_pages) return false;
    }

    // 1. Find the rows that match. 2. Sort all rows. 3. Gather the matches in that order.
    for (;;) {
        switch (step_) {
        case Step::match:
            if (!match(making)) return false;
            count_total(making);
            step_ = Step::order;
            break;
        case Step::order:
            if (!wanted_.sort.empty() && !shared_->orders.make(wanted_.sort, making)) return false;
            step_ = Step::gather;
            break;
        case Step::gather:
            // The order may have been dropped meanwhile, to make room for another view's orders.
            if (const auto* order = wanted_.sort.empty() ? nullptr : shared_->orders.find(wanted_.sort, making);
                !wanted_.sort.empty() && (!order || (walk_ && order != order_))) {
                walk_.reset();
                gathered_ = {};
                step_     = Step::order;
                break;
            }
            if (!gather(making)) return false;
            step_ = Step::done;
            break;
        case Step::done:
            finished_    = true;
            narrows_     = true;
            shows_first_ = false;
            first_       = {};
            ++revision_;
            // Show the answer first: the next calls prepare costly data for the next search.
            warm_ = false;
            if (work.budget && pages_.size() <= few_pages) warm_ = warm_up(making);
            return true;
        }
    }
}

bool Engine::begin(const Making& making, const Wanted& wanted)
{
    const auto& rows       = making.rows;
    const bool  same_rows  = asked_ && rows.revision() == rows_revision_ && making.stamps == stamps_;
    const bool  same_query = asked_ && wanted == wanted_;
    const bool  same_tests = asked_ && wanted.tests == wanted_.tests;
    auto        words      = wanted.search.empty() ? std::vector<std::string>() : base::search_words(wanted.search);
    const bool  known_rows = same_rows || (asked_ && rows.touched_since(rows_revision_));

    if (!same_tests || words != words_) {
        remember();
        ++question_;
        words_before_ = words_;
        if (!same_tests || !narrows(words_, words)) widest_ = question_;
    }
    narrows_       = narrows_ && same_rows && widest_ <= answered_ && wanted.sort == wanted_.sort;
    asked_         = true;
    finished_      = false;
    warm_          = warm_ && same_rows;
    wanted_        = wanted;
    words_         = std::move(words);
    stamps_        = making.stamps;
    rows_revision_ = rows.revision();
    step_          = Step::match;
    page_          = 0;
    gathered_      = {};
    walk_.reset();
    warm_page_ = 0;
    pages_.resize(rows.pages().size());
    matches_.resize(pages_.size() * words_a_page);
    recall(making);
    ahead_ = {};

    // Keep the previous answer, without rows that are gone, until there is a better one.
    if (!known_rows || rows.size() < rows_size_) {
        const auto gone = [&](std::uint32_t row) { return !known_rows || row >= rows.size(); };
        std::erase_if(found_, gone);
        std::erase_if(first_, gone);
        ++revision_;
    }
    rows_size_ = rows.size();
    return !same_query || !known_rows;
}

// --- the first screen --------------------------------------------------------------

// Looks at rows one by one, in order, until the first screen is full. Gives up (false) when matches are rare, or when the
// order is not made yet. If the previous answer contains all possible matches (narrows_), looks only at those rows.
bool Engine::show_first(const Making& making)
{
    const auto& rows = making.rows;
    if (!narrows_ && !wanted_.sort.empty()) {
        if (!shared_->orders.near(wanted_.sort, making) || !shared_->orders.make(wanted_.sort, making)) return false;
        walk_.emplace(*shared_->orders.find(wanted_.sort, making), backwards());
    }
    std::vector<std::uint32_t> found;
    RowSearch                  search(making.texts, rows, words_);
    std::uint32_t              looks = 0, searched = 0;  // searched: rows that pass the tests; these often lie together
    const auto                 look = [&](std::uint32_t row) {
        const auto page = row / table::page_rows;
        if (is_known(making, page)) {
            if (has_bit(matches_, row)) found.push_back(row);
        } else if (passes_tests(making, row)) {
            ++searched;
            if (!search.knows(page)) making.texts.make_searched(rows, making.source, making.stamps, page);
            if (search.has_words(row)) found.push_back(row);
            const bool rare = found.size() * first_looks < searched * first_screen / 2;
            if (rare && searched % 64 == 0 && searched >= sure_looks) return false;
        }
        if (found.size() == first_screen || ++looks == first_looks) return false;
        return looks % 16 != 0 || !is_spent(making.work.budget);
    };
    bool goes_on = true;
    if (narrows_)
        for (std::size_t place = 0; place < found_.size() && goes_on; ++place) goes_on = look(found_[place]);
    else if (!walk_)
        for (std::uint32_t row = 0; row < rows.size() && goes_on; ++row) goes_on = look(row);
    else
        for (auto next = walk_->next(32); !next.empty() && goes_on; next = walk_->next(32))
            for (std::size_t place = 0; place < next.size() && goes_on; ++place) goes_on = look(next[place]);
    walk_.reset();
    if (!goes_on && found.size() < first_screen) return false;
    first_       = std::move(found);
    shows_first_ = true;
    ++revision_;
    return true;
}

bool Engine::passes_tests(const Making& making, std::uint32_t row) const
{
    const auto page  = row / table::page_rows;
    const auto index = row % table::page_rows;
    if (is_current(making, page) && !has_bit(matches_, row)) return false;
    if (shared_->tests.made(making.rows, making.stamps, page)) {
        for (std::size_t test = 0; test < wanted_.tests.size(); ++test)
            if (!has_bit(shared_->tests.bits(test, page), index)) return false;
    } else {
        for (std::size_t test = 0; test < wanted_.tests.size(); ++test) {
            making.source.load(row, wanted_.tests[test].reads);
            if (!making.source.holds(test)) return false;
        }
    }
    return true;
}

// --- matching ----------------------------------------------------------------------

Made Engine::made_now(const Making& making, std::size_t page) const
{
    return made_from(Reach::elsewhere, making.rows.pages()[page].revision, making.stamps);
}

// True if the page's matches are of its current rows, and of this question or a wider one.
bool Engine::is_current(const Making& making, std::size_t page) const
{
    return pages_[page].question >= widest_ && pages_[page].made == made_now(making, page);
}

bool Engine::is_known(const Making& making, std::size_t page) const
{
    return pages_[page].question == question_ && is_current(making, page);
}

bool Engine::match(const Making& making)
{
    while (page_ < pages_.size()) {
        const auto page = page_++;
        if (is_known(making, page)) continue;
        match_page(making, page);
        if (page_ < pages_.size() && is_spent(making.work.budget)) return false;
    }
    return true;
}

void Engine::match_tests(const Making& making, std::size_t page, std::span<std::uint64_t> matches) const
{
    set_first(matches, making.rows.pages()[page].rows);
    for (std::size_t test = 0; test < wanted_.tests.size(); ++test) {
        const auto& bits = shared_->tests.bits(test, page);
        for (std::size_t part = 0; part < bits.size(); ++part) matches[part] &= bits[part];
    }
}

void Engine::match_page(const Making& making, std::size_t page)
{
    auto&      match   = pages_[page];
    const bool current = is_current(making, page);
    const auto matches = matches_of(page);

    shared_->tests.make(making.rows, making.source, making.stamps, page);
    if (!words_.empty()) making.texts.make_searched(making.rows, making.source, making.stamps, page);
    if (!current) match_tests(making, page, matches);
    // Matches of the previous question already have its words: only new words need a search.
    const bool stepwise = current && match.question + 1 == question_;
    for (const auto& word : words_)
        if (!stepwise || std::find(words_before_.begin(), words_before_.end(), word) == words_before_.end())
            making.texts.match(making.rows, page, word, matches);
    match.question = question_;
    match.made     = made_now(making, page);
}

void Engine::count_total(const Making& making)
{
    total_ = making.rows.size();
    if (!wanted_.has_tab) return;
    total_ = 0;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        shared_->tests.make(making.rows, making.source, making.stamps, page);
        for (const auto bits : shared_->tests.bits(0, page)) total_ += static_cast<std::uint32_t>(std::popcount(bits));
    }
}

// --- gathering in order ---------------------------------------------------------------

std::span<std::uint64_t> Engine::matches_of(std::size_t page)
{
    return std::span(matches_).subspan(page * words_a_page, words_a_page);
}

bool Engine::backwards() const { return wanted_.sort.size() == 1 && wanted_.sort[0].descending; }

// Makes room for one row more than there are matches, since gather() writes each row before it knows whether it matches.
void Engine::begin_gathering(const Making& making)
{
    std::size_t count = 0;
    for (const auto bits : matches_) count += static_cast<std::size_t>(std::popcount(bits));
    taken_ = written_ = 0;
    walk_.reset();
    order_ = wanted_.sort.empty() ? nullptr : shared_->orders.find(wanted_.sort, making);
    if (order_ && order_->has_places() && count < (narrows_ ? found_.size() : order_->rows.size()) / few_of_all) {
        gathered_ = few_in_order(*order_, backwards(), matches_);
        gathered_.push_back(0);
        written_ = count;
        return;
    }
    gathered_.resize(count + 1);
    if (order_) walk_.emplace(*order_, backwards());
}

void Engine::gather_page(std::size_t page)
{
    const auto matches = matches_of(page);
    for (std::size_t part = 0; part < matches.size(); ++part)
        for (auto left = matches[part]; left != 0; left &= left - 1)
            gathered_[written_++] = first_of(page) + static_cast<std::uint32_t>(part * 64) +
                                    static_cast<std::uint32_t>(std::countr_zero(left));
}

bool Engine::gather(const Making& making)
{
    auto* const budget = making.work.budget;
    if (gathered_.empty()) begin_gathering(making);
    const auto take = [&](std::span<const std::uint32_t> rows) {
        auto* const to      = gathered_.data();
        auto        written = written_;
        for (const auto row : rows) {
            to[written] = row;
            written += matches_[row / 64] >> row % 64 & 1;
        }
        written_ = written;
        taken_ += rows.size();
    };

    const auto all_there = [&] { return written_ + 1 == gathered_.size(); };
    if (narrows_) {
        while (taken_ < found_.size() && !all_there()) {
            take(std::span(found_).subspan(taken_, std::min<std::size_t>(slice, found_.size() - taken_)));
            if (taken_ < found_.size() && is_spent(budget)) return false;
        }
    } else if (!walk_) {
        for (; taken_ < pages_.size() && !all_there(); ++taken_) {
            gather_page(taken_);
            if (taken_ % 8 != 7 || !is_spent(budget)) continue;
            ++taken_;
            return false;
        }
    } else {
        std::size_t since = 0;
        for (auto rows = walk_->next(slice); !rows.empty() && !all_there(); rows = walk_->next(slice)) {
            take(rows);
            since += rows.size();
            if (since < slice) continue;
            since = 0;
            if (is_spent(budget)) return false;
        }
    }
    gathered_.pop_back();
    found_    = std::move(gathered_);
    gathered_ = {};
    answered_ = question_;
    walk_.reset();
    return true;
}

// --- progress and memory ---------------------------------------------------------------

float Engine::progress() const
{
    if (finished_ || pages_.empty()) return 1;
    switch (step_) {
    case Step::match:  return 0.5f * static_cast<float>(page_) / static_cast<float>(pages_.size());
    case Step::order:  return 0.5f + 0.4f * shared_->orders.progress(wanted_.sort);
    case Step::gather:
    case Step::done:   break;
    }
    return 0.9f;
}

std::size_t Engine::memory() const
{
    return (found_.capacity() + first_.capacity() + gathered_.capacity()) * sizeof(std::uint32_t) +
           matches_.capacity() * sizeof(std::uint64_t) + pages_.capacity() * sizeof(PageMatch) + remembered_.memory();
}

}  // namespace query
