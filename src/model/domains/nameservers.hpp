// The command that changes a domain's name servers, and the rules for entries.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

// One entry as the customer writes it: a host name in ASCII and, if the host lies inside the domain itself, its addresses
// (glue): "ns1.example.fr 192.0.2.1 2001:db8::1".
struct NameServer {
    std::string              host;  // lower case, without a final dot
    std::vector<std::string> addresses;
};

NameServer  read_nameserver(std::string_view entry);
std::string to_text(const NameServer&);

// What is wrong with one entry for this domain, if anything.
std::optional<base::Problem> fault_of_nameserver(std::string_view entry, std::string_view domain_name);

// True unless private, local, loopback, multicast or reserved. Requires an IPv4 or IPv6 address.
bool is_public_address(std::string_view);

inline constexpr std::size_t min_nameservers = 2;
inline constexpr std::size_t max_nameservers = 6;

struct ChangeNameservers {
    static constexpr std::string_view word = "change_nameservers";

    ServiceId                service;
    std::vector<std::string> seen;  // the entries that the customer saw when asking
    std::vector<std::string> nameservers;

    bool operator==(const ChangeNameservers&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, ChangeNameservers& c)
{
    visit("service", c.service);
    visit("seen", c.seen);
    visit("nameservers", c.nameservers);
}

// Empty entries are ignored, since a form may have unused lines. Problems of one entry are at "nameservers.0",
// "nameservers.1"…; of all of them at "nameservers".
base::Problems check(const State&, const ChangeNameservers&, const Context&);
void           perform(State&, const ChangeNameservers&, const Context&);
constexpr bool who(const ChangeNameservers&, const Actor& actor) { return is_owner(actor) || is_technical(actor); }
constexpr bool may_wait_offline(const ChangeNameservers&) { return true; }

std::optional<base::Problem> why_not_change_nameservers(const State&, const Service&, Day today);

// The host's own name servers, as entries.
std::vector<std::string> nameservers_of_host(const Catalogue&);

}  // namespace model
