// The internals of the store, for this layer's own files; screens include store.hpp.
#pragma once
#include "store/disk/entries.hpp"
#include "store/disk/keeper.hpp"
#include "store/replica.hpp"
#include "store/store.hpp"

#include <set>

namespace store {

// The device name of one of several pages. To the host each page is a device of its own, so their command numbers never
// clash.
inline std::string seat_name(const std::string& account_device, int seat)
{
    return seat == 0 ? account_device : account_device + '~' + std::to_string(seat);
}

enum class Phase : std::uint8_t {
    waiting,    // no rows: not opened yet, or the leading page is about to store the first account
    opening,    // the storage is being read for the first time
    ready,      // the account is there
    rereading,  // the account is there, and the storage is being read again
};

enum class Disk : std::uint8_t {
    usable,
    unusable,  // it could not be read: nothing is written to it
    outdated,  // a newer program has taken the data over: nothing is written to it
};

struct Store::Parts {
    Parts(Store& of, platform::Storage&, const platform::Clock&, exchange::Peer&, Settings);

    Store&                 store;
    platform::Storage&     storage;
    const platform::Clock& real_clock;
    exchange::Peer&        peer;
    Settings               settings;
    Phase                  phase  = Phase::waiting;
    Disk                   disk   = Disk::usable;
    bool                   online = true;
    Keeper                 keeper;
    Replica                replica;
    Reading                coming;      // what has been read so far
    model::State           first_rows;  // rows of `coming`, shown until everything is read
    exchange::Ledger       ledger;
    Notices                notices;
    std::string            account_device;  // as in meta: the device name of the first seat
    std::string            device;          // of this page: each seat has its own name
    std::string            last_meta;       // as last given to the keeper
    std::uint64_t          last_seq = 0;    // the number last given to a command
    std::set<std::string>  unstored;        // this page's commands that are not on the disk yet: must not be sent
    std::uint64_t          last_log = 0;    // number of the latest log record
    std::set<std::string>  log;             // keys of the log records whose changes are in no stored page yet
    std::uint64_t          revision = 0;
    SyncState              told_sync;  // as of the last on_change

    // Since when the peer has had more to bring than it had time for; unset if it has not. By the platform's clock.
    std::optional<base::Instant> catches_up_since;
    std::int32_t                 days_left = 0;

    std::size_t questions = 0;  // not answered yet

    // Links that were followed, by their numbers, until a pull brings the answers.
    using Pressed = std::function<void(const base::Problems&)>;
    std::map<std::uint64_t, Pressed> pressed;
    std::uint64_t                    last_pressed = 0;

    Drafts                       drafts;
    std::optional<base::Instant> drafts_due_at;      // when to write their changes; by the platform's clock
    base::Instant                drafts_written_at;  // last

    std::vector<std::function<void()>> when_leading;  // work that only the leading page may do

    // When to write the pages; unset while the log is empty. By the platform's clock.
    std::optional<base::Instant> pages_due_at;

    // When the current step of waiting for the storage ends, by the platform's clock; unset once it has answered. After the
    // last step the customer is warned.
    std::optional<base::Instant> patience_ends;
    int                          patience_steps = 0;

    // Expires with the store: the storage may answer after the store has gone.
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);

    base::Instant       now() const { return peer.hosts_time(real_clock.now()); }
    bool                ready() const { return phase == Phase::ready || phase == Phase::rereading; }
    bool                reading() const { return phase == Phase::opening || phase == Phase::rereading; }
    bool                lasting() const { return disk == Disk::usable && storage.lasting(); }
    const model::State& state() const { return ready() ? replica.state() : first_rows; }

    bool leads() const { return disk != Disk::usable || storage.leads(); }
    bool may_write_rows() const
    {
        return phase == Phase::ready && !keeper.replacing() && disk != Disk::outdated && leads();
    }
    bool        may_exchange() const { return may_write_rows() && online; }
    bool        catches_up() const { return catches_up_since && may_exchange(); }
    std::string name_of(std::uint64_t seq) const { return device + '.' + std::to_string(seq); }

    base::Problems why_not(const model::Command&) const;  // reasons not to carry it out here and now

    void tell();           // something on screen has changed: calls on_change
    void tell_progress();  // calls on_progress only
    void rows_changed();   // state() has changed
    void storage_answers();
    void count_patience();

    // --- opening.cpp: from the storage -------------------------------------------------
    void read_storage();
    void storage_has_been_read(bool ok);
    void begin_anew();
    void take_over(Opened);
    void warn_of(const Opened&);
    void is_outdated();

    // --- following.cpp: the other pages -------------------------------------------------
    void as_leader(std::function<void()> work);  // at once, or as soon as this page leads
    void do_leading_work();
    void leading_has_changed();
    void another_has_written(const std::vector<platform::Write>&);
    bool follow(const platform::Write&, model::State& confirmed);  // false: it cannot be read
    void is_behind();

    // --- storing.cpp: to the storage ---------------------------------------------------
    Meta                         meta_of(const model::State& confirmed) const;
    std::vector<platform::Write> changes(model::State& confirmed);                     // since the last call
    void                         store_commands(const std::vector<model::Mutation>&);  // in one write
    void                         store_everything();
    void                         store_meta();
    std::vector<platform::Write> pages(model::State& confirmed);
    void                         store_pages_when_due();
    void                         drafts_changed();
    void                         store_drafts();
    void                         replace(model::State, exchange::Kept, Done);
    void                         storage_has_answered();

    // --- exchanging.cpp: with the host -------------------------------------------------
    void exchange();
    void press(model::Command, Pressed answered);
    void answer_pressed(const std::vector<exchange::Pressed>&);
    bool is_settled(const model::Mutation& one) const { return one.seq <= ledger.through(device_of(one)); }
    void note_progress(const exchange::Pulled&);
    void tell_refused(const model::Mutation&, const base::Problems&);
    void tell_refusals(const exchange::Ledger&,
                       std::uint64_t known);  // of this page's commands with a number beyond `known`
    void tell_failed(const std::vector<model::Operation>&);
};

}  // namespace store
