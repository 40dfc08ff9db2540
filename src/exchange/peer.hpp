// The host as the store sees it, and the store's only connection to the outside. In the demo a simulated host in the same
// page (demo/peer.hpp); with a backend, an object that talks to it.
//
// All calls come from one thread and are never nested: a peer never calls back before the call that it answers has
// returned.
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
// Requests that are answered at once and must never be on a disk: neither question nor answer is stored or sent again.
// They do not change the account; only commands do.

// Asks for the code with which a domain moves to another registrar. Requires the customer's password.
struct AskTransferCode {
    model::ServiceId domain;
    std::string      password;
};

// Hands in the code that another registrar gave for a domain. The answer is a receipt, which a command then has instead
// of it.
struct HandInCode {
    model::ServiceId domain;
    std::string      code;
};

using Question = std::variant<AskTransferCode, HandInCode>;

struct Offline {};  // the host could not be reached
struct Declined {
    base::Problem why;  // its field is the member of the question that is wrong
};
struct TransferCode {
    std::string code;
};
struct Receipt {
    std::string receipt;
};

using Answer   = std::variant<Offline, Declined, TransferCode, Receipt>;
using Answered = std::function<void(Answer)>;

// Overwrite the secrets in them.
void wipe(Question&);
void wipe(Answer&);

// A question under way, to be kept by the caller: destroying it cancels the question, and an answer is then wiped unread.
using Asked = std::shared_ptr<void>;

// --- rows -----------------------------------------------------------------------
// The rows that the host has confirmed, without the effects of waiting commands.
struct Confirmed {
    model::State& rows;
    Ledger&       ledger;
};

// True when the time for the work is over; called now and then.
using Spent = std::function<bool()>;

// What became of a link that was followed: carried out if there are no problems.
struct Pressed {
    std::uint64_t  number = 0;
    base::Problems problems;
};

struct Pulled {
    std::vector<Pressed>          pressed;
    std::vector<model::Operation> failed;             // operations that failed since
    bool                          more      = false;  // the time was over before all was done: call again soon
    std::int32_t                  days_left = 0;      // if so, the number of days still to go through
};

// Data of the peer, as "name=value": stored with the rows, and interpreted only by the peer.
using Kept = std::vector<std::string>;

class Peer {
public:
    Peer()                       = default;
    Peer(const Peer&)            = delete;
    Peer& operator=(const Peer&) = delete;
    virtual ~Peer()              = default;

    // The company's catalogue, which rules on this device use too. Lives as long as the peer.
    virtual const model::Catalogue& catalogue() const = 0;

    // The account to begin with, when nothing is stored yet.
    virtual model::State first_account(base::Date today) = 0;

    // The data to store with the rows of this account, and with those of another account that replaces it.
    virtual Kept kept() const                                         = 0;
    virtual Kept kept_with_another(const model::State& another) const = 0;
    // Gives back the stored data; empty for an account that this peer has not seen. Replaces what the peer knew before.
    virtual void resume(const Kept&) = 0;

    // Converts a moment of this device's clock to the host's clock, and back. A peer without a clock of its own may doubt the
    // device's: then time stands.
    virtual base::Instant hosts_time(base::Instant here)       = 0;
    virtual base::Instant time_here(base::Instant hosts) const = 0;

    virtual void set_online(bool) = 0;

    // --- only while online; moments are by the host's clock ------------------------------
    // Takes over a command that is safely stored on this device, in the order of its device's numbers. The ledger tells
    // whether it is settled: when this returns, if the host is in this process, else after a later pull().
    virtual void settle(Confirmed, const std::string& device, const model::Mutation&, base::Instant now) = 0;

    // The customer followed a link of a letter: the host decides, with the actor `link`; the command is in no queue of this
    // device. Pulled::pressed of a later pull() has the answer under this number, and the rows show it then.
    virtual void press(std::uint64_t number, model::Command) = 0;

    // Brings rows and ledger up to date with what the host has done. Works until the time is spent, but always does at
    // least one part; rows and kept() are consistent after each part.
    virtual Pulled pull(Confirmed, base::Instant now, const Spent&) = 0;

    // When pull() will have something to bring, as far as is known; nothing if never.
    virtual std::optional<base::Instant> next_pull_at() const = 0;

    // --- at any time --------------------------------------------------------------
    // Calls `answered` once, never before this returns, and not at all if the returned object is destroyed first.
    [[nodiscard]] virtual Asked ask(Question, Answered answered) = 0;
};

}  // namespace exchange
