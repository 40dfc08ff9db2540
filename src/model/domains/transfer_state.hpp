// The row of a transfer to us; its rules are in transfer.hpp.
#pragma once
#include "base/instant.hpp"
#include "model/services/service.hpp"

namespace model {

enum class TransferStep : std::uint8_t {
    awaiting_payment,
    awaiting_unlock,
    awaiting_code,
    code_checking,
    code_invalid,
    submitted,
    awaiting_validation,
    awaiting_losing_registrar,
    completed,
    refused,
    cancelled,
};
constexpr std::array<std::string_view, 11> enum_names(TransferStep)
{
    return {"awaiting_payment",
            "awaiting_unlock",
            "awaiting_code",
            "code_checking",
            "code_invalid",
            "submitted",
            "awaiting_validation",
            "awaiting_losing_registrar",
            "completed",
            "refused",
            "cancelled"};
}

struct Transfer {
    base::Id<Transfer> id;
    ServiceId          service;
    TransferStep       step = TransferStep::awaiting_payment;
    base::Instant      started_at;
    base::Instant      changed_at;        // when it entered this step
    base::Date         until;             // the last day to act, for the party whose turn it is; not set: no limit
    std::string        receipt;           // of the code that was handed in, not the code
    bool               unlocked = false;  // at the other registrar
    Charge             charge;            // what was paid
    std::string        reason;            // refused: a text key
    base::Unknown      unknown;

    bool operator==(const Transfer&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Transfer& t)
{
    visit("id", t.id);
    visit("service", t.service);
    visit("step", t.step);
    visit("started_at", t.started_at);
    visit("changed_at", t.changed_at);
    visit("until", t.until);
    visit("receipt", t.receipt);
    visit("unlocked", t.unlocked);
    visit("charge", t.charge);
    visit("reason", t.reason);
    visit.rest(t.unknown);
}

}  // namespace model
