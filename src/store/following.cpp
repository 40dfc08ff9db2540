// Several tabs of one browser: each stores its customer's commands, one of them (the leader) settles them, and all
// follow.
#include "exchange/changes.hpp"
#include "store/core.hpp"

#include <algorithm>
#include <utility>

namespace store {

void Store::Parts::as_leader(std::function<void()> work)
{
    if (disk == Disk::outdated) return work();  // which will be refused, since the newer program leads
    when_leading.push_back(std::move(work));
    if (leads()) do_leading_work();
    else storage.claim();
}

void Store::Parts::do_leading_work()
{
    if (!leads() || phase != Phase::ready) return;
    for (auto& work : std::exchange(when_leading, {})) work();
}

void Store::Parts::leading_has_changed()
{
    if (!leads()) return;
    do_leading_work();
    if (!log.empty()) pages_due_at = real_clock.now();
    // This page waited for its leader to store the first account.
    if (!ready()) read_storage();
    exchange();
    tell();
}

void Store::Parts::another_has_written(const std::vector<platform::Write>& writes)
{
    if (disk != Disk::usable) return;
    keeper.know(writes);
    // Drafts change no row.
    std::size_t of_drafts = 0;
    for (const auto& write : writes) of_drafts += drafts.note(write);
    if (of_drafts == writes.size()) return;

    // Pages together with meta: a change too large for a log record, or another account. Pages alone have nothing new.
    const bool meta  = std::any_of(writes.begin(), writes.end(), [](const auto& one) { return one.key == meta_key; });
    const bool pages = std::any_of(writes.begin(), writes.end(),
                                   [](const auto& one) { return one.key.starts_with(page_prefix); });
    if (!ready() || (meta && pages)) return read_storage();

    bool misses_something = false;
    replica.with_confirmed([&](model::State& confirmed) {
        std::set<std::string_view> settled;
        for (const auto& write : writes) {
            if (!write.bytes && write.key.starts_with(outbox_prefix)) settled.insert(write.key);
            else if (!follow(write, confirmed)) misses_something = true;
        }
        if (!settled.empty())
            replica.drop([&](const model::Mutation& one) { return settled.contains(outbox_key(one)); });
        // As after reading the storage: changes that came with a log record must not be logged again.
        for (const auto& table : tables_of(confirmed, ledger)) {
            table.rows->take_changes();
            if (log.empty()) table.rows->clear_dirty();
        }
    });
    if (disk == Disk::outdated) return tell();
    if (misses_something) read_storage();
    rows_changed();
    exchange();
}

bool Store::Parts::follow(const platform::Write& write, model::State& confirmed)
{
    bool whole = true;
    if (write.key.starts_with(outbox_prefix)) {
        auto [mutation, newer] = read_outbox(*write.bytes);
        if (newer) is_outdated();
        if (mutation) replica.add(std::move(*mutation));
    } else if (const auto number = log_number(write.key)) {
        if (!write.bytes) {
            log.erase(write.key);
            return true;
        }
        log.insert(write.key);
        last_log         = std::max(last_log, number);
        const auto known = ledger.through(device);
        switch (exchange::replay(*write.bytes, tables_of(confirmed, ledger))) {
        case exchange::Replayed::whole:   break;
        case exchange::Replayed::damaged: whole = false; break;
        case exchange::Replayed::newer:   is_outdated(); break;
        }
        tell_refusals(ledger, known);
    } else if (write.key == meta_key && write.bytes) {
        const auto meta = read_meta(*write.bytes);
        if (!meta) {
            is_outdated();
            return true;
        }
        peer.resume(meta->peer);
        last_meta = *write.bytes;
    } else if (write.key.starts_with(page_prefix) && write.bytes && table::newer_page(*write.bytes, schema_number)) {
        is_outdated();
    }
    return whole;
}

// Tells of refusals of this page's own commands, whichever page had them settled.
void Store::Parts::tell_refusals(const exchange::Ledger& of, std::uint64_t known)
{
    for (const auto& mutation : replica.outbox())
        if (device_of(mutation) == device && mutation.seq > known && mutation.seq <= of.through(device))
            if (const auto problems = of.refusal(device, mutation.seq)) tell_refused(mutation, *problems);
}

void Store::Parts::is_behind()
{
    if (storage.fault() == platform::StorageFault::gone && ready()) {
        // The database was emptied while this page was open; this page still has everything.
        log.clear();
        as_leader([this] { store_everything(); });
        return;
    }
    read_storage();
}

}  // namespace store
