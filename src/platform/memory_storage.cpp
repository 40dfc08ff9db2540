// Storage in memory: see the header.
#include "platform/memory_storage.hpp"

namespace platform {

void MemoryStorage::read(std::string prefix, Read done)
{
    Call call;
    call.prefix = std::move(prefix);
    call.read   = std::move(done);
    accept(std::move(call));
}

void MemoryStorage::write(std::vector<Write> writes, Durability durability, Done done)
{
    Call call;
    call.writes     = std::move(writes);
    call.durability = durability;
    call.done       = std::move(done);
    accept(std::move(call));
}

void MemoryStorage::clear(Done done)
{
    Call call;
    call.clears     = true;
    call.durability = Durability::strict;
    call.done       = std::move(done);
    accept(std::move(call));
}

bool MemoryStorage::answer_one()
{
    if (waiting_.empty()) return false;
    // The call leaves the queue first: its answer may make new calls.
    Call call = std::move(waiting_.front());
    waiting_.pop_front();
    carry_out(call);
    return true;
}

void MemoryStorage::answer_all()
{
    while (answer_one()) {}
}

void MemoryStorage::crash(bool power_is_lost)
{
    waiting_.clear();
    if (power_is_lost) now_ = on_disk_;
}

void MemoryStorage::refuse(std::size_t count, std::string reason)
{
    refusals_ = count;
    refusal_  = std::move(reason);
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
    if (refusals_ > 0) {
        --refusals_;
        fault_ = refusal_;
        if (call.read) call.read(false, {});
        if (call.done) call.done(false);
        return;
    }
    if (call.read) {
        std::vector<Entry> entries;
        for (auto at = now_.lower_bound(call.prefix); at != now_.end() && at->first.starts_with(call.prefix); ++at)
            entries.push_back({at->first, at->second});
        call.read(true, std::move(entries));
        return;
    }
    if (call.clears) now_.clear();
    for (auto& change : call.writes) {
        if (change.bytes) now_[change.key] = std::move(*change.bytes);
        else now_.erase(change.key);
    }
    if (call.durability == Durability::strict) on_disk_ = now_;
    if (call.done) call.done(true);
}

}  // namespace platform
