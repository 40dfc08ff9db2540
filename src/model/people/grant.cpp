#include "model/people/grant.hpp"

#include "base/must.hpp"
#include "base/pasted.hpp"
#include "base/written.hpp"
#include "model/find.hpp"
#include "model/people/identity.hpp"
#include "model/why.hpp"
#include "table/hash.hpp"

#include <algorithm>
#include <utility>

namespace model {
namespace {

AccountId read_account(const AccountId& typed) { return {base::pasted_account(typed.value)}; }

void check_person(base::Problems& problems, const State& state, std::string_view field, const AccountId& account,
                  const std::string& email)
{
    refuse(problems, fault_of_account_id(account.value), field);
    if (account == profile_of(state).id) problems.add(field, "trade.to_oneself");
    refuse(problems, fault_of_email(base::pasted_email(email)), "email");
}

Reason why_not_show(const State&, const Service& service, Day today)
{
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    return why_gone(service, today);
}

bool has_grant(const State& state, const AccountId& owner, const AccountId& contact, ContactRole role)
{
    return std::ranges::any_of(grants_between(state, owner, contact),
                               [&](const Grant& grant) { return grant.role == role && !is_over(grant.state); });
}

void put_lines(State& state, const GrantId& grant, const std::vector<std::string>& services)
{
    for (const auto& id : services) {
        GrantLine line;
        line.id      = grant_line_id(grant, {id});
        line.grant   = grant;
        line.service = {id};
        state.grant_lines.put(line);
    }
}

Grant asked_grant(const Context& context, ContactRole role, const std::string& email, const std::string& message)
{
    Grant grant;
    grant.id         = {"grant-" + context.seed};
    grant.role       = role;
    grant.email      = base::pasted_email(email);
    grant.message    = base::tidied(message, Lines::several);
    grant.asked_at   = context.now;
    grant.changed_at = context.now;
    grant.until      = base::days_after(day_of(context), grant_days);
    grant.to_tell    = true;
    return grant;
}

}  // namespace

base::Id<GrantLine> grant_line_id(const GrantId& grant, const ServiceId& service)
{
    return {grant.value + "/" + service.value};
}

ServiceId copy_id(const ServiceId& service, const AccountId& owner) { return {service.value + "@" + owner.value}; }

void remove_copy(State& state, const Grant& grant, const GrantLine& line)
{
    state.grant_lines.erase(line.id);
    for (const auto& other : grant_lines_about(state, line.service))
        if (const auto shows = state.grants.get(other.grant); shows && shows->owner == grant.owner) return;
    remove_service(state, copy_id(line.service, grant.owner));
}

bool is_owner(const State& state, const Grant& grant) { return grant.owner == profile_of(state).id; }

bool is_asked(const State& state, const Grant& grant) { return is_owner(state, grant) != grant.by_owner; }

base::Problems check(const State& state, const OfferGrant& command, const Context& context)
{
    base::Problems problems;
    const auto     today = day_of(context);
    check_person(problems, state, "contact", read_account(command.contact), command.email);
    if (command.role == ContactRole::none) problems.add("role", "grant.choose_role");
    if (command.role == ContactRole::technical)
        check_services(problems, state, command.services, most_granted, today, why_not_show);
    if (is_set(command.ends_on) && command.ends_on < today) problems.add("ends_on", "grant.ends_in_the_past");
    check_words(problems, "message", command.message, max_grant_message_characters, Lines::several);
    if (has_grant(state, profile_of(state).id, read_account(command.contact), command.role))
        problems.add("contact", "grant.there_already");
    return problems;
}

void perform(State& state, const OfferGrant& command, const Context& context)
{
    auto grant    = asked_grant(context, command.role, command.email, command.message);
    grant.owner   = profile_of(state).id;
    grant.contact = read_account(command.contact);
    grant.ends_on = command.ends_on;
    if (command.role == ContactRole::technical) put_lines(state, grant.id, command.services);
    state.grants.put(grant);
}

base::Problems check(const State& state, const AskForGrant& command, const Context&)
{
    base::Problems problems;
    check_person(problems, state, "owner", read_account(command.owner), command.email);
    if (command.role == ContactRole::none) problems.add("role", "grant.choose_role");
    check_words(problems, "message", command.message, max_grant_message_characters, Lines::several);
    if (has_grant(state, read_account(command.owner), profile_of(state).id, command.role))
        problems.add("owner", "grant.there_already");
    return problems;
}

void perform(State& state, const AskForGrant& command, const Context& context)
{
    auto grant     = asked_grant(context, command.role, command.email, command.message);
    grant.owner    = read_account(command.owner);
    grant.contact  = profile_of(state).id;
    grant.by_owner = false;
    state.grants.put(grant);
}

base::Problems check(const State& state, const AnswerGrant& command, const Context& context)
{
    base::Problems problems;
    const auto     grant = state.grants.get(command.grant);
    if (!grant || is_over(grant->state)) problems.add("", "grant.over");
    else if (grant->state != GrantState::pending || !is_asked(state, *grant)) problems.add("", "grant.answered");
    else if (command.agreed && is_owner(state, *grant) && grant->role == ContactRole::technical)
        check_services(problems, state, command.services, most_granted, day_of(context), why_not_show);
    return problems;
}

void perform(State& state, const AnswerGrant& command, const Context& context)
{
    auto grant = base::required(state.grants.get(command.grant));
    if (!command.agreed) return end_grant(state, std::move(grant), GrantState::declined, context.now, true);
    if (is_owner(state, grant) && grant.role == ContactRole::technical) put_lines(state, grant.id, command.services);
    grant.state      = GrantState::active;
    grant.changed_at = context.now;
    grant.to_tell    = true;
    state.grants.put(grant);
}

base::Problems check(const State& state, const EndGrant& command, const Context&)
{
    base::Problems problems;
    const auto     grant = state.grants.get(command.grant);
    if (!grant || is_over(grant->state)) problems.add("", "grant.over");
    else if (grant->state == GrantState::pending && is_asked(state, *grant)) problems.add("", "grant.to_be_answered");
    return problems;
}

void perform(State& state, const EndGrant& command, const Context& context)
{
    const auto grant = base::required(state.grants.get(command.grant));
    const auto ended = grant.state == GrantState::pending ? GrantState::cancelled
                       : is_owner(state, grant)           ? GrantState::revoked
                                                          : GrantState::resigned;
    end_grant(state, grant, ended, context.now, true);
}

void end_grant(State& state, Grant grant, GrantState ended, base::Instant now, bool tell)
{
    if (!is_owner(state, grant))
        for (const auto& line : lines_of(state, grant.id)) remove_copy(state, grant, line);
    grant.state      = ended;
    grant.changed_at = now;
    grant.to_tell    = tell;
    state.grants.put(grant);
}

void drop_from_grants(State& state, const ServiceId& service, base::Instant now)
{
    for (const auto& line : grant_lines_about(state, service)) {
        auto grant = state.grants.get(line.grant);
        if (!grant || !is_owner(state, *grant)) continue;
        state.grant_lines.erase(line.id);
        if (is_over(grant->state)) continue;
        if (lines_of(state, grant->id).empty()) {
            end_grant(state, *grant, GrantState::ended_by_trade, now, true);
        } else {
            grant->to_tell = true;
            state.grants.put(*grant);
        }
    }
}

Service shown_to_contact(const Service& service, const AccountId& owner)
{
    Service shown;
    shown.id             = copy_id(service.id, owner);
    shown.kind           = service.kind;
    shown.name           = service.name;
    shown.display_name   = service.display_name;
    shown.account        = service.account;
    shown.status         = service.status;
    shown.created_on     = service.created_on;
    shown.expires_on     = service.expires_on;
    shown.owner          = {owner.value};
    shown.nameservers    = service.nameservers;
    shown.condition      = service.condition;
    shown.locked         = service.locked;
    shown.unlocked_until = service.unlocked_until;
    shown.held_until     = service.held_until;
    shown.whois_private  = service.whois_private;
    shown.ends_on        = service.ends_on;
    return shown;
}

std::int64_t stamp_of(const Service& shown)
{
    std::string text = shown.name + '\n' + shown.display_name + '\n' + shown.account.value + '\n' + shown.owner.value;
    for (const auto& server : shown.nameservers) text += '\n' + server;
    for (const std::int32_t number :
         {static_cast<std::int32_t>(shown.kind), static_cast<std::int32_t>(shown.status),
          static_cast<std::int32_t>(shown.condition), shown.created_on.days, shown.expires_on.days,
          static_cast<std::int32_t>(shown.locked), shown.unlocked_until.days, shown.held_until.days,
          static_cast<std::int32_t>(shown.whois_private), shown.ends_on.days})
        text += '\n' + std::to_string(number);
    // Never 0, which says that nothing was told yet.
    return static_cast<std::int64_t>(table::hash(text) >> 1 | 1);
}

}  // namespace model
