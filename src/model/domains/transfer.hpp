// A domain on its way to us from another registrar: the steps, and the customer's commands for them.
#pragma once
#include "base/problems.hpp"
#include "model/billing/catalogue.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

// Who must act next for a transfer to proceed.
enum class TransferParty : std::uint8_t { nobody, customer, host, registry, other_registrar };
TransferParty actor_of(TransferStep);

// The domain's condition during this step.
Condition condition_of(TransferStep);

// True if the step is not final.
bool is_open(TransferStep);

// The open transfer of a domain; there is at most one.
std::optional<Transfer> open_transfer(const State&, const ServiceId&);

// The latest transfer of a domain, open or not.
std::optional<Transfer> last_transfer(const State&, const ServiceId&);

// The code that the customer got from the other registrar. The host's desk takes the code itself and returns a receipt, so that
// no command, and no disk, ever holds a code.
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
// What is wrong with the code that the present registrar gave out. Requires base::pasted_code.
std::optional<base::Problem> fault_of_transfer_code(std::string_view code);

base::Problems check(const State&, const GiveTransferCode&, const Context&);
void           perform(State&, const GiveTransferCode&, const Context&);
constexpr bool who(const GiveTransferCode&, const Actor& actor) { return is_owner(actor) || is_administrative(actor); }
constexpr bool may_wait_offline(const GiveTransferCode&) { return false; }

std::optional<base::Problem> why_not_give_code(const State&, const Service&);

// A transfer includes one year, which is paid first.
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

// The customer says that the domain is now unlocked at the other registrar.
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

// Given by the link in a message: the holder agrees to the transfer or refuses it.
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

// What a registry or the other registrar answers.
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

// Completes a transfer and adds one year to the term. Also for the host, because a losing registrar's silence counts as
// consent.
void complete_transfer(State&, const Transfer&, const Context&);

// Puts a transfer and its domain into a step. Also for the host.
void enter_step(State&, Transfer, TransferStep, base::Instant now);

}  // namespace model
