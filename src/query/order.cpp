// The second half of Engine: ranks, and putting found rows in order by them.
#include "base/text.hpp"
#include "query/engine.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace query {
namespace {

constexpr std::size_t most_ranks = 3;  // columns whose ranks are kept

// A row's key, and what decides at once in most comparisons: the number, or the text's first eight letters.
struct Keyed {
    std::uint64_t head;
    std::uint32_t row;
};

// Unsigned numbers in the order of the signed ones.
std::uint64_t head_of(std::int64_t number) { return static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63); }

std::uint64_t head_of(std::string_view text)
{
    std::uint64_t head = 0;
    for (std::size_t index = 0; index < sizeof head; ++index)
        head = head << 8 | (index < text.size() ? static_cast<unsigned char>(text[index]) : 0U);
    return head;
}

// Gives equal ranks to neighbours that `same` finds equal.
template <class Same>
std::uint32_t assign_ranks(const std::vector<Keyed>& keys, std::vector<std::uint32_t>& rank, Same same)
{
    std::uint32_t next = 0;
    for (std::size_t index = 0; index < keys.size(); ++index) {
        if (index > 0 && !same(keys[index - 1], keys[index])) ++next;
        rank[keys[index].row] = next;
    }
    return keys.empty() ? 0 : next + 1;
}

}  // namespace

const Engine::Ranks& Engine::ranks_of(int column, const table::Rows& rows, Source& source, Stamps stamps)
{
    const auto& described = columns_[static_cast<std::size_t>(column)];
    const Made  from      = described.reach == Reach::row ? Made{rows.revision(), stamps.own, 0}
                                                          : Made{rows.revision(), stamps.own, stamps.elsewhere};

    auto ranks = std::find_if(ranks_.begin(), ranks_.end(), [&](const Ranks& one) { return one.column == column; });
    if (ranks == ranks_.end()) {
        if (ranks_.size() >= most_ranks)
            ranks_.erase(std::min_element(ranks_.begin(), ranks_.end(),
                                          [](const Ranks& a, const Ranks& b) { return a.used < b.used; }));
        ranks         = ranks_.emplace(ranks_.end());
        ranks->column = column;
    }
    ranks->used = ++uses_;
    if (ranks->made == from) return *ranks;

    ranks->made = from;
    ranks->rank.assign(rows.size(), 0);
    const bool number =
        described.field != table::Schema::none && rows.schema().columns[described.field].kind < table::Kind::text;
    if (described.has_order || number) rank_numbers(*ranks, rows, source);
    else rank_texts(*ranks, rows, source);
    return *ranks;
}

void Engine::rank_numbers(Ranks& ranks, const table::Rows& rows, Source& source) const
{
    const auto         column    = static_cast<std::size_t>(ranks.column);
    const auto&        described = columns_[column];
    std::vector<Keyed> keys;
    std::vector<std::uint32_t> blanks;
    keys.reserve(rows.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        std::int64_t number = 0;
        if (described.has_order) {
            source.load(row);
            number = source.order(column);
        } else number = rows.at(described.field, row).number;
        if (number == blank) blanks.push_back(row);
        else keys.push_back({head_of(number), row});
    }
    std::sort(keys.begin(), keys.end(), [](const Keyed& a, const Keyed& b) { return a.head < b.head; });
    ranks.count = assign_ranks(keys, ranks.rank, [](const Keyed& a, const Keyed& b) { return a.head == b.head; });
    for (const auto row : blanks) ranks.rank[row] = ranks.count;
}

void Engine::rank_texts(Ranks& ranks, const table::Rows& rows, Source& source) const
{
    const auto                 column    = static_cast<std::size_t>(ranks.column);
    const auto&                described = columns_[column];
    std::string                folded;
    std::vector<std::size_t>   ends;
    std::vector<Keyed>         keys;
    std::vector<std::uint32_t> blanks;
    keys.reserve(rows.size());
    ends.reserve(rows.size());
    const auto text_of = [&](std::uint32_t row) {
        const auto from = row == 0 ? 0 : ends[row - 1];
        return std::string_view(folded).substr(from, ends[row] - from);
    };
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (described.field != table::Schema::none) base::fold_into(folded, rows.at(described.field, row).text);
        else {
            source.load(row);
            base::fold_into(folded, source.text(column));
        }
        ends.push_back(folded.size());
        if (text_of(row).empty()) blanks.push_back(row);
        else keys.push_back({head_of(text_of(row)), row});
    }
    std::sort(keys.begin(), keys.end(), [&](const Keyed& a, const Keyed& b) {
        return a.head != b.head ? a.head < b.head : text_of(a.row) < text_of(b.row);
    });
    ranks.count = assign_ranks(keys, ranks.rank, [&](const Keyed& a, const Keyed& b) {
        return a.head == b.head && text_of(a.row) == text_of(b.row);
    });
    for (const auto row : blanks) ranks.rank[row] = ranks.count;
}

// Requires found_ in the order of the rows, in which equal ones stay.
void Engine::order_found(const table::Rows& rows, Source& source, Stamps stamps, const std::vector<Sort>& sort)
{
    // The least important first: each pass keeps the order of the one before among equals.
    for (auto by = sort.rbegin(); by != sort.rend(); ++by) {
        const auto& ranks = ranks_of(by->column, rows, source, stamps);
        const auto  key   = [&](std::uint32_t row) {
            const auto rank = ranks.rank[row];
            return by->descending && rank < ranks.count ? ranks.count - 1 - rank : rank;
        };
        const auto depth = static_cast<std::size_t>(std::bit_width(found_.size()));
        if (found_.size() * depth < rows.size()) {
            std::stable_sort(found_.begin(), found_.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
            continue;
        }
        std::vector<std::uint32_t> start(ranks.count + std::size_t{2}, 0), ordered(found_.size());
        for (const auto row : found_) ++start[key(row) + 1];
        for (std::size_t rank = 1; rank < start.size(); ++rank) start[rank] += start[rank - 1];
        for (const auto row : found_) ordered[start[key(row)]++] = row;
        found_ = std::move(ordered);
    }
}

}  // namespace query
