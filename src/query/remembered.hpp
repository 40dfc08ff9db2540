// The rows that matched recent questions: deleting a letter, or typing it again, needs no new search.
#pragma once
#include "query/find.hpp"
#include "query/source.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace query {

// The rows that pass all tests and have all words, and what this was made from, page by page.
struct Matched {
    std::vector<Predicate>   tests;
    std::vector<std::string> words;
    Bits                     bits;  // by row
    std::vector<Made>        made;  // by page
};

class Remembered {
public:
    // Replaces the matches kept for the same question. When there are too many, drops the ones kept longest ago.
    void keep(Matched);

    // Null if there is none. Pages may be outdated: compare their Made. Valid until the next keep().
    const Matched* find(const std::vector<Predicate>& tests, const std::vector<std::string>& words) const;

    std::size_t memory() const;

private:
    std::vector<Matched> held_;
};

}  // namespace query
