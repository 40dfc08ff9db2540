#include "pages/services/actions.hpp"

#include "model/services/life.hpp"
#include "pages/kit/act.hpp"
#include "pages/services/action_table.hpp"

#include <algorithm>

namespace pages {
namespace {

constexpr const ServiceAction* find_in_table(std::string_view name)
{
    for (const auto& one : action_table)
        if (one.name == name) return &one;
    return name == details_action.name ? &details_action : nullptr;
}

constexpr bool every_name_is_used_once()
{
    for (const auto& one : action_table)
        if (find_in_table(one.name) != &one || one.name == details_action.name) return false;
    return true;
}
static_assert(every_name_is_used_once());
static_assert(find_in_table(act_details) && find_in_table(act_renew) && find_in_table(act_follow_transfer));

}  // namespace

std::span<const ServiceAction> service_actions() { return action_table; }

const ServiceAction* find_action(std::string_view name) { return find_in_table(name); }

bool concerns(const ServiceAction& action, model::ServiceKind kind) { return !action.only || *action.only == kind; }

bool fits(const ServiceAction& action, const model::Service& service, model::Day today)
{
    return !action.fits || action.fits(service, today);
}

std::optional<base::Problem> why_not(const ServiceAction& action, const model::State& state,
                                     const model::Service& service, model::Day today)
{
    return action.why_not ? action.why_not(state, service, today) : std::nullopt;
}

bool is_same(const ServiceAction& action, std::string_view name)
{
    return action.name == name || action.one_with == name;
}

const ServiceAction& fitting(const ServiceAction& action, const model::Service& service, model::Day today)
{
    const auto name  = action.one_with.empty() ? action.name : action.one_with;
    const auto found = std::ranges::find_if(
        action_table, [&](const auto& one) { return is_same(one, name) && fits(one, service, today); });
    return found == std::end(action_table) ? action : *found;
}

const ServiceAction* remedy_for(const model::Service& service, model::Day today)
{
    const auto condition = model::condition_on(service, today);
    const auto found     = std::ranges::find_if(
        action_table, [&](const auto& one) { return one.mends.has(condition) && fits(one, service, today); });
    return found == std::end(action_table) ? nullptr : &*found;
}

}  // namespace pages
