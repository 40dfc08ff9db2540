// Which rows matched the questions asked lately: who takes a letter back, or types it again, waits for no search.
#pragma once
#include "query/find.hpp"
#include "query/source.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace query {

// The rows that pass all tests and hold all words, page by page, and what each page's were made from.
struct Matched {
    std::vector<Predicate>   tests;
    std::vector<std::string> words;
    Bits                     bits;  // by row
    std::vector<Made>        made;  // by page
};

class Remembered {
public:
    // Instead of what is held of the same question; the one that was kept longest ago is forgotten.
    void keep(Matched);

    // Null when there is none. Its pages may be of rows that changed since. Valid until the next keep().
    const Matched* find(const std::vector<Predicate>& tests, const std::vector<std::string>& words) const;

    std::size_t memory() const;

private:
    std::vector<Matched> held_;
};

}  // namespace query
