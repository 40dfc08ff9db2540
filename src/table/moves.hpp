// Where the rows of a table moved. Code that keeps row numbers (a selection, an export under way) updates them from this,
// so that each keeps meaning the row of the same id.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace table {

struct Move {
    static constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t from = 0;
    std::uint32_t to   = gone;
};

class Moves {
public:
    // `born` must be a number that no other table and no other change has, and so must each `at` given to note().
    explicit Moves(std::uint64_t born) : mark_(born), before_(born) {}

    // Store it together with row numbers; since(mark) then tells where those rows moved.
    std::uint64_t mark() const { return mark_; }

    // The moves since that mark, the oldest first. Nothing when the numbers cannot be followed: the mark is of another
    // table, or too many rows have moved since.
    std::optional<std::span<const Move>> since(std::uint64_t mark) const
    {
        if (mark == before_) return std::span<const Move>(moves_);
        // Searched from the end: marks are usually recent.
        for (std::size_t count = marks_.size(); count-- > 0;)
            if (marks_[count] == mark) return std::span<const Move>(moves_).subspan(count + 1);
        return std::nullopt;
    }

    void note(std::uint64_t at, Move move)
    {
        if (moves_.size() == most) forget(most / 2);
        moves_.push_back(move);
        marks_.push_back(at);
        mark_ = at;
    }

private:
    static constexpr std::size_t most = 16'384;

    void forget(std::size_t count)
    {
        const auto end = static_cast<std::ptrdiff_t>(count);
        before_        = marks_[count - 1];
        moves_.erase(moves_.begin(), moves_.begin() + end);
        marks_.erase(marks_.begin(), marks_.begin() + end);
    }

    std::uint64_t              mark_;
    std::uint64_t              before_;  // the mark just before the first move that is kept
    std::vector<Move>          moves_;
    std::vector<std::uint64_t> marks_;  // of each move
};

}  // namespace table
