// A record of changes: the rows of an account that one transaction changed, and which commands of each device it settled.
// The same form is used everywhere: for an entry of the log on a device's disk, for the answer to a push, and for a part
// of what a device pulls.
//
// What a record guarantees to the program that replays it:
// - It has the rows as they were at the end of the transaction, and tells which rows were erased, in the order of the
//   changes. Replaying it gives the same rows, though not always in the same places, since a row that was inserted and
//   erased within the transaction is not in the record.
// - It has the ledger's rows together with those of the account: a command and "settled through this command" arrive
//   together, so that no device shows the effect of a command twice, or never.
// - It is applied whole or not at all. A damaged record, or one of a newer program, changes nothing.
// - It does not describe the state before. Records must be replayed in the order in which they were made, with none left
//   out; replaying the latest one again changes nothing.
// Its size is that of the change, however many rows there are. If a change has more rows than a table keeps count of,
// there is no record: the pages are stored, or pulled, instead.
//
// The bytes are a page (table/pages.hpp) with `schema_number`, with one row per changed table: its name, the steps
// ("+<id>" put, "-<id>" erased), and a page of the rows that were put.
#pragma once
#include "exchange/ledger.hpp"
#include "model/earlier/schema_2.hpp"
#include "model/state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// The number of incompatible changes so far to any struct that is stored or sent.
inline constexpr std::uint16_t schema_number = 3;

// The tables that are stored and sent: the account's, and the ledger's.
std::vector<model::NamedRows> tables_of(model::State&, Ledger&);

struct Record {
    bool        too_large = false;  // more rows than are kept count of: take the pages instead
    std::string bytes;              // empty if nothing has changed
};

// What has changed in the tables since changes, or pages, were last taken.
Record take_changes(model::State&, Ledger&);

// The same tables in the form of schema 2: with its columns where these were different, without tables that it did not
// have. Data of an earlier program is read into these.
std::vector<model::NamedRows> tables_of(model::State&, Ledger&, model::schema_2::Tables&);

// True if an earlier program wrote these bytes, with the tables of schema 2.
bool is_of_schema_2(std::string_view bytes);

enum class Replayed : std::uint8_t { whole, damaged, newer };

// Applies the record's changes to the tables, in the same order; changes nothing unless the record is whole.
Replayed replay(std::string_view record, const std::vector<model::NamedRows>& tables);

}  // namespace exchange
