// What the host still has to do, is doing, or has done for a service, because the customer asked.
#pragma once
#include "base/instant.hpp"
#include "base/money.hpp"
#include "model/services/service.hpp"

namespace model {

struct Operation;
using OperationId = base::Id<Operation>;

enum class OperationKind : std::uint8_t {
    nameservers,
    renewal,
    lock,
    whois,
    hosting_password,
    offered_domain,
    holder_email
};
constexpr std::array<std::string_view, 7> enum_names(OperationKind)
{
    return {"nameservers", "renewal", "lock", "whois", "hosting_password", "offered_domain", "holder_email"};
}

// What `after` of an operation holds beside the lists of name servers and dates.
inline constexpr std::string_view locked_word = "locked", unlocked_word = "unlocked";
inline constexpr std::string_view hidden_word = "hidden", public_word = "public";
inline constexpr std::string_view register_word = "register", transfer_word = "transfer";

enum class OperationState : std::uint8_t { to_do, under_way, done, error };
constexpr std::array<std::string_view, 4> enum_names(OperationState) { return {"to_do", "under_way", "done", "error"}; }

struct Operation {
    OperationId    id;
    ServiceId      service;
    OperationKind  kind  = OperationKind::nameservers;
    OperationState state = OperationState::to_do;
    base::Instant  asked_at;
    base::Instant  changed_at;  // when it came into this state

    // What it changes: name servers, the expiry as one ISO date, or one of the words above. Of an offered domain
    // `after` is its name in ASCII and one of these words; of what sends a link its token, while that is good.
    std::vector<std::string> before;
    std::vector<std::string> after;

    std::int32_t  years = 0;      // renewal
    base::Money   price;          // renewal: what is paid for it, VAT included
    std::string   reason;         // error: the key of a sentence
    std::string   reason_detail;  // error: fills {0} of that sentence
    base::Unknown unknown;

    bool operator==(const Operation&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Operation& o)
{
    visit("id", o.id);
    visit("service", o.service);
    visit("kind", o.kind);
    visit("state", o.state);
    visit("asked_at", o.asked_at);
    visit("changed_at", o.changed_at);
    visit("before", o.before);
    visit("after", o.after);
    visit("years", o.years);
    visit("price", o.price);
    visit("reason", o.reason);
    visit("reason_detail", o.reason_detail);
    visit.rest(o.unknown);
}

// Whether its end is a message with a link.
constexpr bool has_link(OperationKind kind)
{
    return kind == OperationKind::hosting_password || kind == OperationKind::holder_email;
}

constexpr bool is_open(OperationState state)
{
    return state == OperationState::to_do || state == OperationState::under_way;
}
inline bool is_open(const Operation& operation) { return is_open(operation.state); }

}  // namespace model
