#include "store/disk/records.hpp"

#include "codec/commands.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace store {
namespace {

// A command in the outbox; the codec reads and writes its text.
struct Waiting {
    base::Id<Waiting> id;
    std::string       mutation;
};

template <class Visit>
constexpr void fields(Visit&& visit, Waiting& w)
{
    visit("id", w.id);
    visit("mutation", w.mutation);
}

// Members that were in the meta of schemas 1 and 2, and are rows today.
struct EarlierMeta {
    base::Id<EarlierMeta>    id;
    model::schema_2::Profile profile;
    std::string              account_unknown;
};

template <class Visit>
constexpr void fields(Visit&& visit, EarlierMeta& m)
{
    visit("id", m.id);
    visit("account_unknown", m.account_unknown);
    fields(visit, m.profile);
}

// The data of the demo's host, as earlier programs stored it.
struct KeptInColumns {
    base::Id<KeptInColumns> id;
    std::int64_t            clock_offset_ms = 0;
    base::Date              last_round;
};

template <class Visit>
constexpr void fields(Visit&& visit, KeptInColumns& k)
{
    visit("id", k.id);
    visit("clock_offset_ms", k.clock_offset_ms);
    visit("last_round", k.last_round);
}

std::string padded(std::uint64_t number, std::size_t digits)
{
    auto text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

void add_page(std::vector<platform::Write>& writes, const model::NamedRows& table, std::uint32_t page)
{
    auto& write = writes.emplace_back();
    write.key   = page_key(table.name, page);
    if (page < table.rows->pages().size()) write.bytes = table::write_page(*table.rows, page, schema_number);
}

}  // namespace

std::string page_key(std::string_view table, std::uint32_t page)
{
    return std::string(page_prefix) + std::string(table) + '/' + padded(page, 6);
}

std::string log_key(std::uint64_t number) { return std::string(log_prefix) + padded(number, 20); }

std::string outbox_key(const model::Mutation& mutation)
{
    return std::string(outbox_prefix) + device_of(mutation) + '/' + padded(mutation.seq, 20);
}

std::uint64_t log_number(std::string_view key)
{
    std::uint64_t number = 0;
    if (!key.starts_with(log_prefix)) return 0;
    key.remove_prefix(log_prefix.size());
    const auto end = std::from_chars(key.data(), key.data() + key.size(), number);
    return end.ptr == key.data() + key.size() && end.ec == std::errc() ? number : 0;
}

std::string device_of(const model::Mutation& mutation) { return mutation.id.substr(0, mutation.id.rfind('.')); }

std::string meta_bytes(const Meta& meta) { return record_bytes(meta); }

std::optional<Meta> read_meta(std::string_view bytes)
{
    auto meta = read_record<Meta>(bytes);
    if (!meta || !meta->peer.empty()) return meta;
    const auto kept = read_record<KeptInColumns>(bytes);
    if (kept && kept->clock_offset_ms != 0)
        meta->peer.push_back("clock_offset_ms=" + std::to_string(kept->clock_offset_ms));
    if (kept && is_set(kept->last_round)) meta->peer.push_back("last_round=" + base::to_iso(kept->last_round));
    return meta;
}

void read_earlier_meta(std::string_view bytes, model::State& state)
{
    if (!exchange::is_of_schema_2(bytes)) return;
    const auto meta = read_record<EarlierMeta>(bytes);
    if (!meta) return;
    state.profile.clear();
    state.profile.put(bring_up(meta->profile));
    if (!meta->account_unknown.empty())
        state.extras.put({{std::string(model::account_members)},
                          model::schema_2::bring_up(base::Unknown{meta->account_unknown}).json});
}

std::string outbox_bytes(const model::Mutation& mutation)
{
    return record_bytes(Waiting{{mutation.id}, codec::write_mutation(mutation)});
}

ReadOutbox read_outbox(std::string_view bytes)
{
    RecordDamage damage;
    const auto   waiting = read_record<Waiting>(bytes, &damage);
    if (!waiting) return {.newer = damage.newer};
    auto mutation = codec::read_mutation(waiting->mutation);
    // The checksum is right but the words are unknown: a newer program wrote this.
    if (!mutation) return {.newer = true};
    if (mutation->seq == 0) return {};
    return {std::move(mutation)};
}

std::int64_t other_rows(const model::State& state)
{
    std::int64_t rows = 0;
    model::for_each_table(state, [&](std::string_view, const auto& table) { rows += table.size(); });
    return rows - state.services.size() - state.operations.size();
}

std::vector<platform::Write> changed_pages(model::State& state, exchange::Ledger& ledger)
{
    std::vector<platform::Write> writes;
    for (const auto& table : tables_of(state, ledger)) {
        for (const auto page : table.rows->dirty_pages()) add_page(writes, table, page);
        table.rows->clear_dirty();
        table.rows->take_changes();
    }
    return writes;
}

std::vector<platform::Write> all_pages(model::State& state, exchange::Ledger& ledger)
{
    std::vector<platform::Write> writes;
    for (const auto& table : tables_of(state, ledger)) {
        for (std::uint32_t page = 0; page < table.rows->pages().size(); ++page) add_page(writes, table, page);
        table.rows->clear_dirty();
        table.rows->take_changes();
    }
    return writes;
}

}  // namespace store
