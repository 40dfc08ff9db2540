// What the host still has to do, is doing, or has done for a service, because the customer asked.
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

// --- what is to be done, by kind: the columns of each are its own ---------------------------

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
    bool         restores = false;  // the registry is paid to give the domain back
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

    bool locked = false;  // from now on

    bool operator==(const LockChange&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, LockChange& d)
{
    visit("locked", d.locked);
}

struct WhoisChange {
    static constexpr std::string_view word = "whois";

    bool hidden = false;  // from now on

    bool operator==(const WhoisChange&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, WhoisChange& d)
{
    visit("hidden", d.hidden);
}

// A link by which a new password is set.
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

// The domain that comes with a hosting account, registered or brought over.
struct OfferedRegistration {
    static constexpr std::string_view word = "offered_domain";

    std::string name;          // in ASCII
    std::string display_name;  // empty when it is the same as name
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

// A link by which the holder confirms an e-mail address.
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

// Their places are stored: new ones go last.
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
    PurchaseOrderId order;  // in which it was paid; empty: by itself
    OperationState  state = OperationState::to_do;
    base::Instant   asked_at;
    base::Instant   changed_at;  // when it came into this state
    OperationDetail detail;
    std::string     reason;         // error: the key of a sentence
    std::string     reason_detail;  // error: fills {0} of that sentence
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

// Whether its end is a message with a link.
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
