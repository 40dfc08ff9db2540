// What the store gives to its keeper (changes, pages, whole accounts), and what it does when these are stored.
#include "exchange/changes.hpp"
#include "store/core.hpp"

#include <algorithm>
#include <utility>

namespace store {

using platform::Durability;
using platform::Right;

namespace {

constexpr std::int64_t pages_after_ms = 2'000;
constexpr std::size_t  most_records   = 256;

// What is written is on the disk this long after the first letter, and from then on once in the pause.
constexpr std::int64_t drafts_after_ms = 250, drafts_pause_ms = 1'000;

}  // namespace

Meta Store::Parts::meta_of(const model::State& confirmed) const
{
    Meta meta;
    meta.device     = account_device;
    meta.services   = confirmed.services.size();
    meta.operations = confirmed.operations.size();
    meta.others     = other_rows(confirmed);
    meta.peer       = peer.kept();
    return meta;
}

std::vector<platform::Write> Store::Parts::changes(model::State& confirmed)
{
    std::vector<platform::Write> writes;
    auto                         record = exchange::take_changes(confirmed, ledger);
    if (record.too_large) {
        writes = pages(confirmed);
    } else if (!record.bytes.empty()) {
        const auto key = log_key(++last_log);
        log.insert(key);
        writes.push_back({key, std::move(record.bytes)});
        // Each change postpones the pages until the customer pauses, but not beyond `most_records` records.
        const auto now_here = real_clock.now();
        pages_due_at        = log.size() < most_records ? base::ms_after(now_here, pages_after_ms) : now_here;
    }
    // Meta together with pages tells the other tabs to read them, since no record says what has changed.
    if (auto bytes = meta_bytes(meta_of(confirmed)); bytes != last_meta || record.too_large) {
        last_meta = bytes;
        writes.push_back({std::string(meta_key), std::move(bytes)});
    }
    return writes;
}

// The changed pages, and the deletion of all log records, whose changes these pages include.
std::vector<platform::Write> Store::Parts::pages(model::State& confirmed)
{
    auto writes = changed_pages(confirmed, ledger);
    for (const auto& key : std::exchange(log, {})) writes.push_back({key, {}});
    pages_due_at.reset();
    return writes;
}

void Store::Parts::store_pages_when_due()
{
    if (!pages_due_at || *pages_due_at > real_clock.now() || !may_write_rows() || !keeper.idle()) return;
    std::vector<platform::Write> writes;
    replica.with_confirmed([&](model::State& confirmed) { writes = pages(confirmed); });
    // Relaxed: a power cut brings back the log and the older pages, which together say the same.
    if (!writes.empty()) keeper.write(std::move(writes), Durability::relaxed, Right::lead);
}

void Store::Parts::store_commands(const std::vector<model::Mutation>& mutations)
{
    std::vector<std::string>     ids;
    std::vector<platform::Write> writes;
    for (const auto& mutation : mutations) {
        unstored.insert(mutation.id);
        ids.push_back(mutation.id);
        writes.push_back({outbox_key(mutation), outbox_bytes(mutation)});
    }
    // While the storage is being read, their numbers may turn out to be taken: they are stored after that.
    if (reading()) return;
    for (auto& draft : drafts.take_changes()) writes.push_back(std::move(draft));
    drafts_due_at.reset();
    keeper.write(std::move(writes), Durability::strict, Right::append, [this, ids = std::move(ids)] {
        drafts.stored();
        for (const auto& id : ids) unstored.erase(id);
        exchange();
    });
}

void Store::Parts::drafts_changed()
{
    const auto now = real_clock.now();
    if (drafts.changed() && !drafts_due_at && disk != Disk::outdated)
        drafts_due_at = std::clamp(base::ms_after(drafts_written_at, drafts_pause_ms),
                                   base::ms_after(now, drafts_after_ms), base::ms_after(now, drafts_pause_ms));
    tell_progress();
}

void Store::Parts::store_drafts()
{
    if (!drafts_due_at || phase != Phase::ready || keeper.replacing()) return;
    drafts_due_at.reset();
    drafts_written_at = real_clock.now();
    keeper.write(drafts.take_changes(), Durability::relaxed, Right::append, [this] { drafts.stored(); });
}

void Store::Parts::store_everything()
{
    std::vector<platform::Write> writes;
    replica.with_confirmed([&](model::State& confirmed) {
        writes    = all_pages(confirmed, ledger);
        last_meta = meta_bytes(meta_of(confirmed));
    });
    log.clear();
    pages_due_at.reset();
    writes.push_back({std::string(meta_key), last_meta});
    for (const auto& mutation : replica.outbox()) writes.push_back({outbox_key(mutation), outbox_bytes(mutation)});
    for (const auto& [key, bytes] : drafts.all()) writes.push_back({key, bytes});

    // Delete, in the same write, what is not part of it any more.
    std::set<std::string> kept;
    for (const auto& write : writes) kept.insert(write.key);
    for (const auto& key : keeper.known())
        if (!kept.contains(key)) writes.push_back({key, {}});
    keeper.write(std::move(writes), Durability::strict, Right::lead, [this, waited = unstored] {
        for (const auto& id : waited) unstored.erase(id);
        exchange();
    });
}

void Store::Parts::store_meta()
{
    std::vector<platform::Write> writes;
    replica.with_confirmed([&](model::State& confirmed) { writes = changes(confirmed); });
    if (!writes.empty()) keeper.write(std::move(writes), Durability::relaxed, Right::lead);
}

void Store::Parts::replace(model::State with, exchange::Kept kept_by_peer, Done done)
{
    if (!ready() || keeper.replacing() || disk == Disk::outdated) {
        if (done) done(false);
        return;
    }
    struct Next {
        model::State     state;
        exchange::Ledger ledger;
        exchange::Kept   peer;
        std::string      meta;
    };
    const auto next = std::make_shared<Next>();
    next->state     = std::move(with);
    next->peer      = std::move(kept_by_peer);
    // Waiting commands are given up with the old account; their numbers are not used again.
    for (const auto& known : ledger.devices) next->ledger.devices.put(known);
    for (const auto& mutation : replica.outbox()) next->ledger.skip(device_of(mutation), mutation.seq);

    auto writes = all_pages(next->state, next->ledger);
    auto meta   = meta_of(next->state);
    meta.peer   = next->peer;
    next->meta  = meta_bytes(meta);
    writes.push_back({std::string(meta_key), next->meta});

    keeper.replace(std::move(writes), [this, next, done = std::move(done)](bool ok) {
        if (!ok && disk != Disk::outdated && storage.fault() == platform::StorageFault::behind) {
            // Another tab has just written: try the same again once this page has caught up.
            return as_leader([this, next, done] { replace(std::move(next->state), std::move(next->peer), done); });
        }
        if (ok) {
            ledger = std::move(next->ledger);
            peer.resume(next->peer);
            pressed.clear();
            catches_up_since.reset();
            last_meta = std::move(next->meta);
            notices   = {};
            unstored.clear();
            log.clear();
            pages_due_at.reset();
            drafts = {};
            drafts_due_at.reset();
            // Commands that another tab stored after this write was made remain; the new account decides about them.
            std::vector<model::Mutation> kept;
            for (const auto& mutation : replica.outbox())
                if (keeper.known().contains(outbox_key(mutation))) kept.push_back(mutation);
            replica.adopt(std::move(next->state), std::move(kept));
            rows_changed();
        } else {
            tell();
        }
        if (done) done(ok);
        exchange();
    });
    tell();
}

void Store::Parts::storage_has_answered()
{
    const bool full           = storage.fault() == platform::StorageFault::quota;
    const auto kind           = full ? NoticeKind::storage_full : NoticeKind::not_stored;
    bool       told_otherwise = false;
    for (const auto other : {NoticeKind::storage_full, NoticeKind::not_stored})
        if (!keeper.failing() || other != kind) told_otherwise |= notices.withdraw(other);
    if (keeper.failing()) told_otherwise |= notices.add(kind);
    if (told_otherwise || store.sync_state() != told_sync) tell();
    else tell_progress();
}

}  // namespace store
