#include "query/engine.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace query {
namespace {

std::uint32_t rows_of(const table::Rows& rows, std::size_t page) { return rows.pages()[page].rows; }
std::uint32_t first_of(std::size_t page) { return static_cast<std::uint32_t>(page) * table::page_rows; }

std::vector<std::uint64_t> all_bits(std::uint32_t count)
{
    std::vector<std::uint64_t> bits((count + 63) / 64, ~std::uint64_t{0});
    if (count % 64 != 0) bits.back() = (std::uint64_t{1} << count % 64) - 1;
    return bits;
}

void set_bit(std::vector<std::uint64_t>& bits, std::uint32_t index)
{
    bits[index / 64] |= std::uint64_t{1} << index % 64;
}

// Whether rows that hold all `later` words are among those that hold all `earlier` ones.
bool narrows(const std::vector<std::string>& earlier, const std::vector<std::string>& later)
{
    return std::all_of(earlier.begin(), earlier.end(), [&](const std::string& before) {
        return std::any_of(later.begin(), later.end(),
                           [&](const std::string& word) { return word.find(before) != std::string::npos; });
    });
}

}  // namespace

void Engine::update(const table::Rows& rows, Source& source, Stamps stamps, const Wanted& wanted)
{
    const bool same_rows = ready_ && rows.revision() == rows_revision_ && stamps == stamps_;
    if (same_rows && wanted == wanted_) return;

    const bool same_tests = same_rows && wanted.tests == wanted_.tests && wanted.has_tab == wanted_.has_tab;
    const bool same_sort  = wanted.sort == wanted_.sort;
    auto       words      = base::words(wanted.search);
    const bool same_words = same_tests && words == words_;
    const bool narrower   = same_tests && narrows(words_, words);

    wanted_        = wanted;
    stamps_        = stamps;
    rows_revision_ = rows.revision();
    words_         = std::move(words);
    ready_         = true;
    if (same_words && same_sort) return;  // another blank in the search
    ++revision_;

    if (!same_tests) make_tests(rows, source, stamps, wanted.tests);
    if (!words_.empty()) make_texts(rows, source, stamps);

    // Rows that a narrower search leaves stand in order already.
    if (narrower && !same_words) narrow();
    else if (!same_words) match_all(rows);
    if (same_sort && narrower) return;
    if (narrower) std::sort(found_.begin(), found_.end());
    order_found(rows, source, stamps, wanted.sort);
}

Engine::Made Engine::made_from(Reach reach, const table::Rows& rows, std::size_t page, Stamps stamps)
{
    return reach == Reach::row ? Made{rows.pages()[page].revision, stamps.own, 0}
                               : Made{rows.revision(), stamps.own, stamps.elsewhere};
}

// --- tests: the tab and the filters ----------------------------------------------

void Engine::make_tests(const table::Rows& rows, Source& source, Stamps stamps, const std::vector<Test>& tests)
{
    // 1. Keep the answers to tests that are still wanted.
    std::vector<KeptTest> kept;
    for (const auto& test : tests) {
        const auto known =
            std::find_if(tests_.begin(), tests_.end(), [&](const KeptTest& one) { return one.test == test; });
        kept.push_back(known == tests_.end() ? KeptTest{test, {}} : std::move(*known));
        if (known != tests_.end()) known->test.key.clear();
        kept.back().pages.resize(rows.pages().size());
    }
    tests_ = std::move(kept);

    // 2. Ask again where rows changed.
    for (std::size_t page = 0; page < rows.pages().size(); ++page)
        for (std::size_t test = 0; test < tests_.size(); ++test) {
            auto&      answer = tests_[test].pages[page];
            const auto from   = made_from(tests_[test].test.reach, rows, page, stamps);
            if (answer.made == from) continue;
            answer.made = from;
            answer.bits.assign((rows_of(rows, page) + 63) / 64, 0);
            for (std::uint32_t index = 0; index < rows_of(rows, page); ++index) {
                source.load(first_of(page) + index);
                if (source.holds(test)) set_bit(answer.bits, index);
            }
        }

    // 3. Count the tab.
    total_ = rows.size();
    if (!wanted_.has_tab) return;
    total_ = 0;
    for (const auto& page : tests_.front().pages)
        for (const auto bits : page.bits) total_ += static_cast<std::uint32_t>(std::popcount(bits));
}

// --- texts -----------------------------------------------------------------------

void Engine::make_texts(const table::Rows& rows, Source& source, Stamps stamps)
{
    for (const auto reach : {Reach::row, Reach::elsewhere}) {
        auto&      texts  = texts_[static_cast<std::size_t>(reach)];
        const bool needed = std::any_of(columns_.begin(), columns_.end(), [&](const EngineColumn& column) {
            return column.searched && column.reach == reach;
        });
        if (!needed) continue;
        texts.resize(rows.pages().size());
        for (std::size_t page = 0; page < texts.size(); ++page) {
            const auto from = made_from(reach, rows, page, stamps);
            if (texts[page].made == from) continue;
            make_text(texts[page], reach, rows, source, page);
            texts[page].made = from;
        }
    }
}

void Engine::make_text(PageText& text, Reach reach, const table::Rows& rows, Source& source, std::size_t page) const
{
    const auto& stored = rows.pages()[page];
    const auto  direct = [&](const EngineColumn& column) {
        return column.field != table::Schema::none && stored.columns[column.field].kind() >= table::Kind::text;
    };
    bool needs_rows = false;
    for (const auto& column : columns_)
        needs_rows = needs_rows || (column.searched && column.reach == reach && !direct(column));

    text.bytes.clear();
    text.ends.clear();
    text.ends.reserve(stored.rows);
    for (std::uint32_t index = 0; index < stored.rows; ++index) {
        if (needs_rows) source.load(first_of(page) + index);
        for (std::size_t number = 0; number < columns_.size(); ++number) {
            const auto& column = columns_[number];
            if (!column.searched || column.reach != reach) continue;
            if (direct(column)) base::fold_into(text.bytes, stored.columns[column.field].text(index));
            else base::fold_into(text.bytes, source.text(number));
            text.bytes += '\n';
        }
        text.ends.push_back(static_cast<std::uint32_t>(text.bytes.size()));
    }
    text.bytes = std::string(text.bytes.begin(), text.bytes.end());  // no spare room, which shrink_to_fit would leave
}

bool Engine::has_text(std::uint32_t row, std::string_view word) const
{
    for (const auto& texts : texts_)
        if (!texts.empty() &&
            texts[row / table::page_rows].row(row % table::page_rows).find(word) != std::string_view::npos)
            return true;
    return false;
}

void Engine::mark_hits(std::size_t page, std::string_view word, Bits& hits) const
{
    for (const auto& texts : texts_) {
        if (texts.empty()) continue;
        const auto&            text = texts[page];
        const std::string_view bytes(text.bytes);
        std::uint32_t          index = 0;
        for (auto at = bytes.find(word); at != std::string_view::npos; at = bytes.find(word, text.ends[index - 1])) {
            while (text.ends[index] <= at) ++index;
            set_bit(hits, index++);
            if (index == text.ends.size()) break;
        }
    }
}

// --- matching ----------------------------------------------------------------------

void Engine::match_all(const table::Rows& rows)
{
    found_.clear();
    for (std::size_t page = 0; page < rows.pages().size(); ++page) {
        auto bits = all_bits(rows_of(rows, page));
        for (const auto& test : tests_)
            for (std::size_t part = 0; part < bits.size(); ++part) bits[part] &= test.pages[page].bits[part];
        for (const auto& word : words_) {
            Bits hits(bits.size(), 0);
            mark_hits(page, word, hits);
            for (std::size_t part = 0; part < bits.size(); ++part) bits[part] &= hits[part];
        }
        for (std::size_t part = 0; part < bits.size(); ++part)
            for (auto left = bits[part]; left != 0; left &= left - 1)
                found_.push_back(first_of(page) + static_cast<std::uint32_t>(part * 64) +
                                 static_cast<std::uint32_t>(std::countr_zero(left)));
    }
}

void Engine::narrow()
{
    std::erase_if(found_, [&](std::uint32_t row) {
        return !std::all_of(words_.begin(), words_.end(), [&](const std::string& word) { return has_text(row, word); });
    });
}

std::size_t Engine::memory() const
{
    std::size_t bytes = found_.capacity() * sizeof(std::uint32_t);
    for (const auto& texts : texts_)
        for (const auto& page : texts) bytes += page.bytes.capacity() + page.ends.capacity() * sizeof(std::uint32_t);
    for (const auto& test : tests_)
        for (const auto& page : test.pages) bytes += page.bits.capacity() * sizeof(std::uint64_t);
    for (const auto& ranks : ranks_) bytes += ranks.rank.capacity() * sizeof(std::uint32_t);
    return bytes;
}

}  // namespace query
