#include "model/people/grant_events.hpp"

#include "base/must.hpp"
#include "model/find.hpp"
#include "model/trades/trade.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace model {
namespace {

// As the other account's row of it begins.
Grant as_heard(Grant grant, base::Instant now)
{
    grant.changed_at = now;
    grant.to_tell    = false;
    grant.written    = false;
    return grant;
}

// The copies become those that the owner's account has told of. Label and notes are the contact's own words.
void put_copies(State& state, const Grant& grant, const std::vector<GrantShown::Copy>& copies)
{
    for (const auto& line : lines_of(state, grant.id))
        if (std::ranges::find(copies, line.service, &GrantShown::Copy::of) == copies.end())
            remove_copy(state, grant, line);
    for (const auto& [of, shown] : copies) {
        auto copy = shown;
        if (const auto known = state.services.get(copy.id)) {
            copy.label = known->label;
            copy.notes = known->notes;
        }
        state.services.put(copy);
        GrantLine line;
        line.id      = grant_line_id(grant.id, of);
        line.grant   = grant.id;
        line.service = of;
        state.grant_lines.put(line);
    }
}

}  // namespace

bool take_in(State& state, const GrantShown& event, const Context& context)
{
    if (event.grant.contact != profile_of(state).id) return false;
    const auto known = state.grants.get(event.grant.id);
    if (known && (is_over(known->state) || event.grant.version <= known->version)) return false;
    auto grant    = known.value_or(as_heard(event.grant, context.now));
    grant.version = event.grant.version;
    if (is_over(event.grant.state)) {
        end_grant(state, grant, event.grant.state, context.now, false);
        return true;
    }
    // Whoever has agreed is not asked again by what was told before.
    if (event.grant.state == GrantState::active && grant.state != GrantState::active) grant.changed_at = context.now;
    if (event.grant.state == GrantState::active) grant.state = GrantState::active;
    grant.ends_on = event.grant.ends_on;
    state.grants.put(grant);
    if (grant.state == GrantState::active) put_copies(state, grant, event.copies);
    return true;
}

bool take_in(State& state, const GrantAnswered& event, const Context& context)
{
    if (event.grant.owner != profile_of(state).id) return false;
    auto known = state.grants.get(event.grant.id);
    if (!known) {
        // Only what the contact has asked for can be new here. Its end may be heard of before its beginning.
        if (event.grant.by_owner) return false;
        auto grant    = as_heard(event.grant, context.now);
        grant.version = 0;
        if (!is_over(grant.state)) grant.state = GrantState::pending;
        return state.grants.put(grant);
    }
    if (is_over(known->state)) return false;
    if (is_over(event.grant.state)) {
        end_grant(state, *known, event.grant.state, context.now, false);
        return true;
    }
    if (event.grant.state != GrantState::active || known->state != GrantState::pending || !known->by_owner)
        return false;
    known->state      = GrantState::active;
    known->changed_at = context.now;
    known->to_tell    = true;
    return state.grants.put(*known);
}

GrantShown show(State& state, Grant grant)
{
    base::must(grant.to_tell);
    // A forged file may have any number.
    if (grant.version < INT64_MAX) ++grant.version;
    grant.to_tell = false;
    GrantShown event{grant, {}};
    if (grant.state == GrantState::active)
        for (auto& line : lines_of(state, grant.id)) {
            const auto service = state.services.get(line.service);
            if (!service) continue;
            event.copies.push_back({line.service, shown_to_contact(*service, grant.owner)});
            line.shown = stamp_of(event.copies.back().shown);
            state.grant_lines.put(line);
        }
    state.grants.put(std::move(grant));
    return event;
}

GrantAnswered answer(State& state, Grant grant)
{
    base::must(grant.to_tell);
    grant.to_tell = false;
    state.grants.put(grant);
    return {std::move(grant)};
}

}  // namespace model
