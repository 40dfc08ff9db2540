#include "table/numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace table {
namespace {

// The bytes that this difference needs.
std::uint8_t width_of(std::uint64_t difference)
{
    return difference == 0 ? 0 : difference <= 0xff ? 1 : difference <= 0xffff ? 2 : difference <= 0xffff'ffff ? 4 : 8;
}

// The bytes that this number needs in two's complement.
std::uint8_t signed_width_of(std::int64_t number)
{
    return number == 0                           ? 0
           : std::in_range<std::int8_t>(number)  ? 1
           : std::in_range<std::int16_t>(number) ? 2
           : std::in_range<std::int32_t>(number) ? 4
                                                 : 8;
}

// Calls `work` with an unsigned integer of `bytes` bytes, and returns what it returns. For 0 bytes: true, without a call.
template <class Work>
bool with_width(std::size_t bytes, Work work)
{
    switch (bytes) {
    case 1:  return work(std::uint8_t{});
    case 2:  return work(std::uint16_t{});
    case 4:  return work(std::uint32_t{});
    case 8:  return work(std::uint64_t{});
    default: return true;
    }
}

}  // namespace

template <class Item>
void write_numbers(std::string& bytes, std::span<const Item> items)
{
    std::int64_t least = items.empty() ? 0 : std::int64_t{items[0]}, most = least;
    for (const auto item : items) {
        least = std::min(least, std::int64_t{item});
        most  = std::max(most, std::int64_t{item});
    }
    const auto from       = static_cast<std::uint64_t>(least);
    const auto width      = width_of(static_cast<std::uint64_t>(most) - from);
    const auto least_size = signed_width_of(least);
    bytes.push_back(static_cast<char>(least_size << 4 | width));
    bytes.append(reinterpret_cast<const char*>(&least), least_size);

    const auto begin = bytes.size();
    bytes.resize(begin + items.size() * width);
    with_width(width, [&](auto difference) {
        auto* to = bytes.data() + begin;
        for (const auto item : items) {
            difference = static_cast<decltype(difference)>(static_cast<std::uint64_t>(std::int64_t{item}) - from);
            std::memcpy(to, &difference, sizeof difference);
            to += sizeof difference;
        }
        return true;
    });
}

template <class Item>
bool read_numbers(std::string_view& bytes, std::vector<Item>& items, std::size_t count)
{
    if (bytes.empty()) return false;
    const auto widths = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    const std::size_t least_size = widths >> 4, width = widths & 15;
    const auto        known = [](std::size_t size) { return size <= 8 && (size & (size - 1)) == 0; };
    if (!known(least_size) || !known(width) || bytes.size() < least_size) return false;
    if (width > 0 && (bytes.size() - least_size) / width < count) return false;

    const bool   below_zero = least_size > 0 && (static_cast<std::uint8_t>(bytes[least_size - 1]) & 0x80) != 0;
    std::int64_t least      = below_zero ? -1 : 0;
    std::memcpy(&least, bytes.data(), least_size);
    bytes.remove_prefix(least_size);
    const auto* at = bytes.data();
    bytes.remove_prefix(width * count);

    items.assign(count, static_cast<Item>(least));
    if (width == 0) return count == 0 || std::in_range<Item>(least);
    return with_width(width, [&](auto difference) {
        bool fits = true;
        for (auto& item : items) {
            std::memcpy(&difference, at, sizeof difference);
            at += sizeof difference;
            const auto number = static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + difference);
            item              = static_cast<Item>(number);
            fits &= std::int64_t{item} == number;
        }
        return fits;
    });
}

template void write_numbers<std::uint8_t>(std::string&, std::span<const std::uint8_t>);
template void write_numbers<std::uint16_t>(std::string&, std::span<const std::uint16_t>);
template void write_numbers<std::uint32_t>(std::string&, std::span<const std::uint32_t>);
template void write_numbers<std::int32_t>(std::string&, std::span<const std::int32_t>);
template void write_numbers<std::int64_t>(std::string&, std::span<const std::int64_t>);
template bool read_numbers<std::uint8_t>(std::string_view&, std::vector<std::uint8_t>&, std::size_t);
template bool read_numbers<std::uint16_t>(std::string_view&, std::vector<std::uint16_t>&, std::size_t);
template bool read_numbers<std::uint32_t>(std::string_view&, std::vector<std::uint32_t>&, std::size_t);
template bool read_numbers<std::int32_t>(std::string_view&, std::vector<std::int32_t>&, std::size_t);
template bool read_numbers<std::int64_t>(std::string_view&, std::vector<std::int64_t>&, std::size_t);

}  // namespace table
