// What the store is made of. For the layer's own files; screens include store.hpp.
#pragma once
#include "host/clock.hpp"
#include "store/demo_peer.hpp"
#include "store/disk/entries.hpp"
#include "store/disk/keeper.hpp"
#include "store/replica.hpp"
#include "store/store.hpp"

#include <set>

namespace store {

// Each of several pages is a device of its own to the host: their numbers never clash.
inline std::string seat_name(const std::string& account_device, int seat)
{
    return seat == 0 ? account_device : account_device + '~' + std::to_string(seat);
}

struct Store::Parts {
    Parts(Store& of, platform::Storage&, const platform::Clock&, Settings);

    Store&                 store;
    platform::Storage&     storage;
    const platform::Clock& real_clock;
    Settings               settings;
    Keeper                 keeper;
    Replica                replica;
    Reading                coming;      // what is being read
    model::State           first_rows;  // of that, to be shown until all is there
    DemoPeer               peer;
    host::Clock            clock;
    Notices                notices;
    std::string            account_device;  // what meta says: the name of the first seat
    std::string            device;          // of this page: a name of its own for each seat
    std::string            last_meta;       // as it was last given to the keeper
    std::uint64_t          last_seq = 0;    // of the command that was last given a number
    std::set<std::string>  unstored;        // commands of this page that are not on the disk yet: not to be sent
    std::uint64_t          last_log = 0;    // number of the latest log record
    std::set<std::string>  log;             // keys of the log records that pages do not hold yet
    std::uint64_t          revision   = 0;
    bool                   ready      = false;
    bool                   reading    = false;  // the storage is being read
    bool                   replacing  = false;
    bool                   online     = true;
    bool                   unusable   = false;  // the storage could not be read
    bool                   outdated   = false;  // a newer program has taken the data over
    bool                   must_store = false;  // what lies in the storage is to be put in order

    Sync told_sync = Sync::up_to_date;  // when a screen last heard of a change

    std::vector<std::function<void()>> when_leading;  // what only the page that leads may do

    // When the pages are to be written; unset while the log is empty. By the platform's clock.
    std::optional<base::Instant> pages_due_at;

    // Until the storage answers for the first time: when that takes too long. By the platform's clock.
    std::optional<base::Instant> patience_ends;

    // The answer to open() may come after the store has gone.
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);

    base::Instant       now() const { return clock.now(real_clock.now()); }
    bool                lasting() const { return !unusable && storage.lasting(); }
    const model::State& state() const { return ready ? replica.state() : first_rows; }

    bool        leads() const { return unusable || storage.leads(); }
    bool        may_write_rows() const { return ready && !reading && !replacing && !outdated && leads(); }
    bool        may_exchange() const { return may_write_rows() && online; }
    std::string name_of(std::uint64_t seq) const { return device + '.' + std::to_string(seq); }

    base::Problems why_not(const model::Command&) const;  // be carried out here and now

    void tell();           // something that a screen shows has changed
    void tell_progress();  // only whether something is under way, or the moment to wake
    void rows_changed();   // state() has changed
    void storage_answers();

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
    void follow(const platform::Write&, model::State& confirmed);
    void is_behind();

    // --- storing.cpp: to the storage ---------------------------------------------------
    Meta                         meta_of(const model::State& confirmed) const;
    std::vector<platform::Write> changes(model::State& confirmed);                     // since this was last asked for
    void                         store_commands(const std::vector<model::Mutation>&);  // in one write
    void                         store_everything();
    void                         store_meta();
    std::vector<platform::Write> pages(model::State& confirmed);
    void                         store_pages_when_due();
    void                         replace(model::State, host::Clock, Done);
    void                         storage_has_answered();

    // --- exchanging.cpp: with the host -------------------------------------------------
    void           exchange();
    base::Problems press(const model::Command&);
    void           tell_refused(const model::Mutation&, const base::Problems&);
    void           tell_refusals(const exchange::Ledger&,
                                 std::uint64_t known);  // of this page's commands with a number beyond `known`
    void           tell_failed(const std::vector<model::Operation>&);
};

}  // namespace store
