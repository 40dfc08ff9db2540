// A record of changes: the rows of an account that one transaction changed, and what it settled of each device's
// commands. It is what travels, and there is one form of it: an entry of the log on a device's disk, the answer to a
// push, and a part of what a device pulls.
//
// What whoever replays a record may rely on:
// - It holds the rows as they were at the end of the transaction, and which rows were erased, in the order in which that
//   happened. Whoever replays it has the same rows; not always in the same places, for a row that came and went within the
//   transaction is not in the record.
// - It carries the ledger's rows with those of the account: a command and "settled through this command" arrive together,
//   so that no device shows the effect of a command twice, or never.
// - It counts whole or not at all. One that is damaged, or of a newer program, changes nothing.
// - It says nothing about the state before. Records are replayed in the order in which they were made, none left out;
//   replaying the latest once more changes nothing.
// Its size is that of the change, however many rows there are. Of a change of more rows than a table keeps count of there
// is no record: the pages are stored, or pulled, instead.
//
// The bytes are a page (table/pages.hpp) of the schema `schema_number`, with a row for each table that changed: its name,
// the steps ("+<id>" put, "-<id>" erased), and a page of the rows that were put.
#pragma once
#include "exchange/ledger.hpp"
#include "model/earlier/schema_2.hpp"
#include "model/state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// Counts incompatible changes to any struct that is stored or sent.
inline constexpr std::uint16_t schema_number = 3;

// The tables that are stored and sent: the account's, and the ledger's.
std::vector<model::NamedRows> tables_of(model::State&, Ledger&);

struct Record {
    bool        too_large = false;  // more rows than are kept count of: the pages are to be taken instead
    std::string bytes;              // empty when nothing has changed
};

// What has changed in the tables since this, or pages, were last asked for.
Record take_changes(model::State&, Ledger&);

// The same with the tables that schema 2 had in other columns, and without those that it had not: what an earlier program
// wrote is read into these.
std::vector<model::NamedRows> tables_of(model::State&, Ledger&, model::schema_2::Tables&);

// Whether an earlier program wrote these bytes, whose tables are those of schema 2.
bool is_of_schema_2(std::string_view bytes);

enum class Replayed : std::uint8_t { whole, damaged, newer };

// Changes the rows as whoever made the record changed them, in the same order; nothing, unless it is whole.
Replayed replay(std::string_view record, const std::vector<model::NamedRows>& tables);

}  // namespace exchange
