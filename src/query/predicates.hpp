// Which rows pass the tab and the filters: one bit per row for each test, computed again only where rows changed.
#pragma once
#include "query/find.hpp"
#include "query/source.hpp"

#include <vector>

namespace query {

class Predicates {
public:
    // Sets the tests that the next calls refer to by position. Results of some earlier tests are kept.
    void want(const std::vector<Predicate>& tests);

    // Cheap where nothing changed.
    void make(const table::Rows&, Source&, Stamps, std::size_t page);
    bool made(const table::Rows&, Stamps, std::size_t page) const;

    // Requires that make() was called for the page.
    const Bits& bits(std::size_t test, std::size_t page) const { return kept_[wanted_[test]].pages[page].bits; }
    std::size_t count() const { return wanted_.size(); }

    std::size_t memory() const;

private:
    struct Page {
        Made made;
        Bits bits;
    };
    struct Kept {
        Predicate         test;
        std::vector<Page> pages;
        std::uint64_t     used = 0;
    };
    std::vector<Kept>        kept_;
    std::vector<std::size_t> wanted_;  // indexes into kept_
    std::uint64_t            uses_ = 0;
};

}  // namespace query
