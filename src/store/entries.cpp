#include "store/entries.hpp"

#include "store/change_log.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace store {
namespace {

// Every page is there, full but the last: they are taken over as they are, which costs nothing.
// Otherwise the rows that can be read are put in one by one, and stored anew. False when something was missing.
template <class T>
bool read_pages(const std::vector<platform::Entry>& entries, std::string_view name, table::Table<T>& table, Opened& opened)
{
    const auto               prefix = page_key(name, 0).substr(0, page_prefix.size() + name.size() + 1);
    std::vector<table::Page> pages;
    bool                     whole = true;
    for (const auto& entry : entries) {
        if (!entry.key.starts_with(prefix)) continue;
        if (entry.key != page_key(name, static_cast<std::uint32_t>(pages.size()))) whole = false;
        if (!pages.empty() && pages.back().rows != table::page_rows) whole = false;

        auto read = table::read_page(entry.bytes, table::schema_of<T>(), schema_number);
        if (read.damage == table::Damage::newer) opened.newer = true;
        if (read.damage == table::Damage::none && read.schema_number < schema_number) opened.older = true;
        if (read.damage == table::Damage::none) pages.push_back(std::move(read.page));
        else whole = false;
    }
    for (auto& page : pages) {
        if (whole) {
            table.adopt(std::move(page));
            continue;
        }
        table::Table<T> some;
        some.adopt(std::move(page));
        for (const T& row : some) table.put(row);
    }
    return whole;
}

// The records in their order, as they were written: what comes after one that cannot be read still counts.
void read_log(const std::vector<platform::Entry>& entries, Opened& opened)
{
    for (const auto& entry : entries) {
        if (!entry.key.starts_with(log_prefix)) continue;
        opened.log.insert(entry.key);
        switch (replay(entry.bytes, opened.state, opened.ledger)) {
        case Replayed::whole: break;
        case Replayed::damaged: ++opened.lost_changes; break;
        case Replayed::newer: opened.newer = true; break;
        }
    }
}

// Each device's commands by their numbers; those of several devices by when they were asked for, which is as good as any
// order: it is the host that decides.
void put_in_order(std::vector<model::Mutation>& outbox)
{
    std::sort(outbox.begin(), outbox.end(), [](const auto& a, const auto& b) {
        return std::pair(device_of(a), a.seq) < std::pair(device_of(b), b.seq);
    });
    std::map<std::string, base::Instant> latest;  // of a device whose clock was set back, too
    std::map<std::string, base::Instant> asked;
    for (const auto& mutation : outbox) {
        auto& at           = latest[device_of(mutation)];
        at                 = std::max(at, mutation.asked_at);
        asked[mutation.id] = at;
    }
    std::stable_sort(outbox.begin(), outbox.end(),
                     [&](const auto& a, const auto& b) { return asked[a.id] < asked[b.id]; });
}

void read_outbox_entries(const std::vector<platform::Entry>& entries, Opened& opened)
{
    for (const auto& entry : entries) {
        if (!entry.key.starts_with(outbox_prefix)) continue;
        auto [mutation, newer] = read_outbox(entry.bytes);
        if (newer) opened.newer = true;
        if (!mutation) ++opened.lost_commands;
        if (mutation && mutation->seq <= opened.ledger.through(device_of(*mutation))) mutation.reset();
        if (mutation) opened.outbox.push_back(std::move(*mutation));
        else opened.stale_outbox.push_back(entry.key);
    }
    put_in_order(opened.outbox);
}

}  // namespace

Opened read_entries(const std::vector<platform::Entry>& entries)
{
    Opened opened;
    opened.empty = entries.empty();
    for (const auto& entry : entries)
        if (entry.key == meta_key) opened.meta = read_meta(entry.bytes);

    bool whole = true;
    for_each_table(opened.state, opened.ledger, [&](std::string_view name, auto& table) {
        if (read_pages(entries, name, table, opened)) return;
        whole = false;
        if (name == "devices" || name == "refused") opened.lost_ledger = true;
    });
    opened.shifted = !whole;
    read_log(entries, opened);

    if (opened.meta) {
        opened.state.profile = opened.meta->profile;
        opened.state.unknown = {opened.meta->account_unknown};
        const std::int64_t there = std::int64_t{opened.state.services.size()} + opened.state.operations.size();
        opened.lost_rows         = std::max<std::int64_t>(0, opened.meta->services + opened.meta->operations - there);
        // A device that has stored its meta has stored that it is known.
        if (!opened.ledger.devices.contains({opened.meta->device})) opened.lost_ledger = true;
    }
    read_outbox_entries(entries, opened);
    return opened;
}

}  // namespace store
