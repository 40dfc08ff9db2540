// What the store is made of. For the layer's own files; screens include store.hpp.
#pragma once
#include "host/clock.hpp"
#include "store/demo_peer.hpp"
#include "store/keeper.hpp"
#include "store/entries.hpp"
#include "store/replica.hpp"
#include "store/store.hpp"

namespace store {

struct Store::Parts {
    Parts(Store& of, platform::Storage&, const platform::Clock&, Settings);

    Store&                 store;
    platform::Storage&     storage;
    const platform::Clock& real_clock;
    Settings               settings;
    Keeper                 keeper;
    Replica                replica;
    DemoPeer               peer;
    host::Clock            clock;
    Notices                notices;
    std::string            device;
    std::string            last_meta;             // as it was last given to the keeper
    std::uint64_t          last_seq       = 0;    // of the command that was last given a number
    std::uint64_t          stored_through = 0;    // commands up to here are on the disk, and may be sent
    std::uint64_t          revision       = 0;
    bool                   ready          = false;
    bool                   replacing      = false;
    bool                   online         = true;
    bool                   unusable       = false;  // the storage could not be read
    bool                   elsewhere      = false;  // another tab writes it now

    // The answer to open() may come after the store has gone.
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);

    base::Instant now() const { return clock.now(real_clock.now()); }
    bool          lasting() const { return !unusable && storage.lasting(); }
    bool          may_exchange() const { return ready && !replacing && online; }
    std::string   name_of(std::uint64_t seq) const { return device + '.' + std::to_string(seq); }

    void tell();          // something that a screen shows has changed
    void rows_changed();  // state() has changed

    // --- opening.cpp: from the storage -------------------------------------------------
    void storage_has_been_read(bool ok, const std::vector<platform::Entry>&);
    void begin_anew();
    void take_over(Opened);
    void warn_of(const Opened&);

    // --- storing.cpp: to the storage ---------------------------------------------------
    Meta                         meta_of(const model::State& confirmed) const;
    std::vector<platform::Write> changes(model::State& confirmed);  // since this was last asked for
    void                         store_everything(const std::vector<platform::Entry>& there);
    void                         store_meta();
    void                         replace(model::State, host::Clock, Done);
    void                         storage_has_answered();

    // --- exchanging.cpp: with the host -------------------------------------------------
    void exchange();
    void tell_refused(const std::vector<model::Mutation>& sent, const syncing::Outcome&);
    void tell_failed(const std::vector<model::Operation>&);
};

}  // namespace store
