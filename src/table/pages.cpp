#include "table/pages.hpp"

#include "table/hash.hpp"

#include <cstddef>
#include <cstring>
#include <utility>

namespace table {
namespace {

// magic, layout, schema number, rows, columns; then for each column its name, kind and length;
// then the columns; then the checksum of all before it.
constexpr std::uint32_t magic         = 0x47505447;  // "GTPG"
constexpr auto          newest_layout = static_cast<std::uint16_t>(Layout::packed);
constexpr std::size_t   checksum_size = sizeof(std::uint64_t);

template <class Number>
void put(std::string& bytes, Number number)
{
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <class Number>
bool take(std::string_view& bytes, Number& number)
{
    if (bytes.size() < sizeof number) return false;
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return true;
}

bool take(std::string_view& bytes, std::string_view& part, std::size_t size)
{
    if (bytes.size() < size) return false;
    part = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return true;
}

struct Stored {
    std::string_view name;
    ColumnType       kind = ColumnType::byte;
    std::string_view bytes;
};

bool take_columns(std::string_view bytes, std::size_t count, std::vector<Stored>& columns)
{
    std::vector<std::uint32_t> lengths;
    for (std::size_t index = 0; index < count; ++index) {
        auto&         column    = columns.emplace_back();
        std::uint8_t  name_size = 0, kind = 0;
        std::uint32_t length = 0;
        if (!take(bytes, name_size) || !take(bytes, column.name, name_size) || !take(bytes, kind) ||
            !take(bytes, length))
            return false;
        if (kind > static_cast<std::uint8_t>(ColumnType::word)) return false;
        column.kind = static_cast<ColumnType>(kind);
        lengths.push_back(length);
    }
    for (std::size_t index = 0; index < count; ++index)
        if (!take(bytes, columns[index].bytes, lengths[index])) return false;
    return bytes.empty();
}

}  // namespace

std::string write_page(const Rows& rows, std::uint32_t page_number, std::uint16_t schema_number)
{
    const auto& page   = rows.pages()[page_number];
    const auto& schema = rows.schema();
    std::string content;
    std::string bytes;
    put(bytes, magic);
    put(bytes, newest_layout);
    put(bytes, schema_number);
    put(bytes, page.rows);
    put(bytes, static_cast<std::uint16_t>(page.columns.size()));
    for (std::size_t index = 0; index < page.columns.size(); ++index) {
        const auto before = content.size();
        page.columns[index].write(content);
        const auto& name = schema.columns[index].name;
        put(bytes, static_cast<std::uint8_t>(name.size()));
        bytes += name;
        put(bytes, static_cast<std::uint8_t>(page.columns[index].kind()));
        put(bytes, static_cast<std::uint32_t>(content.size() - before));
    }
    bytes += content;
    put(bytes, hash(bytes));
    return bytes;
}

ReadPage read_page(std::string_view bytes, const Schema& schema, std::uint16_t schema_number)
{
    ReadPage      result;
    std::uint32_t found_magic = 0, rows = 0;
    std::uint16_t found_layout = 0, found_schema = 0, columns = 0;
    const auto    refuse = [&](Damage damage) {
        result.damage = damage;
        result.page   = {};
        return std::move(result);
    };

    // 1. Are these our bytes, and whole?
    auto rest = bytes;
    if (!take(rest, found_magic) || found_magic != magic || rest.size() < checksum_size)
        return refuse(Damage::not_a_page);
    std::uint64_t sum  = 0;
    auto          tail = bytes.substr(bytes.size() - checksum_size);
    take(tail, sum);
    if (hash(bytes.substr(0, bytes.size() - checksum_size)) != sum) return refuse(Damage::checksum);
    rest.remove_suffix(checksum_size);

    // 2. Can this program read them?
    if (!take(rest, found_layout)) return refuse(Damage::contradictory);
    if (found_layout > newest_layout) return refuse(Damage::newer);
    if (found_layout == 0) return refuse(Damage::contradictory);
    if (!take(rest, found_schema) || !take(rest, rows) || !take(rest, columns) || rows > page_rows)
        return refuse(Damage::contradictory);
    if (found_schema > schema_number) return refuse(Damage::newer);
    result.older = found_layout < newest_layout || found_schema < schema_number;
    std::vector<Stored> stored;
    if (!take_columns(rest, columns, stored)) return refuse(Damage::contradictory);

    // 3. Fill each column of the schema from the stored column of the same name.
    for (const auto& wanted : schema.columns) {
        auto&         column = result.page.columns.emplace_back(wanted.kind);
        const Stored* found  = nullptr;
        for (const auto& one : stored)
            if (one.name == wanted.name) found = &one;
        if (!found) {
            for (std::uint32_t row = 0; row < rows; ++row) column.push(wanted.default_value());
        } else if (found->kind != wanted.kind ||
                   !column.read(found->bytes, rows, wanted.limit, static_cast<Layout>(found_layout)))
            return refuse(Damage::contradictory);
        column.hold_to(wanted.bounds);
    }
    result.page.rows = rows;
    return result;
}

std::optional<std::uint16_t> schema_number_of(std::string_view bytes)
{
    std::uint32_t found_magic  = 0;
    std::uint16_t found_layout = 0, found_schema = 0;
    if (!take(bytes, found_magic) || found_magic != magic || !take(bytes, found_layout) || !take(bytes, found_schema))
        return std::nullopt;
    return found_schema;
}

bool newer_page(std::string_view bytes, std::uint16_t schema_number)
{
    std::uint32_t found_magic  = 0;
    std::uint16_t found_layout = 0, found_schema = 0;
    return take(bytes, found_magic) && found_magic == magic && take(bytes, found_layout) && take(bytes, found_schema) &&
           (found_layout > newest_layout || found_schema > schema_number);
}

}  // namespace table
