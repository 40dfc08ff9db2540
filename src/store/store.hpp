// The customer's data on this device: the rows that the host has confirmed, with the effects of the customer's waiting
// commands on top. Screens read state() and call dispatch(); nothing else keeps a copy. The store reaches the host only
// through its peer.
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
    std::string device;  // a new random name; not used if the storage has one already

    // For kiosks and tests: it is intended that nothing outlives the page, so no notice warns of it.
    bool may_forget = false;
};

enum class Sync : std::uint8_t {
    up_to_date,
    waiting,
    catching_up,  // the host is going through the days that went by, which takes longer than a moment
    offline,
    error,  // could not be stored on this device
};

struct SyncState {
    Sync         sync                               = Sync::up_to_date;
    std::size_t  waiting                            = 0;  // commands that the host has not answered yet
    std::int32_t days_left                          = 0;  // still to be caught up with
    bool         operator==(const SyncState&) const = default;
};

class Store {
public:
    // All references must outlive the store.
    Store(platform::Storage&, const platform::Clock&, exchange::Peer&, Settings);
    ~Store();
    Store(const Store&)            = delete;
    Store& operator=(const Store&) = delete;

    // Called after anything that a screen could show has changed; never during a call that only reads.
    std::function<void()> on_change;

    // Called when settled() or next_wake() may have changed. Writing in the background changes these, without anything
    // for a screen to draw.
    std::function<void()> on_progress;

    // --- starting -------------------------------------------------------------
    // Reads the storage. ready() becomes true in any case when that is over: with the rows that could be read, or with an
    // account in memory only and a notice that says so.
    void open();
    bool ready() const;

    // For a storage that does not answer: starts with the peer's first account, in memory only. Does nothing once it has
    // answered.
    void do_without_storage();

    // --- reading --------------------------------------------------------------
    // Until ready(): the first rows read so far.
    const model::State& state() const;
    std::uint64_t       revision() const;  // changes whenever state() does
    base::Instant       now() const;       // the host's clock
    model::Day          today() const;     // the day in Paris, by that clock

    const std::vector<model::Mutation>& outbox() const;
    SyncState                           sync_state() const;
    const std::vector<Notice>&          notices() const;
    bool                                lasting() const;  // false: nothing outlives this page

    // True if everything that the customer did is on the disk and answered: nothing is under way or to be retried, and no
    // day is left to catch up with.
    bool settled() const;

    // --- writing --------------------------------------------------------------
    // The context in which a command would be carried out now; an open popup uses it for check().
    model::Context context() const;

    // Carries the command out here and now, stores it, and queues it for the host. If it is not allowed, only returns the
    // problems.
    base::Problems dispatch(model::Command);

    // The same for several commands in their order; those that are allowed reach the disk in one write and the host
    // together. Returns the problems of each.
    std::vector<base::Problems> dispatch(std::vector<model::Command>);

    // What the customer is writing in a popup of longer texts: kept on this device, as one draft for each kind of command
    // and service, until such a command is carried out or the account is replaced. Reaches the disk soon, about once a
    // second, and at once with store_drafts(), for a page that is no longer looked at.
    std::optional<model::Command> draft(const model::Command& like) const;
    void                          keep_draft(const model::Command&);
    void                          forget_draft(const model::Command& like);
    void                          store_drafts();

    // Carries out a link's command: the host answers at once, and nothing is stored before. `answered` gets the reasons
    // why not; none if it was carried out.
    void press(model::Command, std::function<void(const base::Problems&)> answered);

    // Replaces everything by an imported account, in one write. Commands that wait in the outbox belong to the old
    // account and are dropped. If the storage refuses, the old account stays, in memory and on the disk.
    using Done = std::function<void(bool ok)>;
    void replace(model::State, Done = {});

    // The same with the peer's first account; the peer starts afresh.
    void begin_anew(Done = {});

    // As soon as this page leads, calls `change`, which changes something that the peer keeps with the rows, then stores
    // that and lets the peer work by it. Does nothing while the account cannot be changed.
    void change_peer(std::function<void()> change);

    // --- questions --------------------------------------------------------------
    // Asks the host; nothing of it is stored, see exchange/peer.hpp. `answered` is called after this returns, and only
    // while the returned object is kept. If offline, Offline is the answer.
    [[nodiscard]] exchange::Asked ask(exchange::Question, exchange::Answered);

    void dismiss(std::uint64_t notice);

    // --- time and network -----------------------------------------------------
    // Lets the host work, and retries what failed, if due. Call it at next_wake(), or at any time.
    void                         tick();
    std::optional<base::Instant> next_wake() const;  // by the platform's clock, not the host's

    void set_online(bool);
    bool online() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace store
