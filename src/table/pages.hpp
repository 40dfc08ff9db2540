// One page of a table as bytes for storage, and back: its columns, packed, with their names, a schema number and a
// checksum.
#pragma once
#include "table/rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace table {

// The schema number counts the incompatible changes to T's fields: an enumeration that was renumbered, a field whose
// meaning changed. A new field needs no new number, see read_page.
std::string write_page(const Rows& rows, std::uint32_t page, std::uint16_t schema_number);

enum class Damage : std::uint8_t {
    none,
    not_a_page,     // not our bytes at all, or cut off
    checksum,       // a bit has changed
    newer,          // written by a newer program: another layout or schema number
    contradictory,  // valid checksum but invalid content: no program of ours wrote it
};

struct ReadPage {
    Damage damage = Damage::none;
    bool   older  = false;  // written by an older program: an earlier layout or schema number
    Page   page   = {};     // empty when damaged
};

// Refuses everything that cannot be a page of this or an earlier program. Columns are found by name: one that the page
// lacks gets default values, one that `schema` lacks is dropped; numbers are clamped to their bounds. `schema_number` is
// the newest that can be read.
ReadPage read_page(std::string_view bytes, const Schema& schema, std::uint16_t schema_number);

// The schema number with which a page was written; nothing if these bytes are no page. Looks only at the first few bytes.
std::optional<std::uint16_t> schema_number_of(std::string_view bytes);

// True if a newer program wrote these bytes, so that this one cannot read them. Looks only at the first few bytes.
bool newer_page(std::string_view bytes, std::uint16_t schema_number);

}  // namespace table
