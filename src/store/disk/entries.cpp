#include "store/disk/entries.hpp"

#include "base/sort.hpp"
#include "exchange/changes.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace store {
namespace {

// Sorts each device's commands by number, and those of different devices by the time of asking, which is as good as any
// order: the host decides.
void put_in_order(std::vector<model::Mutation>& outbox)
{
    base::sort(outbox, [](const auto& a, const auto& b) {
        return std::pair(device_of(a), a.seq) < std::pair(device_of(b), b.seq);
    });
    std::map<std::string, base::Instant> latest;  // so far, in case a device's clock was set back
    std::map<std::string, base::Instant> asked;
    for (const auto& mutation : outbox) {
        auto& at           = latest[device_of(mutation)];
        at                 = std::max(at, mutation.asked_at);
        asked[mutation.id] = at;
    }
    base::sort(outbox, [&](const auto& a, const auto& b) { return asked[a.id] < asked[b.id]; });
}

}  // namespace

// While every page so far is there, and full except for the last, pages are adopted as they are. Otherwise readable rows
// are put one by one, and everything is stored again.
void Reading::read_page(const platform::Entry& entry, table::Rows& rows, Pages& pages)
{
    auto read = table::read_page(entry.bytes, rows.schema(), schema_number);
    if (read.damage == table::Damage::newer) opened_.newer = true;
    if (read.damage == table::Damage::none && read.older) opened_.older = true;

    const auto number = pages.next++;
    if (read.damage != table::Damage::none || rows.size() != number * table::page_rows) pages.whole = false;
    if (entry.key != page_key(entry.key.substr(page_prefix.size(), entry.key.rfind('/') - page_prefix.size()), number))
        pages.whole = false;
    if (read.damage != table::Damage::none) return;
    if (pages.whole) return rows.adopt(std::move(read.page));
    table::Rows some(rows.schema());
    some.adopt(std::move(read.page));
    for (std::uint32_t row = 0; row < some.size(); ++row) rows.put_row(some, row);
}

std::vector<model::NamedRows> Reading::tables_for(std::string_view bytes)
{
    if (!exchange::is_of_schema_2(bytes)) return tables_of(opened_.state, opened_.ledger);
    if (!earlier_) earlier_ = std::make_unique<model::schema_2::Tables>();
    return tables_of(opened_.state, opened_.ledger, *earlier_);
}

void Reading::add(const std::vector<platform::Entry>& entries)
{
    for (const auto& entry : entries) add(entry);
}

void Reading::add(const platform::Entry& entry)
{
    if (!keys_.insert(entry.key).second) return;
    if (entry.key == meta_key) {
        opened_.meta = read_meta(entry.bytes);
        meta_        = entry.bytes;
    }
    if (entry.key.starts_with(log_prefix)) log_.push_back(entry);
    if (entry.key.starts_with(outbox_prefix)) outbox_.push_back(entry);
    if (entry.key.starts_with(draft_prefix)) opened_.drafts.emplace(entry.key, entry.bytes);
    if (!entry.key.starts_with(page_prefix)) return;
    for (const auto& [name, rows] : tables_for(entry.bytes)) {
        const auto prefix = std::string(page_prefix) + std::string(name) + '/';
        if (entry.key.starts_with(prefix)) read_page(entry, *rows, pages_[std::string(name)]);
    }
}

// Replays the records in the order in which they were written; those after an unreadable one still count.
void Reading::read_log()
{
    for (const auto& entry : log_) {
        opened_.log.insert(entry.key);
        switch (exchange::replay(entry.bytes, tables_for(entry.bytes))) {
        case exchange::Replayed::whole:   break;
        case exchange::Replayed::damaged: ++opened_.lost_changes; break;
        case exchange::Replayed::newer:   opened_.newer = true; break;
        }
    }
    // These changes are in the log already.
    for (const auto& table : tables_of(opened_.state, opened_.ledger)) table.rows->take_changes();
}

void Reading::read_outbox_entries()
{
    for (const auto& entry : outbox_) {
        auto [mutation, newer] = read_outbox(entry.bytes);
        if (newer) opened_.newer = true;
        if (!mutation) ++opened_.lost_commands;
        if (mutation && mutation->seq <= opened_.ledger.through(device_of(*mutation))) mutation.reset();
        if (mutation) opened_.outbox.push_back(std::move(*mutation));
        else opened_.stale_outbox.push_back(entry.key);
    }
    put_in_order(opened_.outbox);
}

// The account's rows, counted as the program that wrote them counted them.
std::int64_t Reading::rows_read() const
{
    std::int64_t rows  = 0;
    const auto   count = [&](std::string_view, const auto& table) { rows += table.size(); };
    model::for_each_table(opened_.state, count);
    if (earlier_) model::schema_2::for_each_table(*earlier_, count);
    return rows;
}

// Makes ids unique across all pages; of rows with the same id, the last one is kept. Checked here and not for each page,
// since the index, which must be built before any change, finds duplicates at no extra cost.
void Reading::refuse_repeated_ids()
{
    const auto refuse = [&](const std::vector<model::NamedRows>& tables) {
        for (const auto& [name, rows] : tables) {
            if (!rows->repeats_an_id()) continue;
            table::Rows once(rows->schema());
            for (std::uint32_t row = 0; row < rows->size(); ++row) once.put_row(*rows, row);
            *rows                           = std::move(once);
            pages_[std::string(name)].whole = false;
        }
    };
    refuse(tables_of(opened_.state, opened_.ledger));
    if (earlier_) refuse(tables_of(opened_.state, opened_.ledger, *earlier_));
}

Opened Reading::finish()
{
    opened_.empty = keys_.empty();
    refuse_repeated_ids();
    for (const auto& [name, pages] : pages_) {
        if (pages.whole) continue;
        opened_.shifted = true;
        if (name == "devices" || name == "refused") opened_.lost_ledger = true;
    }
    read_log();
    if (opened_.meta) {
        const auto should = opened_.meta->services + opened_.meta->operations + opened_.meta->others;
        opened_.lost_rows = std::max<std::int64_t>(0, should - rows_read());
        // A device that has stored its meta must be in the ledger.
        if (!opened_.ledger.devices.contains({opened_.meta->device})) opened_.lost_ledger = true;
    }
    read_outbox_entries();
    if (earlier_) {
        read_earlier_meta(meta_, opened_.state);
        model::schema_2::bring_up(*earlier_, opened_.state);
    }
    return std::move(opened_);
}

}  // namespace store
