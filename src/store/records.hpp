// The entries that the storage holds, and what they mean:
//
//     meta                   Meta: whose data it is, how many rows there should be
//     page/<table>/<number>  8,192 rows of services, operations, devices or refused
//     outbox/<20 digits>     one command that the host has not answered yet
//
// All of them are pages of a table (table/pages.hpp), with a schema number and a checksum.
#pragma once
#include "model/command.hpp"
#include "model/state.hpp"
#include "platform/storage.hpp"
#include "sync/ledger.hpp"
#include "table/pages.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

// Counts incompatible changes to any struct that is stored.
inline constexpr std::uint16_t schema_number = 1;

struct Meta {
    base::Id<Meta> id{"meta"};
    std::string    device;
    std::int64_t   clock_offset_ms = 0;
    std::int64_t   services        = 0;  // rows that the pages should have
    std::int64_t   operations      = 0;
    model::Profile profile;
    std::string    account_unknown;  // State::unknown
};

template <class Visit>
constexpr void fields(Visit&& visit, Meta& m)
{
    visit("id", m.id);
    visit("device", m.device);
    visit("clock_offset_ms", m.clock_offset_ms);
    visit("services", m.services);
    visit("operations", m.operations);
    visit("account_unknown", m.account_unknown);
    fields(visit, m.profile);
}

inline constexpr std::string_view meta_key      = "meta";
inline constexpr std::string_view page_prefix   = "page/";
inline constexpr std::string_view outbox_prefix = "outbox/";

std::string page_key(std::string_view table, std::uint32_t page);
std::string outbox_key(std::uint64_t seq);

std::string         meta_bytes(const Meta&);
std::optional<Meta> read_meta(std::string_view bytes);

struct ReadOutbox {
    std::optional<model::Mutation> mutation = {};  // nothing when it is damaged
    bool                           newer    = false;
};
std::string outbox_bytes(const model::Mutation&);
ReadOutbox  read_outbox(std::string_view bytes);

// visit(name, table) for each table that is stored.
template <class State, class Ledger, class Visit>
void for_each_table(State& state, Ledger& ledger, Visit visit)
{
    visit("services", state.services);
    visit("operations", state.operations);
    visit("devices", ledger.devices);
    visit("refused", ledger.refused);
}

// The pages that have changed since this was last asked for; those that are no more are erased.
std::vector<platform::Write> changed_pages(model::State&, syncing::Ledger&);

// All pages; they count as unchanged from then on.
std::vector<platform::Write> all_pages(model::State&, syncing::Ledger&);

}  // namespace store
