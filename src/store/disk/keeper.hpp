// Brings changes to the storage, in order, one write at a time: changes made during a write go together into the next
// one. A refused write is kept and tried again. The keeper does not know what the bytes mean.
#pragma once
#include "platform/clock.hpp"
#include "platform/storage.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace store {

class Keeper {
public:
    using Stored   = std::function<void()>;
    using Replaced = std::function<void(bool ok)>;

    Keeper(platform::Storage&, const platform::Clock&);

    // Called after something was stored or refused.
    std::function<void()> on_change;

    // Called when the storage is not the one that this page knows (behind, gone). Waiting writes, which were made from
    // what this page knew, are then dropped.
    std::function<void()> on_behind;

    // Sets all keys that the storage has; replace() erases them.
    void                         know(std::set<std::string> keys);
    void                         know(const std::vector<platform::Write>&);  // written by another page
    const std::set<std::string>& known() const { return known_; }

    // These changes reach the disk together. `stored` is called once they are there, however many attempts that takes;
    // never if replace() overwrites them first, or if they are dropped.
    void write(std::vector<platform::Write>, platform::Durability, platform::Right, Stored stored = {});

    // In one write, makes the storage hold these entries and nothing else; if that is refused, it keeps its old content.
    // A write under way comes first; writes that still wait are dropped once this is stored. Requires that no other
    // replacement is under way.
    void replace(std::vector<platform::Write>, Replaced);

    // hold() stops writing while the storage is being read, since waiting writes were made from what this page knew
    // before. forget() drops them, if the page knows otherwise after that. release() writes what still waits, and a
    // replacement in any case.
    void hold() { held_ = true; }
    void forget();
    void release();

    // For an unusable storage: writes nothing any more, and reports everything as stored, except a replacement that still
    // waits.
    void give_up();

    bool idle() const { return flight_.writes.empty() && waiting_.writes.empty() && !replacement_; }
    bool replacing() const { return replacement_.has_value(); }
    bool failing() const { return failures_ > 0; }

    // When to call retry(), by the platform's clock.
    std::optional<base::Instant> retry_at() const { return retry_at_; }
    void                         retry();

private:
    struct Batch {
        std::map<std::string, std::optional<std::string>> writes;
        std::vector<Stored>                               stored;
        platform::Durability                              durability = platform::Durability::relaxed;
        platform::Right                                   right      = platform::Right::append;
        void                                              add(Batch&& older);
    };
    struct Replacement {
        std::map<std::string, std::optional<std::string>> writes;
        Replaced                                          done;
    };

    void pump();
    void start_replacing();
    void finished(bool ok);
    void refused();
    bool behind();
    void note_keys(const std::map<std::string, std::optional<std::string>>&);
    void store(const std::map<std::string, std::optional<std::string>>&, platform::Durability, platform::Right,
               std::function<void(bool ok)>);

    platform::Storage&           storage_;
    const platform::Clock&       clock_;
    Batch                        flight_;   // being written by the storage
    Batch                        waiting_;  // comes next
    std::optional<Replacement>   replacement_;
    bool                         replacing_ = false;  // the replacement is being written
    bool                         given_up_  = false;
    bool                         held_      = false;
    int                          failures_  = 0;  // in a row
    std::optional<base::Instant> retry_at_;
    std::set<std::string>        known_;
    std::shared_ptr<Keeper*>     self_;  // expires with the keeper: the storage may answer later
};

}  // namespace store
