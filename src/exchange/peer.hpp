// The other side: what a store is given to talk to. In the demo a simulated host in the same page (demo/peer.hpp), with a
// backend whoever reaches it. A store knows no other way out.
//
// All calls come from one thread, and outside of each other: a peer never calls back before the call it answers has returned.
#pragma once
#include "exchange/ledger.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace exchange {

// --- questions -----------------------------------------------------------------
// What must be answered at once and may be on no disk: neither question nor answer is ever stored or sent again. Nothing
// of it changes the account; what does is a command beside it.

// The code by which a domain moves to another registrar, for the customer's password.
struct AskTransferCode {
    model::ServiceId domain;
    std::string      password;
};

// Hands in the code that another registrar gave for a domain: for a receipt, which a command then carries in its place.
struct HandInCode {
    model::ServiceId domain;
    std::string      code;
};

using Question = std::variant<AskTransferCode, HandInCode>;

struct Offline {};  // nobody could be asked
struct Declined {
    base::Problem why;  // its field is the question's member that is wrong
};
struct TransferCode {
    std::string code;
};
struct Receipt {
    std::string receipt;
};

using Answer   = std::variant<Offline, Declined, TransferCode, Receipt>;
using Answered = std::function<void(Answer)>;

// Overwrite what is secret in them.
void wipe(Question&);
void wipe(Answer&);

// A question under way. Whoever asks keeps it: when it goes, the answer is not waited for any more, and is wiped unheard.
using Asked = std::shared_ptr<void>;

// --- rows -----------------------------------------------------------------------
// What the host has confirmed, without the commands that wait.
struct Confirmed {
    model::State& rows;
    Ledger&       ledger;
};

// Asked now and then: whether the time that may be used is over.
using Spent = std::function<bool()>;

struct Pulled {
    std::vector<model::Operation> failed;             // what could not be done since
    bool                          more      = false;  // the time was over before all was there: to be called again soon
    std::int32_t                  days_left = 0;      // how many days there are still to go through, where that is why
};

// Words that a peer wants to find again, "name=value": stored with the rows, and understood by nobody else.
using Kept = std::vector<std::string>;

class Peer {
public:
    Peer()                       = default;
    Peer(const Peer&)            = delete;
    Peer& operator=(const Peer&) = delete;
    virtual ~Peer()              = default;

    // What the company sells and lets live by: rules on this device are given the same. Lives as long as the peer.
    virtual const model::Catalogue& catalogue() const = 0;

    // The account where nothing is stored yet.
    virtual model::State first_account(base::Date today) = 0;

    // What is to be kept with the rows of this account, and with those of another that takes its place.
    virtual Kept kept() const              = 0;
    virtual Kept kept_with_another() const = 0;
    // What was kept; nothing of an account that this peer has not seen. What it knew before no longer counts.
    virtual void resume(const Kept&) = 0;

    // The host's clock at a moment of this device's clock, and the other way round.
    virtual base::Instant hosts_time(base::Instant here) const = 0;
    virtual base::Instant time_here(base::Instant hosts) const = 0;

    virtual void set_online(bool) = 0;

    // --- only while online. By the host's clock ---------------------------------------
    // Takes over a command that is safely stored on this device, in the order of its device's numbers. Whether it is
    // settled is what the ledger says: when this returns, where the host is here, or after a later pull().
    virtual void settle(Confirmed, const std::string& device, const model::Mutation&, base::Instant now) = 0;

    // A link of a letter was pressed: decided at once and by the host, as the actor `link`, and in no queue of this device. Why
    // not; nothing when it was carried out, and then the rows say so.
    virtual base::Problems press(Confirmed, const model::Command&, base::Instant now) = 0;

    // Brings rows and ledger up to what the host has done. Goes on until the time is spent, but does some part of what there
    // is in any case; rows and kept() fit together after each.
    virtual Pulled pull(Confirmed, base::Instant now, const Spent&) = 0;

    // When pull() has something to bring, as far as that is known; nothing when never.
    virtual std::optional<base::Instant> next_pull_at() const = 0;

    // --- at any time --------------------------------------------------------------
    // `answered` is called once and later, never before this returns; not at all when what is returned goes first.
    [[nodiscard]] virtual Asked ask(Question, Answered answered) = 0;
};

}  // namespace exchange
