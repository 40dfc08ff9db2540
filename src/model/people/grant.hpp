// Letting the customer of another account see and do something: asked for by either side, answered by the other, ended by
// either at any time.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

inline constexpr int         grant_days                   = 7;  // in which it is answered
inline constexpr std::size_t most_granted                 = 100;
inline constexpr std::size_t max_grant_message_characters = 500;

// "Be my contact": technical for some services, or administrative for what is ordered in the owner's name.
struct OfferGrant {
    static constexpr std::string_view word = "offer_grant";

    AccountId                contact;
    std::string              email;  // of its customer
    ContactRole              role = ContactRole::technical;
    std::vector<std::string> services;  // ids; technical only
    base::Date               ends_on;   // optional: its last day
    std::string              message;   // optional

    bool operator==(const OfferGrant&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, OfferGrant& c)
{
    visit("contact", c.contact);
    visit("email", c.email);
    visit("role", c.role);
    visit("services", c.services);
    visit("ends_on", c.ends_on);
    visit("message", c.message);
}
// Problems at "contact", "email", "role", "services", "ends_on", "message".
base::Problems check(const State&, const OfferGrant&, const Context&);
void           perform(State&, const OfferGrant&, const Context&);
constexpr bool who(const OfferGrant&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const OfferGrant&) { return true; }

// "Let me be your contact": which services the owner says, when it agrees.
struct AskForGrant {
    static constexpr std::string_view word = "ask_for_grant";

    AccountId   owner;
    std::string email;  // of its customer
    ContactRole role = ContactRole::technical;
    std::string message;  // optional

    bool operator==(const AskForGrant&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, AskForGrant& c)
{
    visit("owner", c.owner);
    visit("email", c.email);
    visit("role", c.role);
    visit("message", c.message);
}
// Problems at "owner", "email", "role", "message".
base::Problems check(const State&, const AskForGrant&, const Context&);
void           perform(State&, const AskForGrant&, const Context&);
constexpr bool who(const AskForGrant&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const AskForGrant&) { return true; }

// The side that was asked agrees, or does not.
struct AnswerGrant {
    static constexpr std::string_view word = "answer_grant";

    GrantId                  grant;
    bool                     agreed = true;
    std::vector<std::string> services;  // ids; where an owner agrees to a technical contact

    bool operator==(const AnswerGrant&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, AnswerGrant& c)
{
    visit("grant", c.grant);
    visit("agreed", c.agreed);
    visit("services", c.services);
}
// Problems at "services", or of the whole.
base::Problems check(const State&, const AnswerGrant&, const Context&);
void           perform(State&, const AnswerGrant&, const Context&);
constexpr bool who(const AnswerGrant&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const AnswerGrant&) { return true; }

// Takes a request back, revokes what was given, or gives back what one was given: whichever it is for whoever asks.
struct EndGrant {
    static constexpr std::string_view word = "end_grant";

    GrantId grant;
    bool    operator==(const EndGrant&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, EndGrant& c)
{
    visit("grant", c.grant);
}
base::Problems check(const State&, const EndGrant&, const Context&);
void           perform(State&, const EndGrant&, const Context&);
constexpr bool who(const EndGrant&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const EndGrant&) { return true; }

// Whether the customer of this account is the owner; whether it is for that customer to answer.
bool is_owner(const State&, const Grant&);
bool is_asked(const State&, const Grant&);

// Ends a grant in this account, for good; what the contact was shown goes with it. `tell`: the other account is to hear of it.
void end_grant(State&, Grant, GrantState, base::Instant now, bool tell);

// A service is leaving the account: no grant is about it any more, and one that was about nothing else is over.
void drop_from_grants(State&, const ServiceId&, base::Instant now);

// The copy of a service: nothing that is the owner's alone.
Service      shown_to_contact(const Service&, const AccountId& owner);
std::int64_t stamp_of(const Service& shown);

base::Id<GrantLine> grant_line_id(const GrantId&, const ServiceId&);
ServiceId           copy_id(const ServiceId&, const AccountId& owner);

// Takes the copy of a service away, unless another grant of the same owner shows it too.
void remove_copy(State&, const Grant&, const GrantLine&);

}  // namespace model
