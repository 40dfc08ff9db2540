#include "model/support/ticket.hpp"

#include "base/sort.hpp"
#include "model/state.hpp"
#include "model/why.hpp"

#include <algorithm>
#include <tuple>

namespace model {
namespace {

std::vector<Ticket> latest_first(std::vector<Ticket> tickets)
{
    base::sort(tickets, [](const Ticket& a, const Ticket& b) {
        return std::tie(b.changed_at, b.id) < std::tie(a.changed_at, a.id);
    });
    return tickets;
}

}  // namespace

base::Problems check(const State& state, const OpenTicket& command, const Context&)
{
    base::Problems problems;
    if (!command.service.empty() && !state.services.contains(command.service)) problems.add("", "why.no_such_service");
    require_words(problems, "subject", command.subject, max_subject_characters);
    require_words(problems, "text", command.text, max_post_characters, Lines::several);
    return problems;
}

void perform(State& state, const OpenTicket& command, const Context& context)
{
    Ticket ticket;
    ticket.id         = {"ticket-" + context.seed};
    ticket.service    = command.service;
    ticket.department = command.department;
    ticket.subject    = base::tidied(command.subject);
    ticket.opened_at  = context.now;
    ticket.changed_at = context.now;
    state.tickets.put(ticket);

    Post post;
    post.id     = {"post-" + context.seed};
    post.ticket = ticket.id;
    post.at     = context.now;
    post.text   = base::tidied(command.text, Lines::several);
    state.posts.put(post);
}

std::vector<Ticket> latest_tickets(const State& state, std::size_t count)
{
    std::vector<Ticket> all;
    for (const Ticket& ticket : state.tickets) all.push_back(ticket);
    all = latest_first(std::move(all));
    all.resize(std::min(all.size(), count));
    return all;
}

}  // namespace model
