#include "query/predicates.hpp"

#include <algorithm>

namespace query {
namespace {

constexpr std::size_t most_kept = 8;  // besides the wanted ones

}  // namespace

void Predicates::want(const std::vector<Predicate>& tests)
{
    ++uses_;
    for (const auto& test : tests) {
        auto known = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.test == test; });
        if (known == kept_.end()) known = kept_.insert(kept_.end(), Kept{test, {}, 0});
        known->used = uses_;
    }
    while (kept_.size() > most_kept) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(),
                                             [](const Kept& a, const Kept& b) { return a.used < b.used; });
        if (oldest->used == uses_) break;
        kept_.erase(oldest);
    }
    wanted_.clear();
    for (const auto& test : tests)
        wanted_.push_back(static_cast<std::size_t>(
            std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.test == test; }) -
            kept_.begin()));
}

bool Predicates::made(const table::Rows& rows, Stamps stamps, std::size_t page) const
{
    return std::all_of(wanted_.begin(), wanted_.end(), [&](std::size_t number) {
        const auto& kept = kept_[number];
        return page < kept.pages.size() &&
               kept.pages[page].made == made_from(kept.test.reach, rows.pages()[page].revision, stamps);
    });
}

void Predicates::make(const table::Rows& rows, Source& source, Stamps stamps, std::size_t page)
{
    for (std::size_t test = 0; test < wanted_.size(); ++test) {
        auto& kept = kept_[wanted_[test]];
        if (kept.pages.size() != rows.pages().size()) kept.pages.resize(rows.pages().size());
        auto&      answer = kept.pages[page];
        const auto count  = rows.pages()[page].rows;
        const auto from   = made_from(kept.test.reach, rows.pages()[page].revision, stamps);
        if (answer.made == from) continue;
        answer.made = from;
        answer.bits.assign((count + 63) / 64, 0);
        for (std::uint32_t index = 0; index < count; ++index) {
            source.load(first_of(page) + index, kept.test.reads);
            if (source.holds(test)) set_bit(answer.bits, index);
        }
    }
}

std::size_t Predicates::memory() const
{
    std::size_t bytes = 0;
    for (const auto& kept : kept_)
        for (const auto& page : kept.pages) bytes += sizeof page + page.bits.capacity() * sizeof(std::uint64_t);
    return bytes;
}

}  // namespace query
