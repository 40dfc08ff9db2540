// What the host asks of others: of registries, the bank, the mail service. Effects are values that are committed with the rows
// of the same transaction. Each may be sent more than once; the id of its row is the idempotency key. Answers return as
// commands of the actor `host`: OperationAnswered, TransferAnswered, PaymentAnswered.
#pragma once
#include "base/arg.hpp"
#include "base/texts.hpp"
#include "model/events.hpp"

#include <string>
#include <variant>
#include <vector>

namespace host {

// Asks the registrar to carry out an operation.
struct AskRegistrar {
    model::OperationId operation;

    bool operator==(const AskRegistrar&) const = default;
};

// Asks a registry to go on with a transfer: to check the code, or to accept the order.
struct AskRegistry {
    base::Id<model::Transfer> transfer;

    bool operator==(const AskRegistry&) const = default;
};

// Charges the stored card for an automatic renewal. Each attempt is a separate effect.
struct ChargeCard {
    model::CartId cart;
    std::int32_t  attempt = 0;
    base::Money   amount;  // VAT included

    bool operator==(const ChargeCard&) const = default;
};

// A letter, as text keys for the reader's language. `name` is unique: a letter that is sent again is the same letter.
struct SendLetter {
    std::string      name;
    base::Instant    at;
    std::string      to;  // an e-mail address
    base::TextKey    subject, body;
    base::Args       args;
    model::ServiceId service    = {};
    base::TextKey    link_words = {};
    std::string      link       = {};  // an address in the program; a link that answers something has no token yet

    bool operator==(const SendLetter&) const = default;
};

// Sends an event to another account.
struct Deliver {
    model::AccountId to;
    model::Event     event;

    bool operator==(const Deliver&) const = default;
};

using Effect = std::variant<AskRegistrar, AskRegistry, ChargeCard, SendLetter, Deliver>;

// The result of one step.
struct Done {
    bool                changed = false;  // a row has changed
    bool                more    = false;  // the budget is used up and more is due
    std::vector<Effect> effects = {};
};

}  // namespace host
