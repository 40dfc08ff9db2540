// How a store opens: with the storage's content, with what can be read of it, or with a new account. And how it catches
// up after missing what other pages wrote.
#include "store/core.hpp"

#include <algorithm>
#include <utility>

namespace store {

void Store::Parts::read_storage()
{
    base::must(
        !replica.lifted());  // a storage that answers at once would replace the rows while other code works on them
    if (reading() || disk != Disk::usable) return;  // a storage that could not be read is not used any more
    phase  = ready() ? Phase::rereading : Phase::opening;
    coming = {};
    keeper.hold();
    storage.read(
        [this, still = std::weak_ptr(alive)](bool ok, const std::vector<platform::Entry>&) {
            if (still.expired()) return;
            phase = ready() ? Phase::ready : Phase::waiting;
            storage_answers();
            storage_has_been_read(ok);
            if (!reading()) keeper.release();
        },
        [this, still = std::weak_ptr(alive)](const std::vector<platform::Entry>& entries) {
            if (still.expired()) return;
            storage_answers();
            coming.add(entries);
            // Show the first screen of a large account before the last row is read. These rows are not updated, and lack
            // log and outbox: updating them with each page would cost more than reading everything.
            const auto rows = coming.so_far().services.size();
            if (ready() || first_rows.services.size() > 0 || rows < table::page_rows) return;
            first_rows = coming.so_far();
            rows_changed();
        },
        page_key("services", 0));
}

void Store::Parts::storage_has_been_read(bool ok)
{
    keeper.know(coming.keys());
    auto opened = coming.finish();
    coming      = {};
    if (ok && opened.newer) is_outdated();
    if (ready() && (!ok || disk == Disk::outdated)) {
        // Keep what is in memory.
        std::vector<model::Mutation> waiting;
        for (const auto& mutation : replica.outbox())
            if (unstored.contains(mutation.id)) waiting.push_back(mutation);
        if (!waiting.empty()) store_commands(waiting);
        return tell();
    }

    if (!ok) disk = Disk::unusable;
    if (disk != Disk::usable) {
        keeper.give_up();
        opened       = {};
        opened.empty = true;
    }
    // The leading page is about to store the first account.
    if (opened.empty && !leads() && !ready()) return;
    keeper.forget();

    const bool nothing_usable = !opened.empty && opened.state.services.empty() &&
                                (!opened.meta || opened.lost_rows > 0);
    bool       must_store     = false;  // the stored data must be repaired or replaced
    if (ready() && (opened.empty || nothing_usable)) {
        // Somebody erased everything, but this page still has it; other pages may have added commands since.
        must_store = true;
        replica.with_confirmed([&](model::State&) {
            for (auto& mutation : opened.outbox) replica.add(std::move(mutation));
        });
    } else if (opened.empty || nothing_usable) {
        begin_anew();
        must_store = true;
        if (nothing_usable || (opened.empty && storage.lost_something())) notices.add(NoticeKind::starts_anew);
    } else {
        warn_of(opened);
        must_store = opened.damaged() || opened.older || storage.lost_something() || !opened.stale_outbox.empty();
        take_over(std::move(opened));
    }
    if (notices.list().empty() && !lasting() && !settings.may_forget) notices.add(NoticeKind::memory_only);

    phase      = Phase::ready;
    first_rows = {};
    if (must_store) as_leader([this] { store_everything(); });
    else replica.with_confirmed([&](const model::State& confirmed) { last_meta = meta_bytes(meta_of(confirmed)); });
    drafts_changed();
    do_leading_work();
    rows_changed();
    exchange();
}

void Store::Parts::begin_anew()
{
    account_device = settings.device;
    device         = seat_name(account_device, storage.seat());
    ledger.devices.put({{account_device}, 0});
    replica.adopt(peer.first_account(base::paris_day(now())), {});
}

void Store::Parts::take_over(Opened opened)
{
    tell_refusals(opened.ledger, ledger.through(device));

    // 1. If the ledger is lost, take a new name: under the old one a number could be used twice.
    const bool known = opened.meta && !opened.lost_ledger;
    account_device   = known ? opened.meta->device : settings.device;
    device           = seat_name(account_device, storage.seat());
    if (opened.meta) {
        peer.resume(opened.meta->peer);
    } else if (opened.state.profile.empty()) {
        opened.state.profile.put(profile_of(peer.first_account(base::paris_day(now()))));
    }

    ledger = std::move(opened.ledger);
    if (!known) ledger.devices.put({{account_device}, 0});
    last_seq = ledger.through(device);
    if (!known)
        for (auto& mutation : opened.outbox) {
            mutation.seq = ++last_seq;
            mutation.id  = name_of(mutation.seq);
        }
    for (const auto& mutation : opened.outbox)
        if (device_of(mutation) == device) last_seq = std::max(last_seq, mutation.seq);
    log      = std::move(opened.log);
    last_log = std::max(last_log, log.empty() ? 0 : log_number(*log.rbegin()));
    if (!log.empty()) pages_due_at = real_clock.now();
    drafts.adopt(std::move(opened.drafts));

    // 2. Queue commands of this page that are not on the disk yet once more, under numbers that are certainly free.
    std::vector<model::Mutation> own;
    for (const auto& mutation : replica.outbox()) {
        const bool stored  = std::any_of(opened.outbox.begin(), opened.outbox.end(),
                                         [&](const auto& one) { return one.id == mutation.id; });
        const bool settled = is_settled(mutation);
        if (unstored.contains(mutation.id) && !stored && !settled) own.push_back(mutation);
    }
    unstored.clear();
    for (auto& mutation : own) {
        mutation.seq = ++last_seq;
        mutation.id  = name_of(mutation.seq);
        opened.outbox.push_back(mutation);
    }
    replica.adopt(std::move(opened.state), std::move(opened.outbox));
    if (!own.empty()) store_commands(own);
}

void Store::Parts::warn_of(const Opened& opened)
{
    if (opened.lost_commands > 0) notices.add(NoticeKind::unreadable_request);
    if (opened.lost_rows > 0) notices.add(NoticeKind::unreadable, opened.lost_rows);
    else if (opened.lost_changes > 0 || (storage.lost_something() && !opened.shifted && opened.lost_commands == 0))
        notices.add(NoticeKind::lost_changes);
    else if (opened.damaged() && opened.lost_commands == 0) notices.add(NoticeKind::repaired);
}

void Store::Parts::is_outdated()
{
    if (std::exchange(disk, Disk::outdated) == Disk::outdated) return;
    keeper.give_up();
    drafts_due_at.reset();
    notices.add(NoticeKind::newer);
}

}  // namespace store
