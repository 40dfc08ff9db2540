// Who gives a command; its permissions depend on it. Taken from the session, never from the message.
#pragma once
#include "base/id.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace model {

struct Profile;
using AccountId = base::Id<Profile>;

// The role that the owner of an account has given to a contact.
enum class ContactRole : std::uint8_t { none, technical, administrative };
constexpr std::array<std::string_view, 3> enum_names(ContactRole) { return {"none", "technical", "administrative"}; }

struct Actor {
    enum class Kind : std::uint8_t {
        owner,    // the account's own customer
        contact,  // another customer, with a role
        link,     // the holder of a link in a letter: may act on one row only
        support,  // the host's people
        host      // the host itself: answers from outside, and due dates
    };

    Kind        kind    = Kind::owner;
    AccountId   account = {};  // of the person; empty if there is none
    ContactRole role    = ContactRole::none;

    bool operator==(const Actor&) const = default;
};

// The conditions from which each command's `who` is built.
constexpr bool is_owner(const Actor& actor) { return actor.kind == Actor::Kind::owner; }
constexpr bool is_link(const Actor& actor) { return actor.kind == Actor::Kind::link; }
constexpr bool is_host(const Actor& actor) { return actor.kind == Actor::Kind::host; }
constexpr bool is_technical(const Actor& actor)
{
    return actor.kind == Actor::Kind::contact && actor.role == ContactRole::technical;
}
constexpr bool is_administrative(const Actor& actor)
{
    return actor.kind == Actor::Kind::contact && actor.role == ContactRole::administrative;
}

}  // namespace model
