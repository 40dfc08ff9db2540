// A grant from the point of view of one account: letters to its customer, events to the other account, expiry.
#include "base/must.hpp"
#include "host/deadlines.hpp"
#include "host/letters.hpp"
#include "model/find.hpp"
#include "model/people/grant_events.hpp"

namespace host {
namespace {

using namespace model;

base::Instant after(base::Date day) { return base::paris_midnight(base::days_after(day, 1)); }

// When it ends by itself; nothing: never.
std::optional<base::Instant> end_of(const Grant& grant)
{
    if (grant.state == GrantState::pending && is_set(grant.until)) return after(grant.until);
    if (grant.state == GrantState::active && is_set(grant.ends_on)) return after(grant.ends_on);
    return {};
}

bool is_to_be_written(const State& state, const Grant& grant)
{
    return grant.state == GrantState::pending && !grant.written && is_asked(state, grant);
}

}  // namespace

std::optional<std::int64_t> grant_due(const State& state, std::uint32_t row, base::Instant now)
{
    const auto grant = state.grants.row(row);
    // Due now, not earlier: after all else that is due, so that changes of several services are sent in one event.
    if (grant.to_tell || is_to_be_written(state, grant)) return now.ms;
    if (const auto end = end_of(grant)) return end->ms;
    return {};
}

void look_after_grant(State& state, Grant grant, const Context& context, Done& done)
{
    if (const auto end = end_of(grant); end && *end <= context.now) {
        end_grant(state, grant, GrantState::expired, *end, true);
        grant = base::required(state.grants.get(grant.id));
    }
    done.changed = true;
    if (is_to_be_written(state, grant)) {
        send(done.effects, {.name    = "mail-" + grant.id.value,
                            .at      = context.now,
                            .to      = profile_of(state).email,
                            .subject = "mail.grant",
                            .body    = "mail.grant_body",
                            .args    = {is_owner(state, grant) ? grant.contact.value : grant.owner.value, grant.until},
                            .link_words = "mail.grant_link",
                            .link       = "#/contacts"});
        grant.written = true;
        state.grants.put(grant);
    }
    if (!grant.to_tell) return;
    if (is_owner(state, grant)) done.effects.emplace_back(Deliver{grant.contact, show(state, grant)});
    else done.effects.emplace_back(Deliver{grant.owner, answer(state, grant)});
}

bool shows_something_new(const State& state, const ServiceId& service)
{
    if (state.grant_lines.empty()) return false;
    for (const auto& line : grant_lines_about(state, service)) {
        const auto grant = state.grants.get(line.grant);
        if (!grant || grant->state != GrantState::active || grant->to_tell || !is_owner(state, *grant)) continue;
        if (line.shown != stamp_of(shown_to_contact(base::required(state.services.get(service)), grant->owner)))
            return true;
    }
    return false;
}

void show_again(State& state, const ServiceId& service)
{
    for (const auto& line : grant_lines_about(state, service)) {
        auto grant = state.grants.get(line.grant);
        if (!grant || grant->state != GrantState::active || !is_owner(state, *grant)) continue;
        grant->to_tell = true;
        state.grants.put(*grant);
    }
}

}  // namespace host
