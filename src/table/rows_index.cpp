// The index of a table: finds the row of an id.
#include "table/hash.hpp"
#include "table/rows.hpp"

namespace table {
namespace {

constexpr std::uint32_t many_rows  = 1 << 16;
constexpr std::size_t   part_slots = 1 << 15;  // slots of the index that fit into a processor's cache

// A slot of the index holds row + 1 in as many bits as number the slots, and a tag of the id's hash in the other bits:
// most ids that collide in a slot have different tags, so their rows are not read.
std::uint32_t tag_of(std::uint64_t hash, std::size_t mask)
{
    return static_cast<std::uint32_t>(hash >> 32) & ~static_cast<std::uint32_t>(mask);
}
std::uint32_t row_in(std::uint32_t slot, std::size_t mask) { return (slot & static_cast<std::uint32_t>(mask)) - 1; }

}  // namespace

std::optional<std::uint32_t> Rows::find(std::string_view id) const
{
    index_all();
    if (slots_.empty()) return std::nullopt;
    const auto held = slots_[slot_of(id, hash_in_memory(id))];
    return held == 0 ? std::nullopt : std::optional(row_in(held, slots_.size() - 1));
}

bool Rows::repeats_an_id() const
{
    index_all();
    return repeats_an_id_;
}

std::size_t Rows::slot_of(std::string_view id, std::uint64_t hashed) const
{
    const auto mask  = slots_.size() - 1;
    const auto tag   = tag_of(hashed, mask);
    const auto is_it = [&](std::uint32_t held) {
        return (held & ~static_cast<std::uint32_t>(mask)) == tag && id_at(row_in(held, mask)) == id;
    };
    auto slot = static_cast<std::size_t>(hashed) & mask;
    while (slots_[slot] != 0 && !is_it(slots_[slot])) slot = (slot + 1) & mask;
    return slot;
}

void Rows::enter(std::uint32_t row, std::uint64_t hashed) const
{
    const auto slot = slot_of(id_at(row), hashed);
    if (slots_[slot] == 0) slots_[slot] = tag_of(hashed, slots_.size() - 1) | (row + 1);
    else repeats_an_id_ = true;
}

void Rows::index_all() const
{
    if (indexed_ == size()) return;
    grow_index(size());
    if (size() - indexed_ >= many_rows) index_many();
    while (indexed_ < size()) index_row(indexed_);
}

// Enters rows grouped by the part of the index where they go: in the order of the table, nearly each of a million rows
// would miss the cache. Keeps only the 32 bits of each hash that slot and tag need, to touch half the memory.
void Rows::index_many() const
{
    const auto mask    = static_cast<std::uint32_t>(slots_.size() - 1);
    const auto part_of = [&](std::uint32_t needed) { return (needed & mask) / part_slots; };

    std::vector<std::uint32_t> hashes;
    std::vector<std::size_t>   places(slots_.size() / part_slots + 1, 0);
    hashes.reserve(size() - indexed_);
    for (auto row = indexed_; row < size(); ++row) {
        const auto hashed = hash_in_memory(id_at(row));
        hashes.push_back((static_cast<std::uint32_t>(hashed) & mask) | tag_of(hashed, mask));
        ++places[part_of(hashes.back()) + 1];
    }
    for (std::size_t part = 1; part < places.size(); ++part) places[part] += places[part - 1];

    std::vector<std::uint32_t> order(hashes.size());
    for (std::uint32_t at = 0; at < hashes.size(); ++at) order[places[part_of(hashes[at])]++] = at;
    for (const auto at : order) {
        const std::uint64_t hashed = hashes[at];
        enter(indexed_ + at, (hashed << 32) | (hashed & mask));
    }
    indexed_ = size();
}

// Enters the next row, or one that just got a new id.
void Rows::index_row(std::uint32_t row) const
{
    if (row > indexed_) return;  // the index is behind and catches up when it is asked
    if (row == indexed_) ++indexed_;
    grow_index(indexed_);
    enter(row, hash_in_memory(id_at(row)));
}

// Linear probing: entries behind a freed slot move into it if that brings them nearer to their home slot.
void Rows::index_remove(std::string_view id) const
{
    const auto mask = slots_.size() - 1;
    auto       free = slot_of(id, hash_in_memory(id));
    for (auto slot = (free + 1) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const auto home = static_cast<std::size_t>(hash_in_memory(id_at(row_in(slots_[slot], mask)))) & mask;
        if (((slot - home) & mask) < ((slot - free) & mask)) continue;
        slots_[free] = slots_[slot];
        free         = slot;
    }
    slots_[free] = 0;
}

void Rows::grow_index(std::size_t rows) const
{
    if (rows * 4 <= slots_.size() * 3) return;  // at most three quarters full
    std::size_t size = 16;
    while (size * 3 < rows * 4) size *= 2;
    std::vector<std::uint32_t> old(size, 0);
    slots_.swap(old);
    for (const auto held : old)
        if (held != 0) {
            const auto row = row_in(held, old.size() - 1);
            enter(row, hash_in_memory(id_at(row)));
        }
}

}  // namespace table
