#include "table/schema.hpp"

#include <algorithm>

namespace table {
namespace {

// A length in groups of seven bits, the low ones first.
void write_length(std::string& bytes, std::size_t length)
{
    for (; length >= 0x80; length >>= 7) bytes += static_cast<char>((length & 0x7f) | 0x80);
    bytes += static_cast<char>(length);
}

std::size_t take_length(std::string_view& bytes)
{
    std::size_t length = 0;
    for (unsigned shift = 0; !bytes.empty() && shift < 32; shift += 7) {
        const auto part = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        length |= static_cast<std::size_t>(part & 0x7f) << shift;
        if (part < 0x80) break;
    }
    return length;
}

}  // namespace

void Describe::add(const char* name, ColumnType kind, Held held, const void* member, int limit)
{
    shape_.schema.columns.push_back({name, kind, limit});
    shape_.members.push_back({static_cast<std::size_t>(static_cast<const char*>(member) - row_), held});
}

std::string pack(const std::vector<std::string>& list)
{
    std::string bytes;
    for (const auto& text : list) {
        write_length(bytes, text.size());
        bytes += text;
    }
    return bytes;
}

std::vector<std::string> unpack(std::string_view bytes)
{
    std::vector<std::string> list;
    while (!bytes.empty()) {
        auto length = take_length(bytes);
        length      = std::min(length, bytes.size());
        list.emplace_back(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
    return list;
}

}  // namespace table
