// A conversation between the customer and support: a ticket and its posts. Only opening one is implemented here; the rest
// belongs to the support pages.
#pragma once
#include "base/instant.hpp"
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/services/service.hpp"

namespace model {

struct State;

enum class TicketState : std::uint8_t { open, answered, customer_reply, in_progress, on_hold, closed };
constexpr std::array<std::string_view, 6> enum_names(TicketState)
{
    return {"open", "answered", "customer_reply", "in_progress", "on_hold", "closed"};
}

enum class Department : std::uint8_t { technical, sales, billing, domains, abuse };
constexpr std::array<std::string_view, 5> enum_names(Department)
{
    return {"technical", "sales", "billing", "domains", "abuse"};
}

struct Ticket {
    base::Id<Ticket> id;
    ServiceId        service;  // empty: about no service
    Department       department = Department::technical;
    TicketState      state      = TicketState::open;
    std::string      subject;
    base::Instant    opened_at;
    base::Instant    changed_at;  // of the last post
    base::Unknown    unknown;

    bool operator==(const Ticket&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Ticket& t)
{
    visit("id", t.id);
    visit("service", t.service);
    visit("department", t.department);
    visit("state", t.state);
    visit("subject", t.subject);
    visit("opened_at", t.opened_at);
    visit("changed_at", t.changed_at);
    visit.rest(t.unknown);
}

struct Post {
    base::Id<Post>   id;
    base::Id<Ticket> ticket;
    base::Instant    at;
    bool             by_support = false;
    std::string      text;
    base::Unknown    unknown;

    bool operator==(const Post&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Post& p)
{
    visit("id", p.id);
    visit("ticket", p.ticket);
    visit("at", p.at);
    visit("by_support", p.by_support);
    visit("text", p.text);
    visit.rest(p.unknown);
}

inline constexpr std::size_t max_subject_characters = 120;
inline constexpr std::size_t max_post_characters    = 10'000;

struct OpenTicket {
    static constexpr std::string_view word = "open_ticket";

    ServiceId   service;
    Department  department = Department::technical;
    std::string subject;
    std::string text;

    bool operator==(const OpenTicket&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, OpenTicket& c)
{
    visit("service", c.service);
    visit("department", c.department);
    visit("subject", c.subject);
    visit("text", c.text);
}

base::Problems check(const State&, const OpenTicket&, const Context&);
void           perform(State&, const OpenTicket&, const Context&);
constexpr bool who(const OpenTicket&, const Actor& actor)
{
    return is_owner(actor) || is_technical(actor) || is_administrative(actor);
}
constexpr bool may_wait_offline(const OpenTicket&) { return true; }

std::vector<Ticket> latest_tickets(const State&, std::size_t count = 5);

}  // namespace model
