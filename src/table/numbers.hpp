// Packs whole numbers side by side: how a page's columns are stored. Each number is stored as its difference from the
// smallest one, in as many bytes as the largest difference needs. A column of equal values takes no bytes per row, one of
// days within a century two.
//
//   numbers  u8 widths in bytes, each 0, 1, 2, 4 or 8: in the low four bits of a difference, in the others of the
//            smallest number
//            the smallest number, two's complement, little-endian
//            for each number its difference from the smallest, little-endian
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

// Takes `count` numbers off the front of `bytes`. False if the bytes are malformed or a number does not fit into Item.
template <class Item>
bool read_numbers(std::string_view& bytes, std::vector<Item>& items, std::size_t count);

}  // namespace table
