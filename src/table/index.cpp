#include "table/index.hpp"

#include "table/hash.hpp"

#include <algorithm>

namespace table {
namespace {

constexpr std::uint32_t emptied = ~std::uint32_t{0};  // a slot whose chain is gone; probing goes on past it

std::uint32_t hash_of(std::string_view key)
{
    const auto wide = hash_in_memory(key);
    const auto half = static_cast<std::uint32_t>(wide ^ (wide >> 32));
    return half == 0 ? 1 : half;  // 0 means "not filed"
}

}  // namespace

std::vector<std::uint32_t> Index::rows_of(const Rows& rows, std::string_view key)
{
    std::vector<std::uint32_t> found;
    auto                       row = any_of(rows, key);
    while (row) {
        found.push_back(*row);
        const auto next = links_[*row].next;
        row             = next == 0 ? std::nullopt : std::optional(next - 1);
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<std::uint32_t> Index::any_of(const Rows& rows, std::string_view key)
{
    follow(rows);
    if (key.empty() || heads_.empty()) return std::nullopt;
    const auto head = heads_[slot_of(rows, key, hash_of(key))];
    return head == 0 ? std::nullopt : std::optional(head - 1);
}

void Index::follow(const Rows& rows)
{
    if (revision_ == rows.revision()) return;
    const auto touched = rows.touched_since(revision_);
    revision_          = rows.revision();
    if (!touched) return file_all(rows);

    // Take out all rows before any is filed: a chain is identified by the current key of its first row, which must not
    // have changed.
    for (const auto row : *touched)
        if (row < links_.size()) take_out(row);
    for (auto row = rows.size(); row < links_.size(); ++row) take_out(row);
    links_.resize(rows.size());
    for (const auto row : *touched)
        if (row < rows.size() && links_[row].hash == 0) file(rows, row);
}

void Index::file_all(const Rows& rows)
{
    links_.assign(rows.size(), {});
    heads_.clear();
    used_ = 0;
    for (std::uint32_t row = 0; row < rows.size(); ++row) file(rows, row);
}

void Index::file(const Rows& rows, std::uint32_t row)
{
    ++rows_read_;
    const auto key = key_at(rows, row);
    if (key.empty()) return;
    make_room();
    const auto hash = hash_of(key);
    const auto slot = slot_of(rows, key, hash);
    auto&      head = heads_[slot];
    if (head == 0) ++used_;
    links_[row] = {head, 0, hash};
    if (head != 0) links_[head - 1].before = row + 1;
    head = row + 1;
}

void Index::take_out(std::uint32_t row)
{
    const auto link = links_[row];
    if (link.hash == 0) return;
    links_[row] = {};
    if (link.next != 0) links_[link.next - 1].before = link.before;
    if (link.before != 0) {
        links_[link.before - 1].next = link.next;
        return;
    }
    const auto mask = heads_.size() - 1;
    auto       slot = link.hash & mask;
    while (heads_[slot] != row + 1) slot = (slot + 1) & mask;
    heads_[slot] = link.next == 0 ? emptied : link.next;
}

// Keeps half of the slots free. Moves whole chains.
void Index::make_room()
{
    if (2 * (used_ + 1) <= heads_.size()) return;
    std::vector<std::uint32_t> old;
    old.swap(heads_);
    const auto chains = static_cast<std::size_t>(
        std::count_if(old.begin(), old.end(), [](std::uint32_t head) { return head != 0 && head != emptied; }));
    std::size_t slots = 16;
    while (slots < 4 * (chains + 1)) slots *= 2;
    heads_.assign(slots, 0);
    used_ = chains;
    for (const auto head : old) {
        if (head == 0 || head == emptied) continue;
        auto slot = links_[head - 1].hash & (slots - 1);
        while (heads_[slot] != 0) slot = (slot + 1) & (slots - 1);
        heads_[slot] = head;
    }
}

// The slot of that key's chain, or the free slot where the chain would begin.
std::size_t Index::slot_of(const Rows& rows, std::string_view key, std::uint32_t hash) const
{
    const auto mask = heads_.size() - 1;
    auto       slot = hash & mask;
    for (;; slot = (slot + 1) & mask) {
        const auto head = heads_[slot];
        if (head == 0) return slot;
        if (head != emptied && links_[head - 1].hash == hash && key_at(rows, head - 1) == key) return slot;
    }
}

std::size_t Index::memory() const { return links_.capacity() * sizeof(Link) + heads_.capacity() * sizeof heads_[0]; }

}  // namespace table
