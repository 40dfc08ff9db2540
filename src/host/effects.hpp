// What the company wants of others: of registries, of the bank, of whoever carries letters. Effects are values that leave with the
// rows of the same transaction; the id of the row behind each is its idempotency key, for it may be sent more than once.
// Answers come back as commands of the actor `host`: OperationAnswered, TransferAnswered, PaymentAnswered.
#pragma once
#include "base/arg.hpp"
#include "base/texts.hpp"
#include "model/events.hpp"

#include <string>
#include <variant>
#include <vector>

namespace host {

// The registrar is to carry out an operation.
struct AskRegistrar {
    model::OperationId operation;

    bool operator==(const AskRegistrar&) const = default;
};

// A registry is to go on with a transfer: to check the code that was given, or to take the order.
struct AskRegistry {
    base::Id<model::Transfer> transfer;

    bool operator==(const AskRegistry&) const = default;
};

// The card that is kept is to be charged for an automatic renewal; each attempt is another.
struct ChargeCard {
    model::CartId cart;
    std::int32_t  attempt = 0;
    base::Money   amount;  // VAT included

    bool operator==(const ChargeCard&) const = default;
};

// A letter, in words that are read in the reader's language. Of one name there is one, however often it is sent.
struct SendLetter {
    std::string      name;
    base::Instant    at;
    std::string      to;  // an e-mail address
    base::TextKey    subject, body;
    base::Args       args;
    model::ServiceId service    = {};
    base::TextKey    link_words = {};
    std::string      link       = {};  // an address of the program; a link that answers something has no token yet

    bool operator==(const SendLetter&) const = default;
};

// Another account is to hear of something.
struct Deliver {
    model::AccountId to;
    model::Event     event;

    bool operator==(const Deliver&) const = default;
};

using Effect = std::variant<AskRegistrar, AskRegistry, ChargeCard, SendLetter, Deliver>;

// What one step has done.
struct Done {
    bool                changed = false;  // a row
    bool                more    = false;  // the budget is spent, and more is due
    std::vector<Effect> effects = {};
};

}  // namespace host
