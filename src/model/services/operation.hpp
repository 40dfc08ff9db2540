// A task of the host for a service that the customer asked for: to do, under way or done.
#pragma once
#include "base/instant.hpp"
#include "model/billing/charge.hpp"
#include "model/services/service.hpp"

#include <variant>

namespace model {

struct Operation;
struct PurchaseOrder;
using OperationId     = base::Id<Operation>;
using PurchaseOrderId = base::Id<PurchaseOrder>;

// --- the details, by kind: each kind has its own columns -------------------------------------

struct NameserverChange {
    static constexpr std::string_view word = "nameservers";

    std::vector<std::string> before, after;

    bool operator==(const NameserverChange&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, NameserverChange& d)
{
    visit("before", d.before);
    visit("after", d.after);
}

struct TermExtension {
    static constexpr std::string_view word = "renewal";

    base::Date   before, after;  // the expiry
    std::int32_t years    = 0;
    bool         restores = false;  // restores the domain from redemption, for the registry's fee
    Charge       charge;            // what was paid

    bool operator==(const TermExtension&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, TermExtension& d)
{
    visit("before", d.before);
    visit("after", d.after);
    visit("years", d.years);
    visit("restores", d.restores);
    visit("charge", d.charge);
}

struct LockChange {
    static constexpr std::string_view word = "lock";

    bool locked = false;  // the new state

    bool operator==(const LockChange&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, LockChange& d)
{
    visit("locked", d.locked);
}

struct WhoisChange {
    static constexpr std::string_view word = "whois";

    bool hidden = false;  // the new state

    bool operator==(const WhoisChange&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, WhoisChange& d)
{
    visit("hidden", d.hidden);
}

// A link with which the customer sets a new password.
struct PasswordLink {
    static constexpr std::string_view word = "hosting_password";

    bool used = false;

    bool operator==(const PasswordLink&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, PasswordLink& d)
{
    visit("used", d.used);
}

// The domain that comes with a hosting account, registered or transferred.
struct OfferedRegistration {
    static constexpr std::string_view word = "offered_domain";

    std::string name;          // in ASCII
    std::string display_name;  // empty if it equals name
    bool        transfers = false;

    bool operator==(const OfferedRegistration&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, OfferedRegistration& d)
{
    visit("name", d.name);
    visit("display_name", d.display_name);
    visit("transfers", d.transfers);
}

// A link with which the holder confirms an e-mail address.
struct HolderLink {
    static constexpr std::string_view word = "holder_email";

    bool used = false;

    bool operator==(const HolderLink&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, HolderLink& d)
{
    visit("used", d.used);
}

// The index in the variant is stored: append new kinds at the end.
using OperationDetail = std::variant<NameserverChange, TermExtension, LockChange, WhoisChange, PasswordLink,
                                     OfferedRegistration, HolderLink>;
enum class OperationKind : std::uint8_t {
    nameservers,
    renewal,
    lock,
    whois,
    hosting_password,
    offered_domain,
    holder_email
};

enum class OperationState : std::uint8_t { to_do, under_way, done, error };
constexpr std::array<std::string_view, 4> enum_names(OperationState) { return {"to_do", "under_way", "done", "error"}; }

struct Operation {
    OperationId     id;
    ServiceId       service;
    PurchaseOrderId order;  // that paid for it; empty: paid alone, or free
    OperationState  state = OperationState::to_do;
    base::Instant   asked_at;
    base::Instant   changed_at;  // when it entered this state
    OperationDetail detail;
    std::string     reason;         // error: a text key
    std::string     reason_detail;  // error: for the placeholder {0} of that text
    base::Unknown   unknown;

    bool operator==(const Operation&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Operation& o)
{
    visit("id", o.id);
    visit("service", o.service);
    visit("order", o.order);
    visit("state", o.state);
    visit("asked_at", o.asked_at);
    visit("changed_at", o.changed_at);
    visit.choice("detail", o.detail);
    visit("reason", o.reason);
    visit("reason_detail", o.reason_detail);
    visit.rest(o.unknown);
}

inline OperationKind kind_of(const Operation& operation)
{
    return static_cast<OperationKind>(operation.detail.index());
}

// True if the operation ends with a message that contains a link.
constexpr bool has_link(OperationKind kind)
{
    return kind == OperationKind::hosting_password || kind == OperationKind::holder_email;
}

inline bool has_unused_link(const Operation& operation)
{
    const auto* password = std::get_if<PasswordLink>(&operation.detail);
    const auto* holder   = std::get_if<HolderLink>(&operation.detail);
    return (password && !password->used) || (holder && !holder->used);
}

constexpr bool is_open(OperationState state)
{
    return state == OperationState::to_do || state == OperationState::under_way;
}
inline bool is_open(const Operation& operation) { return is_open(operation.state); }

}  // namespace model
