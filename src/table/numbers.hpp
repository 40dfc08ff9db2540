// Whole numbers side by side, each in as few bytes as the one furthest from the least of them needs: how a page's
// columns are stored. A column in which all rows say the same takes no bytes a row, one of days within a century two.
//
//   numbers  u8 widths, each 0, 1, 2, 4 or 8: in the low four bits the bytes of a difference, in the others of the least
//            the least, two's complement, little-endian
//            for each number how far it is above the least, little-endian
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace table {

// Item is std::uint8_t, std::uint16_t, std::uint32_t, std::int32_t or std::int64_t.
template <class Item>
void write_numbers(std::string& bytes, std::span<const Item> items);

// Takes `count` numbers off the front of `bytes`. False where they are none, or not all of them are Items.
template <class Item>
bool read_numbers(std::string_view& bytes, std::vector<Item>& items, std::size_t count);

}  // namespace table
