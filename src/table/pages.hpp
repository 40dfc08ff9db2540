// One page of a table as bytes, to be stored; and back. What is stored are its columns, packed, with their names, a
// schema number and a checksum.
#pragma once
#include "table/rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace table {

// The schema number is T's own count of incompatible changes to its fields: an enumeration that was
// renumbered, a field whose meaning changed. A new field needs none, see read_page.
std::string write_page(const Rows& rows, std::uint32_t page, std::uint16_t schema_number);

enum class Damage : std::uint8_t {
    none,
    not_a_page,     // not our bytes at all, or cut off
    checksum,       // a bit has changed
    newer,          // written by a newer program: another layout or schema number
    contradictory,  // the checksum is right, the content is not: never ours
};

struct ReadPage {
    Damage damage = Damage::none;
    bool   older  = false;  // written by an older program: an earlier layout or schema number
    Page   page   = {};     // empty when damaged
};

// Refuses whatever cannot be a page of this or an earlier program. Columns are found by name: one that the page lacks
// reads as default values, one that `schema` lacks is left out; a number beyond its bounds reads as the nearest within. `schema_number` is the newest that can be read.
ReadPage read_page(std::string_view bytes, const Schema& schema, std::uint16_t schema_number);

// The schema number with which a page was written; nothing where these bytes are no page. Looks at the first few bytes only.
std::optional<std::uint16_t> schema_number_of(std::string_view bytes);

// Whether a newer program wrote these bytes, which only it can read. Looks at the first few bytes only.
bool newer_page(std::string_view bytes, std::uint16_t schema_number);

}  // namespace table
