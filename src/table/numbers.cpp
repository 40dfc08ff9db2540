#include "table/numbers.hpp"

#include <cstdint>
#include <cstring>
#include <utility>

namespace table {
namespace {

// The largest difference, in bytes.
std::uint8_t width_of(std::uint64_t difference)
{
    return difference == 0 ? 0 : difference <= 0xff ? 1 : difference <= 0xffff ? 2 : difference <= 0xffff'ffff ? 4 : 8;
}

// A number by itself, in bytes.
std::uint8_t signed_width_of(std::int64_t number)
{
    return number == 0                          ? 0
           : std::in_range<std::int8_t>(number)  ? 1
           : std::in_range<std::int16_t>(number) ? 2
           : std::in_range<std::int32_t>(number) ? 4
                                                  : 8;
}

template <class Difference, class Item>
void write_differences(std::string& bytes, std::span<const Item> items, std::uint64_t least)
{
    const auto from = bytes.size();
    bytes.resize(from + items.size() * sizeof(Difference));
    auto* to = bytes.data() + from;
    for (const auto item : items) {
        const auto difference = static_cast<Difference>(static_cast<std::uint64_t>(std::int64_t{item}) - least);
        std::memcpy(to, &difference, sizeof difference);
        to += sizeof difference;
    }
}

// False where a number is none of Item.
template <class Difference, class Item>
bool read_differences(const char* from, std::span<Item> items, std::uint64_t least)
{
    bool fits = true;
    for (auto& item : items) {
        Difference difference;
        std::memcpy(&difference, from, sizeof difference);
        from += sizeof difference;
        const auto number = static_cast<std::int64_t>(least + difference);
        item              = static_cast<Item>(number);
        fits &= std::int64_t{item} == number;
    }
    return fits;
}

}  // namespace

template <class Item> void write_numbers(std::string& bytes, std::span<const Item> items)
{
    std::int64_t least = items.empty() ? 0 : std::int64_t{items[0]}, most = least;
    for (const auto item : items) {
        least = item < least ? std::int64_t{item} : least;
        most  = item > most ? std::int64_t{item} : most;
    }
    const auto from       = static_cast<std::uint64_t>(least);
    const auto width      = width_of(static_cast<std::uint64_t>(most) - from);
    const auto least_size = signed_width_of(least);
    bytes.push_back(static_cast<char>(least_size << 4 | width));
    bytes.append(reinterpret_cast<const char*>(&least), least_size);
    switch (width) {
    case 1: return write_differences<std::uint8_t>(bytes, items, from);
    case 2: return write_differences<std::uint16_t>(bytes, items, from);
    case 4: return write_differences<std::uint32_t>(bytes, items, from);
    case 8: return write_differences<std::uint64_t>(bytes, items, from);
    default: return;
    }
}

template <class Item> bool read_numbers(std::string_view& bytes, std::vector<Item>& items, std::size_t count)
{
    if (bytes.empty()) return false;
    const auto widths = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    const std::size_t least_size = widths >> 4, width = widths & 15;
    const auto        known = [](std::size_t size) { return size == 0 || size == 1 || size == 2 || size == 4 || size == 8; };
    if (!known(least_size) || !known(width) || bytes.size() < least_size) return false;
    if (width > 0 && (bytes.size() - least_size) / width < count) return false;

    const bool   below_zero = least_size > 0 && (static_cast<std::uint8_t>(bytes[least_size - 1]) & 0x80) != 0;
    std::int64_t least      = below_zero ? -1 : 0;
    std::memcpy(&least, bytes.data(), least_size);
    bytes.remove_prefix(least_size);
    const auto* at = bytes.data();
    bytes.remove_prefix(width * count);

    items.resize(count);
    const std::span to(items);
    const auto      from = static_cast<std::uint64_t>(least);
    switch (width) {
    case 1: return read_differences<std::uint8_t>(at, to, from);
    case 2: return read_differences<std::uint16_t>(at, to, from);
    case 4: return read_differences<std::uint32_t>(at, to, from);
    case 8: return read_differences<std::uint64_t>(at, to, from);
    default: break;
    }
    for (auto& item : items) item = static_cast<Item>(least);
    return count == 0 || std::in_range<Item>(least);
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
