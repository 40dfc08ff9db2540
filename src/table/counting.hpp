// Counts the rows read since the program began (by value, by row or by page), so that tests can limit the cost of a
// command. Debug builds only. One thread.
#pragma once
#include <cstdint>

namespace table {

#ifndef NDEBUG
inline std::uint64_t counted_rows = 0;

inline void          count_rows(std::uint64_t rows = 1) { counted_rows += rows; }
inline std::uint64_t rows_looked_at() { return counted_rows; }
#else
inline void count_rows(std::uint64_t = 1) {}
#endif

}  // namespace table
