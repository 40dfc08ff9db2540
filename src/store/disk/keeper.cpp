#include "store/disk/keeper.hpp"

#include <algorithm>
#include <utility>

namespace store {
namespace {

constexpr std::int64_t first_retry_ms = 1'000;
constexpr std::int64_t last_retry_ms  = 30'000;

}  // namespace

Keeper::Keeper(platform::Storage& storage, const platform::Clock& clock)
    : storage_(storage), clock_(clock), self_(std::make_shared<Keeper*>(this))
{}

void Keeper::know(std::set<std::string> keys) { known_ = std::move(keys); }

void Keeper::know(const std::vector<platform::Write>& writes)
{
    for (const auto& write : writes) {
        if (write.bytes) known_.insert(write.key);
        else known_.erase(write.key);
    }
}

void Keeper::write(std::vector<platform::Write> writes, platform::Durability durability, platform::Right right,
                   Stored stored)
{
    if (given_up_) {
        if (stored) stored();
        return;
    }
    for (auto& one : writes) waiting_.writes[std::move(one.key)] = std::move(one.bytes);
    if (stored) waiting_.stored.push_back(std::move(stored));
    waiting_.durability = std::max(waiting_.durability, durability);
    waiting_.right      = std::max(waiting_.right, right);
    pump();
}

void Keeper::replace(std::vector<platform::Write> writes, Replaced done)
{
    if (given_up_) return done(true);
    replacement_.emplace();
    replacement_->done = std::move(done);
    for (auto& one : writes) replacement_->writes[std::move(one.key)] = std::move(one.bytes);
    pump();
}

void Keeper::forget()
{
    waiting_  = {};
    failures_ = 0;
    retry_at_.reset();
}

void Keeper::release()
{
    held_ = false;
    pump();
}

void Keeper::give_up()
{
    given_up_ = true;
    retry_at_.reset();
    for (auto& stored : std::exchange(waiting_, {}).stored) stored();
    if (replacement_ && !replacing_) std::exchange(replacement_, {})->done(false);
}

void Keeper::retry()
{
    if (!retry_at_ || clock_.now() < *retry_at_) return;
    retry_at_.reset();
    pump();
}

void Keeper::pump()
{
    if (!flight_.writes.empty() || replacing_ || given_up_ || held_) return;
    if (replacement_) return start_replacing();
    if (retry_at_ || waiting_.writes.empty()) return;
    flight_ = std::exchange(waiting_, {});
    store(flight_.writes, flight_.durability, flight_.right, [this](bool ok) { finished(ok); });
}

void Keeper::start_replacing()
{
    replacing_ = true;
    for (const auto& key : known_) replacement_->writes.try_emplace(key);
    store(replacement_->writes, platform::Durability::strict, platform::Right::lead, [this](bool ok) {
        replacing_    = false;
        auto replaced = std::exchange(replacement_, {});
        if (!ok && behind()) return replaced->done(false);
        if (ok) {
            forget();
            note_keys(replaced->writes);
        }
        replaced->done(ok);
        if (on_change) on_change();
        pump();
    });
}

void Keeper::finished(bool ok)
{
    auto flight = std::exchange(flight_, {});
    if (!ok) {
        if (behind()) return;
        waiting_.add(std::move(flight));
        return refused();
    }
    failures_ = 0;
    retry_at_.reset();
    note_keys(flight.writes);
    for (auto& stored : flight.stored) stored();
    if (on_change) on_change();
    pump();
}

// What was written meanwhile is newer than the refused write, and wins.
void Keeper::Batch::add(Batch&& older)
{
    writes.merge(older.writes);
    stored.insert(stored.begin(), std::move_iterator(older.stored.begin()), std::move_iterator(older.stored.end()));
    durability = std::max(durability, older.durability);
    right      = std::max(right, older.right);
}

bool Keeper::behind()
{
    const auto fault = storage_.fault();
    if (fault != platform::StorageFault::behind && fault != platform::StorageFault::gone) return false;
    waiting_ = {};
    if (fault == platform::StorageFault::gone) known_.clear();
    if (on_behind) on_behind();
    return true;
}

void Keeper::refused()
{
    const auto pause = std::min(first_retry_ms << std::min(failures_, 10), last_retry_ms);
    ++failures_;
    retry_at_ = base::ms_after(clock_.now(), pause);
    if (on_change) on_change();
    pump();
}

void Keeper::note_keys(const std::map<std::string, std::optional<std::string>>& writes)
{
    for (const auto& [key, bytes] : writes) {
        if (bytes) known_.insert(key);
        else known_.erase(key);
    }
}

void Keeper::store(const std::map<std::string, std::optional<std::string>>& writes, platform::Durability durability,
                   platform::Right right, std::function<void(bool ok)> done)
{
    std::vector<platform::Write> list;
    list.reserve(writes.size());
    for (const auto& [key, bytes] : writes) list.push_back({key, bytes});
    storage_.write(std::move(list), durability, right, [alive = std::weak_ptr(self_), done = std::move(done)](bool ok) {
        if (!alive.expired()) done(ok);
    });
}

}  // namespace store
