// The catalogue of everything a customer can ask for.
#pragma once
#include "model/association.hpp"
#include "model/cart.hpp"
#include "model/description.hpp"
#include "model/ending.hpp"
#include "model/nameservers.hpp"
#include "model/offered_domain.hpp"
#include "model/reading.hpp"
#include "model/renewal.hpp"
#include "model/settings.hpp"
#include "model/ticket.hpp"
#include "model/trade.hpp"
#include "model/transfer.hpp"

#include <cstdint>
#include <variant>

namespace model {

// Each has a `word` (its name in files), fields(), check, perform and may_wait_offline.
using Command = std::variant<ChangeNameservers, Renew, SetAutoRenew, Associate, Dissociate, Describe, SetLock,
                             SetWhoisPrivacy, ResetHostingPassword, VerifyHolder, UseLink, UnlockForTransfer,
                             EndService, KeepService, ChooseOfferedDomain, PayTransfer, RetryTransfer, GiveTransferCode,
                             CancelTransfer, ValidateTransfer, SaveCart, DeleteCart, PayCart, CallOffRenewal,
                             StartTrade, AnswerTrade, CancelTrade, OpenTicket, ReadMessage>;

// A command as a device queued it.
struct Mutation {
    std::uint64_t seq = 0;  // 1, 2, 3… on that device, never reused
    std::string   id;       // "<device>.<seq>"
    base::Instant asked_at;
    Command       command;

    bool operator==(const Mutation&) const = default;
};

inline base::Problems check(const State& state, const Command& command, const Context& context)
{
    return std::visit([&](const auto& one) { return check(state, one, context); }, command);
}

// Requires check() to have found nothing.
inline void perform(State& state, const Command& command, const Context& context)
{
    std::visit([&](const auto& one) { perform(state, one, context); }, command);
}

// Whether it means the same when it is carried out hours later. What needs an answer from outside
// (a payment, a password, a transfer code) does not.
inline bool may_wait_offline(const Command& command)
{
    return std::visit([](const auto& one) { return may_wait_offline(one); }, command);
}

inline std::string_view word_of(const Command& command)
{
    return std::visit([](const auto& one) { return one.word; }, command);
}

// The service that a command is about; empty when it is about no single one.
inline const ServiceId& service_of(const Command& command)
{
    static const ServiceId none;
    return std::visit(
        [](const auto& one) -> const ServiceId& {
            if constexpr (requires { one.domain; }) return one.domain;
            else if constexpr (requires { one.service; }) return one.service;
            else return none;
        },
        command);
}

}  // namespace model
