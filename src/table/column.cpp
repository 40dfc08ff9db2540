#include "table/column.hpp"

#include "table/hash.hpp"
#include "table/numbers.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <type_traits>

namespace table {
namespace {

constexpr std::size_t few_words  = 16;      // up to here a linear search is quicker than a hash
constexpr std::size_t most_words = 0xfff0;  // at this count words without a row are dropped; a page has fewer rows

// Reads items of layout 1, which are stored as they are in memory.
template <class Item>
bool take_items(std::string_view& bytes, std::vector<Item>& items, std::size_t count)
{
    if (bytes.size() / sizeof(Item) < count) return false;
    items.resize(count);
    if (count > 0) std::memcpy(items.data(), bytes.data(), count * sizeof(Item));
    bytes.remove_prefix(count * sizeof(Item));
    return true;
}

template <class Item>
bool read_items(Layout layout, std::string_view& bytes, std::vector<Item>& items, std::size_t count)
{
    return layout == Layout::as_in_memory ? take_items(bytes, items, count) : read_numbers(bytes, items, count);
}

void write_lengths(std::string& bytes, const std::vector<std::uint32_t>& ends)
{
    std::vector<std::uint32_t> lengths(ends.size());
    std::adjacent_difference(ends.begin(), ends.end(), lengths.begin());
    write_numbers<std::uint32_t>(bytes, lengths);
}

// Reads where each text ends. The ends may lie beyond `bytes`: the caller checks the last one.
bool read_ends(Layout layout, std::string_view& bytes, std::vector<std::uint32_t>& ends, std::size_t count)
{
    if (layout == Layout::as_in_memory)
        return take_items(bytes, ends, count) && std::is_sorted(ends.begin(), ends.end());
    if (!read_numbers(bytes, ends, count)) return false;
    std::uint64_t end = 0;
    for (auto& one : ends) {
        end += one;
        one = static_cast<std::uint32_t>(end);
    }
    return end <= bytes.size();
}

}  // namespace

std::uint32_t Column::rows() const
{
    const auto count = kind_ == ColumnType::byte    ? bytes8_.size()
                       : kind_ == ColumnType::int32 ? ints_.size()
                       : kind_ == ColumnType::int64 ? bigs_.size()
                       : kind_ == ColumnType::word  ? codes_.size()
                                                    : ends_.size();
    return static_cast<std::uint32_t>(count);
}

std::int64_t Column::number(std::uint32_t row) const
{
    return kind_ == ColumnType::byte ? bytes8_[row] : kind_ == ColumnType::int32 ? ints_[row] : bigs_[row];
}

std::string_view Column::text(std::uint32_t row) const { return slice(kind_ == ColumnType::word ? codes_[row] : row); }

void Column::push(const Value& value)
{
    switch (kind_) {
    case ColumnType::byte:  bytes8_.push_back(static_cast<std::uint8_t>(value.number)); break;
    case ColumnType::int32: ints_.push_back(static_cast<std::int32_t>(value.number)); break;
    case ColumnType::int64: bigs_.push_back(value.number); break;
    case ColumnType::text:  append_slice(value.text); break;
    case ColumnType::word:  codes_.push_back(code_of(value.text)); break;
    }
}

void Column::set(std::uint32_t row, const Value& value)
{
    switch (kind_) {
    case ColumnType::byte:  bytes8_[row] = static_cast<std::uint8_t>(value.number); break;
    case ColumnType::int32: ints_[row] = static_cast<std::int32_t>(value.number); break;
    case ColumnType::int64: bigs_[row] = value.number; break;
    case ColumnType::word:  codes_[row] = code_of(value.text); break;
    case ColumnType::text:
        const auto from  = row == 0 ? 0 : ends_[row - 1];
        const auto shift = static_cast<std::uint32_t>(value.text.size()) -
                           (ends_[row] - from);  // wraps round when it shrinks
        text_.replace(from, ends_[row] - from, value.text);
        if (shift != 0)
            for (auto later = row; later < ends_.size(); ++later) ends_[later] += shift;
        break;
    }
}

void Column::pop()
{
    switch (kind_) {
    case ColumnType::byte:  bytes8_.pop_back(); break;
    case ColumnType::int32: ints_.pop_back(); break;
    case ColumnType::int64: bigs_.pop_back(); break;
    case ColumnType::word:  codes_.pop_back(); break;
    case ColumnType::text:
        ends_.pop_back();
        text_.resize(ends_.empty() ? 0 : ends_.back());
        break;
    }
}

void Column::hold_to(const base::Bounds& bounds)
{
    const auto hold = [&]<class Item>(std::vector<Item>& items) {
        const auto least = static_cast<Item>(bounds.least), most = static_cast<Item>(bounds.most);
        for (auto& item : items) item = item < least ? least : item > most ? most : item;
    };
    if (bounds == base::Bounds()) return;
    if (kind_ == ColumnType::int64) hold(bigs_);
    else if (bounds != base::int32_bounds) hold(ints_);
}

void Column::release_spare()
{
    // Not shrink_to_fit: without exceptions libstdc++ does nothing there.
    const auto exactly = [](auto& items) {
        items = std::remove_reference_t<decltype(items)>(items.begin(), items.end());
    };
    exactly(bytes8_);
    exactly(ints_);
    exactly(bigs_);
    exactly(codes_);
    exactly(ends_);
    exactly(text_);
    slots_ = {};
}

std::size_t Column::memory() const
{
    return bytes8_.capacity() + ints_.capacity() * 4 + bigs_.capacity() * 8 + codes_.capacity() * 2 +
           ends_.capacity() * 4 + text_.capacity() + slots_.capacity() * 2 + sizeof *this;
}

// --- words ---------------------------------------------------------------------

void Column::append_slice(std::string_view text)
{
    text_ += text;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::uint16_t Column::code_of(std::string_view word)
{
    if (words() <= few_words) {
        for (std::uint32_t code = 0; code < words(); ++code)
            if (slice(code) == word) return static_cast<std::uint16_t>(code);
    } else {
        if (slots_.size() < words() * std::size_t{2}) index_words();
        for (auto slot = static_cast<std::size_t>(hash_in_memory(word)) % slots_.size(); slots_[slot] != 0;
             slot      = (slot + 1) % slots_.size())
            if (slice(slots_[slot] - 1U) == word) return static_cast<std::uint16_t>(slots_[slot] - 1);
    }
    // The word may be a slice of this very column, whose bytes are about to move.
    const std::string kept(word);
    if (words() >= most_words) drop_unused_words();
    append_slice(kept);
    const auto code = static_cast<std::uint16_t>(words() - 1);
    if (!slots_.empty()) {
        auto slot = static_cast<std::size_t>(hash_in_memory(slice(code))) % slots_.size();
        while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
        slots_[slot] = static_cast<std::uint16_t>(code + 1);
    }
    return code;
}

void Column::index_words()
{
    slots_.assign(std::max<std::size_t>(64, words() * std::size_t{4}), 0);
    for (std::uint32_t code = 0; code < words(); ++code) {
        auto slot = static_cast<std::size_t>(hash_in_memory(slice(code))) % slots_.size();
        while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
        slots_[slot] = static_cast<std::uint16_t>(code + 1);
    }
}

void Column::drop_unused_words()
{
    constexpr std::uint16_t    unused = 0xffff;
    std::vector<std::uint16_t> renamed(words(), unused);
    Column                     kept(ColumnType::word);
    for (auto& code : codes_) {
        if (renamed[code] == unused) {
            renamed[code] = static_cast<std::uint16_t>(kept.words());
            kept.append_slice(slice(code));
        }
        code = renamed[code];
    }
    ends_ = std::move(kept.ends_);
    text_ = std::move(kept.text_);
    slots_.clear();
}

// --- stored form ---------------------------------------------------------------

void Column::write(std::string& bytes) const
{
    switch (kind_) {
    case ColumnType::byte:  return write_numbers<std::uint8_t>(bytes, bytes8_);
    case ColumnType::int32: return write_numbers<std::int32_t>(bytes, ints_);
    case ColumnType::int64: return write_numbers<std::int64_t>(bytes, bigs_);
    case ColumnType::text:  break;
    case ColumnType::word:
        const auto count = words();
        bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
        write_numbers<std::uint16_t>(bytes, codes_);
        break;
    }
    write_lengths(bytes, ends_);
    bytes += text_;
}

bool Column::read(std::string_view bytes, std::uint32_t rows, int limit, Layout layout)
{
    std::uint32_t texts = rows;
    switch (kind_) {
    case ColumnType::byte:
        if (!read_items(layout, bytes, bytes8_, rows) || !bytes.empty()) return false;
        return std::all_of(bytes8_.begin(), bytes8_.end(), [&](std::uint8_t value) { return value < limit; });
    case ColumnType::int32: return read_items(layout, bytes, ints_, rows) && bytes.empty();
    case ColumnType::int64: return read_items(layout, bytes, bigs_, rows) && bytes.empty();
    case ColumnType::text:  break;
    case ColumnType::word:
        if (bytes.size() < sizeof texts) return false;
        std::memcpy(&texts, bytes.data(), sizeof texts);
        bytes.remove_prefix(sizeof texts);
        if (texts > 0xffff || !read_items(layout, bytes, codes_, rows)) return false;
        if (std::any_of(codes_.begin(), codes_.end(), [&](std::uint16_t code) { return code >= texts; })) return false;
        break;
    }
    if (!read_ends(layout, bytes, ends_, texts)) return false;
    text_ = bytes;
    return (ends_.empty() ? 0 : ends_.back()) == text_.size();
}

}  // namespace table
