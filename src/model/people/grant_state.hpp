// The rows of a grant: what the owner of an account lets the customer of another one see and do. Its rules are in grant.hpp.
#pragma once
#include "base/instant.hpp"
#include "base/unknown.hpp"
#include "model/actor.hpp"
#include "model/services/service.hpp"

namespace model {

enum class GrantState : std::uint8_t {
    pending,
    active,
    declined,
    cancelled,
    expired,
    revoked,
    resigned,
    ended_by_trade
};
constexpr std::array<std::string_view, 8> enum_names(GrantState)
{
    return {"pending", "active", "declined", "cancelled", "expired", "revoked", "resigned", "ended_by_trade"};
}
constexpr bool is_over(GrantState state) { return state > GrantState::active; }

// Each of the two accounts keeps a row of it. What it is about is for the owner's account to say.
struct Grant {
    base::Id<Grant> id;
    GrantState      state = GrantState::pending;
    AccountId       owner;    // whose services they are
    AccountId       contact;  // who may see them, and do something with them
    ContactRole     role     = ContactRole::technical;
    bool            by_owner = true;  // who has asked for it; the other one answers
    std::string     email;            // of the one who answers
    std::string     message;          // of the one who asks
    base::Instant   asked_at;
    base::Instant   changed_at;
    base::Date      until;            // the last day on which it may be answered
    base::Date      ends_on;          // its last day; not set: it ends when somebody ends it
    std::int64_t    version = 0;      // of what the owner's account has told of it, of the contact's: has heard
    bool            to_tell = false;  // the other account does not know all yet
    bool            written = false;  // the customer who answers has got a letter
    base::Unknown   unknown;

    bool operator==(const Grant&) const = default;
};
using GrantId = base::Id<Grant>;

template <class Visit>
constexpr void fields(Visit&& visit, Grant& g)
{
    visit("id", g.id);
    visit("state", g.state);
    visit("owner", g.owner);
    visit("contact", g.contact);
    visit("role", g.role);
    visit("by_owner", g.by_owner);
    visit("email", g.email);
    visit("message", g.message);
    visit("asked_at", g.asked_at);
    visit("changed_at", g.changed_at);
    visit("until", g.until);
    visit("ends_on", g.ends_on);
    visit("version", g.version);
    visit("to_tell", g.to_tell);
    visit("written", g.written);
    visit.rest(g.unknown);
}

// A service that a technical contact is shown. The contact's account has a line too, and among its services a copy under an id
// of its own (copy_id), which names its owner and which the owner's account keeps true.
struct GrantLine {
    base::Id<GrantLine> id;  // "<grant>/<service>"
    GrantId             grant;
    ServiceId           service;    // as the owner's account calls it
    std::int64_t        shown = 0;  // in the owner's account: of what the other one was told last, see stamp_of()
    base::Unknown       unknown;

    bool operator==(const GrantLine&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, GrantLine& l)
{
    visit("id", l.id);
    visit("grant", l.grant);
    visit("service", l.service);
    visit("shown", l.shown);
    visit.rest(l.unknown);
}

}  // namespace model
