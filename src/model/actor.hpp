// Who asks for something: what a command may do depends on it. The session says who it is, never the message.
#pragma once
#include "base/id.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace model {

struct Profile;
using AccountId = base::Id<Profile>;

// What a contact was given by the owner of an account.
enum class ContactRole : std::uint8_t { none, technical, administrative };
constexpr std::array<std::string_view, 3> enum_names(ContactRole) { return {"none", "technical", "administrative"}; }

struct Actor {
    enum class Kind : std::uint8_t {
        owner,    // whose account it is
        contact,  // somebody else, by a role
        link,     // whoever pressed a link in a letter: it stands for one row alone
        support,  // the host's people
        host      // the host itself: answers from outside, and what falls due
    };

    Kind        kind    = Kind::owner;
    AccountId   account = {};  // of the person; empty where there is none
    ContactRole role    = ContactRole::none;

    bool operator==(const Actor&) const = default;
};

// What `who` of a command is made of.
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
