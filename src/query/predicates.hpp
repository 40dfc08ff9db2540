// Which rows pass the tab and the filters: a bit a row for each test, made anew only where rows changed.
#pragma once
#include "query/find.hpp"
#include "query/source.hpp"

#include <vector>

namespace query {

class Predicates {
public:
    // The tests that the next calls speak of, by their place. Answers to some earlier ones are kept.
    void want(const std::vector<Predicate>& tests);

    // Cheap where nothing changed.
    void make(const table::Rows&, Source&, Stamps, std::size_t page);
    bool made(const table::Rows&, Stamps, std::size_t page) const;

    // Requires that the page was made.
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
    std::vector<std::size_t> wanted_;  // of kept_
    std::uint64_t            uses_ = 0;
};

}  // namespace query
