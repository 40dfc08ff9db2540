// The one list of commands: everything that a customer, a link or the host can ask for.
#pragma once
#include "model/billing/cart.hpp"
#include "model/billing/payment.hpp"
#include "model/billing/renewal.hpp"
#include "model/domains/nameservers.hpp"
#include "model/domains/transfer.hpp"
#include "model/people/grant.hpp"
#include "model/services/association.hpp"
#include "model/services/description.hpp"
#include "model/services/ending.hpp"
#include "model/services/offered_domain.hpp"
#include "model/services/operation_answers.hpp"
#include "model/services/switches.hpp"
#include "model/support/read_message.hpp"
#include "model/support/ticket.hpp"
#include "model/trades/trade.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace model {

// Each has a `word` (its name in files), fields(), who, check, perform and may_wait_offline.
using AnyCommand = std::variant<
    ChangeNameservers, Renew, SetAutoRenew, Associate, Dissociate, Describe, SetLock, SetWhoisPrivacy,
    ResetHostingPassword, VerifyHolder, UseLink, UnlockForTransfer, EndService, KeepService, ChooseOfferedDomain,
    PayTransfer, RetryTransfer, GiveTransferCode, CancelTransfer, ValidateTransfer, SaveCart, DeleteCart, PayCart,
    RenewTogether, CallOffRenewal, StartTrade, AnswerTrade, CancelTrade, OfferGrant, AskForGrant, AnswerGrant, EndGrant,
    OpenTicket, ReadMessage, OperationAnswered, TransferAnswered, PaymentAnswered, AdvanceOrder>;

template <class One, class Variant>
inline constexpr bool is_one_of = false;
template <class One, class... All>
inline constexpr bool is_one_of<One, std::variant<All...>> = (std::is_same_v<One, All> || ...);

// Any command. Its copying, moving and dispatching are compiled once, in command.cpp: the variant has dozens of types.
struct Command : AnyCommand {
    Command();
    template <class One>
        requires is_one_of<One, AnyCommand>
    Command(One one) : AnyCommand(std::in_place_type<One>, std::move(one))
    {}
    Command(const Command&);
    Command(Command&&) noexcept;
    Command& operator=(const Command&);
    Command& operator=(Command&&) noexcept;
    ~Command();

    bool operator==(const Command&) const;
};

// A command as a device queued it.
struct Mutation {
    std::uint64_t seq = 0;  // 1, 2, 3… on that device, never reused
    std::string   id;       // "<device>.<seq>"
    base::Instant asked_at;
    Command       command;

    bool operator==(const Mutation&) const = default;
};

// True if this actor may give this command at all. Other obstacles are for check().
bool who(const Command&, const Actor&);

// Why the command is refused now; if the actor may not give it, only that.
base::Problems check(const State&, const Command&, const Context&);

// Requires that check() found no problem.
void perform(State&, const Command&, const Context&);

// True if the command means the same when it is carried out hours later. False for what needs an answer from outside (a
// payment, a password, a transfer code).
bool may_wait_offline(const Command&);

std::string_view word_of(const Command&);

// The service that a command is about; empty if none or several.
const ServiceId& service_of(const Command&);

}  // namespace model
