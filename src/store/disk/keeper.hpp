// Brings changes to the storage, in order, one write at a time: what is asked for while one is under way goes
// together into the next. What is refused is kept and tried again. It does not know what the bytes mean.
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

    // Called when something was stored, or was refused.
    std::function<void()> on_change;

    // Called when the storage is another one than this page knows (behind, gone): what waited to be written, and
    // was made from what this page knew, is forgotten.
    std::function<void()> on_behind;

    // What lies in the storage already, and nothing else: replace() erases it.
    void                         know(std::set<std::string> keys);
    void                         know(const std::vector<platform::Write>&);  // by another page
    const std::set<std::string>& known() const { return known_; }

    // All of these changes come to the disk together. `stored` is called once they are there, however many times
    // that takes; never, when replace() does away with them first, or when they are forgotten.
    void write(std::vector<platform::Write>, platform::Durability, platform::Right, Stored stored = {});

    // The storage then holds these entries and nothing else, in one write; or, when it is refused, what it held before.
    // What still waits to be written comes before or goes with the old content. Not while another one is under way.
    void replace(std::vector<platform::Write>, Replaced);

    // While everything is read anew nothing is written: what waits was made from what this page knew before. It is
    // forgotten when the page knows otherwise then; else it is written after all. A replacement is written in any case.
    void hold() { held_ = true; }
    void forget();
    void release();

    // Writes nothing from now on, and says "stored" to everything but a replacement: the storage is unusable.
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
    Batch                        flight_;   // what the storage is writing
    Batch                        waiting_;  // what comes next
    std::optional<Replacement>   replacement_;
    bool                         replacing_ = false;  // the replacement is what the storage is writing
    bool                         given_up_  = false;
    bool                         held_      = false;
    int                          failures_  = 0;  // in a row
    std::optional<base::Instant> retry_at_;
    std::set<std::string>        known_;
    std::shared_ptr<Keeper*>     self_;  // answers of the storage may come after the keeper has gone
};

}  // namespace store
