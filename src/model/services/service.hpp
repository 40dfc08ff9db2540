// A service: a hosting account or a domain name of a customer, as the host stores it. life.hpp computes its state of today.
#pragma once
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/interned_text.hpp"
#include "base/unknown.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace model {

struct Service;
using ServiceId = base::Id<Service>;

enum class ServiceKind : std::uint8_t { hosting, domain };
constexpr std::array<std::string_view, 2> enum_names(ServiceKind) { return {"hosting", "domain"}; }

// As the host last wrote it; use status_on() for today's status. Pending: ordered, not served yet.
enum class Status : std::uint8_t { active, expired, suspended, inactive, refunded, pending };
constexpr std::array<std::string_view, 6> enum_names(Status)
{
    return {"active", "expired", "suspended", "inactive", "refunded", "pending"};
}

// A hosting account comes with one domain, once: the state of that right.
enum class OfferRight : std::uint8_t { none, available, chosen, consumed, forfeited };
constexpr std::array<std::string_view, 5> enum_names(OfferRight)
{
    return {"none", "available", "chosen", "consumed", "forfeited"};
}

// The state of a domain. The stored values expiring, expired, grace and redemption may be out of date, as they follow from
// dates: use condition_on().
enum class Condition : std::uint8_t {
    ok,
    transfer_code_missing,
    transfer_code_invalid,
    locked_at_registrar,
    validation_pending,
    holder_email_unverified,
    holder_data_incomplete,
    expiring,
    outgoing_transfer,
    trade_in_progress,
    transfer_refused,
    ns_rejected,
    expired,
    grace,
    redemption,
    suspended_registry,
    dispute,
};
constexpr std::array<std::string_view, 17> enum_names(Condition)
{
    return {"ok",
            "transfer_code_missing",
            "transfer_code_invalid",
            "locked_at_registrar",
            "validation_pending",
            "holder_email_unverified",
            "holder_data_incomplete",
            "expiring",
            "outgoing_transfer",
            "trade_in_progress",
            "transfer_refused",
            "ns_rejected",
            "expired",
            "grace",
            "redemption",
            "suspended_registry",
            "dispute"};
}

struct Service {
    ServiceId                id;
    ServiceKind              kind = ServiceKind::hosting;
    std::string              name;          // hosting identifier, or the domain in ASCII (punycode)
    std::string              display_name;  // the domain in Unicode; empty if it equals name
    std::string              label;         // the customer's own words
    std::string              notes;
    base::InternedText       account;  // of the customer who holds it: "C-204518"
    Status                   status = Status::active;
    base::Date               created_on;
    base::Date               expires_on;  // the last paid day
    bool                     auto_renew = false;
    ServiceId                linked_to;                       // domain: its hosting
    ServiceId                main_domain;                     // hosting: one of the domains linked to it
    ServiceId                offered_domain;                  // hosting: the domain that was chosen to come with it
    OfferRight               offer_right = OfferRight::none;  // hosting
    base::InternedText       owner;        // the owner, if the customer is a contact; empty: the customer's own
    std::vector<std::string> nameservers;  // domain: "ns1.host.example", or with glue "ns1.example.fr 192.0.2.1"
    Condition                condition = Condition::ok;
    bool                     locked    = false;  // domain: may not be transferred away
    base::Date               unlocked_until;     // domain: the last day of a temporary unlocking
    base::Date               held_until;         // domain: the last day on which the registry refuses transfers
    bool                     whois_private = false;
    base::Date               ends_on;  // its last day, if the customer has asked to end it
    base::Unknown            unknown;

    bool operator==(const Service&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Service& s)
{
    visit("id", s.id);
    visit("kind", s.kind);
    visit("name", s.name);
    visit("display_name", s.display_name);
    visit("label", s.label);
    visit("notes", s.notes);
    visit("account", s.account);
    visit("status", s.status);
    visit("created_on", s.created_on);
    visit("expires_on", s.expires_on);
    visit("auto_renew", s.auto_renew);
    visit("linked_to", s.linked_to);
    visit("main_domain", s.main_domain);
    visit("offered_domain", s.offered_domain);
    visit("offer_right", s.offer_right);
    visit("owner", s.owner);
    visit("nameservers", s.nameservers);
    visit("condition", s.condition);
    visit("locked", s.locked);
    visit("unlocked_until", s.unlocked_until);
    visit("held_until", s.held_until);
    visit("whois_private", s.whois_private);
    visit("ends_on", s.ends_on);
    visit.rest(s.unknown);
}

// The name to show.
inline const std::string& shown_name(const Service& service)
{
    return service.display_name.empty() ? service.name : service.display_name;
}

inline bool is_mine(const Service& service) { return service.owner.empty(); }

}  // namespace model
