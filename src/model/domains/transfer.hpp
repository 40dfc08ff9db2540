// A domain on its way to us from another registrar, step by step, and what the customer has to do for it.
#pragma once
#include "base/problems.hpp"
#include "model/billing/catalogue.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

// Who must act for a transfer to go on.
enum class TransferParty : std::uint8_t { nobody, customer, host, registry, other_registrar };
TransferParty actor_of(TransferStep);

// What the step makes of the domain's condition.
Condition condition_of(TransferStep);

// Whether it can still become something else.
bool is_open(TransferStep);

// The transfer of a domain that is not over; there is at most one.
std::optional<Transfer> open_transfer(const State&, const ServiceId&);

// The latest transfer of a domain, over or not.
std::optional<Transfer> last_transfer(const State&, const ServiceId&);

// The code that the other registrar gave to the customer. The code itself is handed to the host's desk, which answers
// with a receipt: no command, and so no disk, ever holds a code.
struct GiveTransferCode {
    static constexpr std::string_view word = "give_transfer_code";

    ServiceId   service;
    std::string receipt;

    bool operator==(const GiveTransferCode&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, GiveTransferCode& c)
{
    visit("service", c.service);
    visit("receipt", c.receipt);
}
base::Problems check(const State&, const GiveTransferCode&, const Context&);
void           perform(State&, const GiveTransferCode&, const Context&);
constexpr bool who(const GiveTransferCode&, const Actor& actor) { return is_owner(actor) || is_administrative(actor); }
constexpr bool may_wait_offline(const GiveTransferCode&) { return false; }

std::optional<base::Problem> why_not_give_code(const State&, const Service&);

// A year comes with a transfer and is paid before anything else.
struct PayTransfer {
    static constexpr std::string_view word = "pay_transfer";

    ServiceId   service;
    base::Money seen_price;  // VAT included

    bool operator==(const PayTransfer&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, PayTransfer& c)
{
    visit("service", c.service);
    visit("seen_price", c.seen_price);
}
base::Problems check(const State&, const PayTransfer&, const Context&);
void           perform(State&, const PayTransfer&, const Context&);
constexpr bool who(const PayTransfer&, const Actor& actor) { return is_owner(actor) || is_administrative(actor); }
constexpr bool may_wait_offline(const PayTransfer&) { return false; }

Charge transfer_price(const Service&, Day today);

// "The domain is unlocked now, look again."
struct RetryTransfer {
    static constexpr std::string_view word = "retry_transfer";

    ServiceId service;
    bool      operator==(const RetryTransfer&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, RetryTransfer& c)
{
    visit("service", c.service);
}
base::Problems check(const State&, const RetryTransfer&, const Context&);
void           perform(State&, const RetryTransfer&, const Context&);
constexpr bool who(const RetryTransfer&, const Actor& actor) { return is_owner(actor) || is_administrative(actor); }
constexpr bool may_wait_offline(const RetryTransfer&) { return true; }

struct CancelTransfer {
    static constexpr std::string_view word = "cancel_transfer";

    ServiceId service;
    bool      operator==(const CancelTransfer&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, CancelTransfer& c)
{
    visit("service", c.service);
}
base::Problems check(const State&, const CancelTransfer&, const Context&);
void           perform(State&, const CancelTransfer&, const Context&);
constexpr bool who(const CancelTransfer&, const Actor& actor) { return is_owner(actor) || is_administrative(actor); }
constexpr bool may_wait_offline(const CancelTransfer&) { return true; }

std::optional<base::Problem> why_not_follow_transfer(const State&, const Service&);

// By the link of a message: the holder agrees to the transfer, or does not.
struct ValidateTransfer {
    static constexpr std::string_view word = "validate_transfer";

    ServiceId service;
    bool      agreed = true;

    bool operator==(const ValidateTransfer&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, ValidateTransfer& c)
{
    visit("service", c.service);
    visit("agreed", c.agreed);
}
base::Problems check(const State&, const ValidateTransfer&, const Context&);
void           perform(State&, const ValidateTransfer&, const Context&);
constexpr bool who(const ValidateTransfer&, const Actor& actor) { return is_link(actor); }
constexpr bool may_wait_offline(const ValidateTransfer&) { return false; }

// What a registry, or the other registrar, says of a transfer.
enum class TransferAnswer : std::uint8_t { code_right, code_wrong, accepted, released };
constexpr std::array<std::string_view, 4> enum_names(TransferAnswer)
{
    return {"code_right", "code_wrong", "accepted", "released"};
}

struct TransferAnswered {
    static constexpr std::string_view word = "transfer_answered";

    base::Id<Transfer> transfer;
    TransferAnswer     answer = TransferAnswer::code_right;

    bool operator==(const TransferAnswered&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, TransferAnswered& c)
{
    visit("transfer", c.transfer);
    visit("answer", c.answer);
}
constexpr bool who(const TransferAnswered&, const Actor& actor) { return is_host(actor); }
base::Problems check(const State&, const TransferAnswered&, const Context&);
void           perform(State&, const TransferAnswered&, const Context&);
constexpr bool may_wait_offline(const TransferAnswered&) { return false; }

// The domain is ours: a year is added to what was paid elsewhere. For the host too, to whom silence is an answer.
void complete_transfer(State&, const Transfer&, const Context&);

// Puts a transfer into a step, and the domain with it. For the host too.
void enter_step(State&, Transfer, TransferStep, base::Instant now);

}  // namespace model
