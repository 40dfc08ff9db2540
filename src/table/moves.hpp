// Where the rows of a table went: whoever keeps row numbers (a selection, an export under way) follows them
// here, so that a number kept always means the row of the same id.
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
    // `born`: a number that no other table and no other change has; so are all `at` below.
    explicit Moves(std::uint64_t born) : mark_(born), before_(born) {}

    // Take it with the row numbers; since() tells what became of them.
    std::uint64_t mark() const { return mark_; }

    // The moves since that mark, the oldest first. Nothing when the numbers cannot be followed: they are of
    // another table, or too many rows have moved since.
    std::optional<std::span<const Move>> since(std::uint64_t mark) const
    {
        if (mark == before_) return std::span<const Move>(moves_);
        // From the end: whoever follows, follows closely.
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
    std::uint64_t              before_;  // the mark that the first move kept came after
    std::vector<Move>          moves_;
    std::vector<std::uint64_t> marks_;  // of each move
};

}  // namespace table
