// The entries of the storage, and what they mean:
//
//     meta                        Meta: the device, and how many rows there should be
//     page/<table>/<number>       8,192 rows of services, operations, devices… (tables_of)
//     log/<20 digits>             changes of rows since their pages were written: exchange/changes.hpp
//     outbox/<device>/<20 digits> one command that the host has not answered yet
//     draft/<number>              one command that is still being written: store/disk/drafts.hpp
//
// All of them are pages of a table (table/pages.hpp), with a schema number and a checksum.
// Schema 1 had no log, and its outbox keys were outbox/<20 digits>: these are read too, and stored again.
#pragma once
#include "exchange/changes.hpp"
#include "exchange/peer.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "platform/storage.hpp"
#include "table/pages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace store {

using exchange::schema_number;
using exchange::tables_of;

struct Meta {
    base::Id<Meta> id{"meta"};
    std::string    device;
    std::int64_t   services   = 0;  // number of rows that the pages should have
    std::int64_t   operations = 0;
    std::int64_t   others     = 0;  // of all other tables of the account
    exchange::Kept peer;            // Peer::kept()
};

template <class Visit>
constexpr void fields(Visit&& visit, Meta& m)
{
    visit("id", m.id);
    visit("device", m.device);
    visit("services", m.services);
    visit("operations", m.operations);
    visit("others", m.others);
    visit("peer", m.peer);
}

inline constexpr std::string_view meta_key      = "meta";
inline constexpr std::string_view page_prefix   = "page/";
inline constexpr std::string_view log_prefix    = "log/";
inline constexpr std::string_view outbox_prefix = "outbox/";

std::string page_key(std::string_view table, std::uint32_t page);
std::string log_key(std::uint64_t number);
std::string outbox_key(const model::Mutation&);

// The number in a log_key; 0 for any other key.
std::uint64_t log_number(std::string_view key);

// The device that queued a command: its id without the number.
std::string device_of(const model::Mutation&);

// Earlier programs stored the data of the demo's host in columns of its own, clock_offset_ms and last_round: read_meta
// turns these into entries of `peer`.
std::string         meta_bytes(const Meta&);
std::optional<Meta> read_meta(std::string_view bytes);

// Stores in the tables what schemas 1 and 2 had in their meta. Does nothing for a meta of today.
void read_earlier_meta(std::string_view bytes, model::State&);

struct ReadOutbox {
    std::optional<model::Mutation> mutation = {};     // nothing if it is damaged
    bool                           newer    = false;  // a newer program wrote it
};
std::string outbox_bytes(const model::Mutation&);
ReadOutbox  read_outbox(std::string_view bytes);

// The number of an account's rows other than services and operations.
std::int64_t other_rows(const model::State&);

// The pages that have changed since pages were last taken, and deletions of pages that no longer exist. Marks everything
// as unchanged, for the log too.
std::vector<platform::Write> changed_pages(model::State&, exchange::Ledger&);

// All pages; also marks everything as unchanged.
std::vector<platform::Write> all_pages(model::State&, exchange::Ledger&);

// A struct as bytes, and back: a page of one row. Nothing if it is damaged.
template <class T>
std::string record_bytes(const T& record)
{
    table::Table<T> one;
    one.put(record);
    return table::write_page(one.rows(), 0, schema_number);
}

struct RecordDamage {
    bool newer = false;
};
template <class T>
std::optional<T> read_record(std::string_view bytes, RecordDamage* damage = nullptr)
{
    auto read = table::read_page(bytes, table::schema_of<T>(), schema_number);
    if (damage) damage->newer = read.damage == table::Damage::newer;
    if (read.damage != table::Damage::none || read.page.rows != 1) return {};
    table::Table<T> one;
    one.adopt(std::move(read.page));
    return one.row(0);
}

}  // namespace store
