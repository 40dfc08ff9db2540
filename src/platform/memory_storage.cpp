// Implements MemoryStorage.
#include "platform/memory_storage.hpp"

#include <algorithm>
#include <utility>

namespace platform {

MemoryStorage::MemoryStorage(Answers answers, std::shared_ptr<MemoryDisk> disk)
    : answers_(answers), disk_(disk ? std::move(disk) : std::make_shared<MemoryDisk>())
{}

void MemoryStorage::read(Read done, Some some, std::string_view first)
{
    join();
    accept({.read = std::move(done), .some = std::move(some), .first = std::string(first)});
}

void MemoryStorage::write(std::vector<Write> writes, Durability durability, Right right, Done done)
{
    join();
    accept({.writes = std::move(writes), .durability = durability, .right = right, .done = std::move(done)});
}

bool MemoryStorage::answer_one()
{
    if (waiting_.empty()) return false;
    // Remove the call from the queue first: its answer may make new calls.
    Call call = std::move(waiting_.front());
    waiting_.pop_front();
    carry_out(call);
    return true;
}

void MemoryStorage::hand_over_but_last()
{
    std::vector<Entry> entries;
    for (const auto& [key, bytes] : disk_->now.entries) entries.push_back({key, bytes});
    entries.pop_back();
    waiting_.front().some(entries);
}

void MemoryStorage::hand_over_first()
{
    const auto& call = waiting_.front();
    call.some({{call.first, disk_->now.entries.at(call.first)}});
}

void MemoryStorage::answer_all()
{
    while (answer_one()) {}
}

void MemoryStorage::crash(bool power_is_lost)
{
    waiting_.clear();
    leave();
    if (power_is_lost) disk_->now = disk_->on_disk;
}

void MemoryStorage::refuse(std::size_t count, StorageFault reason)
{
    refusals_ = count;
    refusal_  = reason;
}

void MemoryStorage::accept(Call call)
{
    if (answers_ == Answers::when_told) {
        waiting_.push_back(std::move(call));
        return;
    }
    carry_out(call);
}

void MemoryStorage::carry_out(Call& call)
{
    if (call.event) return call.event();
    if (refusals_ > 0) {
        --refusals_;
        fault_ = refusal_;
        if (call.read) call.read(false, {});
        if (call.done) call.done(false);
        return;
    }
    if (call.read) return carry_out_read(call);
    const auto why = carry_out_write(call);
    if (why != StorageFault::none) fault_ = why;
    if (call.done) call.done(why == StorageFault::none);
}

void MemoryStorage::carry_out_read(Call& call)
{
    const auto& now = disk_->now;
    seen_           = now.commits;
    own_.clear();
    lost_something_ = now.begun && now.count != now.entries.size();
    std::vector<Entry> entries;
    for (const auto& [key, bytes] : now.entries) entries.push_back({key, bytes});
    if (call.some) call.some(std::exchange(entries, {}));
    call.read(true, std::move(entries));
}

StorageFault MemoryStorage::carry_out_write(Call& call)
{
    auto& now = disk_->now;
    if (!now.begun && seen_ > 0) {
        seen_  = 0;
        fence_ = 0;
        return StorageFault::gone;
    }
    if (call.right == Right::lead) {
        if (!leads() || (fence_ == 0 ? now.commits != seen_ : now.fence != fence_)) return StorageFault::behind;
        if (fence_ == 0) fence_ = ++now.fence;
    }
    for (const auto& change : call.writes) {
        if (change.bytes) now.entries[change.key] = *change.bytes;
        else now.entries.erase(change.key);
    }
    now.begun = true;
    now.count = now.entries.size();
    ++now.commits;
    if (call.durability == Durability::strict) disk_->on_disk = now;
    own_.insert(now.commits);
    has_heard(seen_);
    for (auto* page : std::vector(disk_->pages))
        if (page != this) page->hear(now.commits, call.writes);
    return StorageFault::none;
}

// --- several pages --------------------------------------------------------------

void MemoryStorage::join()
{
    auto& pages = disk_->pages;
    if (std::find(pages.begin(), pages.end(), this) != pages.end()) return;
    seat_ = 0;
    while (std::any_of(pages.begin(), pages.end(), [&](const auto* page) { return page->seat_ == seat_; })) ++seat_;
    pages.push_back(this);
    fence_ = 0;
    if (!disk_->leader) disk_->leader = this;
}

void MemoryStorage::leave()
{
    std::erase(disk_->pages, this);
    if (disk_->leader != this) return;
    disk_->leader = disk_->pages.empty() ? nullptr : disk_->pages.front();
    if (disk_->leader) disk_->leader->hear_leading();
}

void MemoryStorage::claim()
{
    if (leads()) return;
    auto* before = std::exchange(disk_->leader, this);
    if (before) before->hear_leading();
    hear_leading();
}

void MemoryStorage::do_without()
{
    leave();
    disk_        = std::make_shared<MemoryDisk>();
    answers_     = Answers::at_once;
    auto waiting = std::exchange(waiting_, {});
    join();
    for (auto& call : waiting)
        if (!call.event) carry_out(call);
}

void MemoryStorage::hear_leading()
{
    accept({.event = [this] {
        fence_ = 0;
        if (heard.leading) heard.leading();
    }});
}

void MemoryStorage::hear(std::uint64_t commit, std::vector<Write> writes)
{
    accept({.event = [this, commit, writes = std::move(writes)] {
        if (commit <= seen_) return;  // already read
        has_heard(commit);
        if (heard.written) heard.written(writes);
    }});
}

void MemoryStorage::has_heard(std::uint64_t commit)
{
    seen_ = commit;
    while (own_.erase(seen_ + 1) > 0) ++seen_;
}

}  // namespace platform
