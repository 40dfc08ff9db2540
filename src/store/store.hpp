// The customer's data on this device: what the host has confirmed, with what the customer has asked
// for since laid over it. Screens read state() and write dispatch(); nobody else keeps a copy. It talks to the host through
// the peer that it is given, and knows nothing else of it.
#pragma once
#include "exchange/peer.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "platform/clock.hpp"
#include "platform/storage.hpp"
#include "store/notices.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Settings {
    std::string device;  // a fresh random name; the storage's own is kept when it has one

    // A kiosk and a test: that nothing outlives the page is meant, and nobody is warned.
    bool may_forget = false;
};

enum class Sync : std::uint8_t {
    up_to_date,
    waiting,
    catching_up,  // the host goes through the days that went by, and that takes longer than a moment
    offline,
    error,  // not stored on this device
};

struct SyncState {
    Sync         sync                               = Sync::up_to_date;
    std::size_t  waiting                            = 0;  // commands that the host has not answered yet
    std::int32_t days_left                          = 0;  // to catch up
    bool         operator==(const SyncState&) const = default;
};

class Store {
public:
    // All three outlive the store.
    Store(platform::Storage&, const platform::Clock&, exchange::Peer&, Settings);
    ~Store();
    Store(const Store&)            = delete;
    Store& operator=(const Store&) = delete;

    // Called after anything that a screen could show has changed. Never during a call from a screen that only reads.
    std::function<void()> on_change;

    // Called after settled() or next_wake() may have got another answer. What is written in the background changes
    // these, and nothing that a screen would have to draw.
    std::function<void()> on_progress;

    // --- starting -------------------------------------------------------------
    // Reads the storage; ready() when that is over, and always in the end: with what could be read, or in memory
    // only, and a notice that says so.
    void open();
    bool ready() const;

    // For a storage that does not answer: the peer's account to begin with, in memory only. Nothing once it has answered.
    void do_without_storage();

    // --- reading --------------------------------------------------------------
    // Until ready(): the first rows that have been read.
    const model::State& state() const;
    std::uint64_t       revision() const;  // changes whenever state() does
    base::Instant       now() const;       // the host's clock
    model::Day          today() const;     // in Paris, by that clock

    const std::vector<model::Mutation>& outbox() const;
    SyncState                           sync_state() const;
    const std::vector<Notice>&          notices() const;
    bool                                lasting() const;  // false: nothing outlives this page

    // Whether all that the customer did is on the disk and answered: nothing under way, nothing to be retried, no day to be
    // caught up with.
    bool settled() const;

    // --- writing --------------------------------------------------------------
    // The context in which a command would be carried out now: for check() in an open popup.
    model::Context context() const;

    // Carries the command out here and now, stores it, and queues it for the host. Does nothing but explain itself
    // when it is not allowed.
    base::Problems dispatch(model::Command);

    // Each as alone, in their order, but all that are allowed come to the disk in one write and go to the host together.
    // What is wrong with each.
    std::vector<base::Problems> dispatch(std::vector<model::Command>);

    // What a link of a letter asks for: the host answers at once, and nothing of it is stored before. Says why not;
    // nothing when it is done.
    void press(model::Command, std::function<void(const base::Problems&)> answered);

    // Everything is replaced by an imported account, in one write; what waits in the outbox belonged to the old one
    // and goes with it. When the storage refuses, the old account stays, here and there.
    using Done = std::function<void(bool ok)>;
    void replace(model::State, Done = {});

    // Likewise by the peer's account to begin with, of which the peer has seen nothing yet.
    void begin_anew(Done = {});

    // Changes something that the peer keeps with the rows, as soon as this page leads; it is stored, and the peer works by
    // it. Nothing while the account cannot be changed.
    void change_peer(std::function<void()> change);

    // --- questions --------------------------------------------------------------
    // What is answered at once and stored nowhere, see exchange/peer.hpp: later than this returns, and only as long as
    // what is returned is kept. Offline, that is the answer.
    [[nodiscard]] exchange::Asked ask(exchange::Question, exchange::Answered);

    void dismiss(std::uint64_t notice);

    // --- time and network -----------------------------------------------------
    // Lets the host work and repeats what failed, as far as it is due. Call at next_wake(), or at any time.
    void                         tick();
    std::optional<base::Instant> next_wake() const;  // by the platform's clock, not the host's

    void set_online(bool);
    bool online() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace store
