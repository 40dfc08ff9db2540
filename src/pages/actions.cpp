#include "pages/actions.hpp"

#include "model/association.hpp"
#include "model/life.hpp"
#include "model/nameservers.hpp"
#include "model/renewal.hpp"
#include "ui/icons.hpp"

#include <array>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr std::array<Action, 8> list{{
    {Act::nameservers, "action.nameservers", icons::network},
    {Act::renew, "action.renew", icons::rotate_cw},
    {Act::reactivate, "action.reactivate", icons::rotate_cw},
    {Act::restore, "action.restore", icons::rotate_cw},
    {Act::auto_renew, "action.auto_renew", icons::repeat},
    {Act::associate, "action.associate", icons::link},
    {Act::dissociate, "action.dissociate", icons::unlink},
    {Act::describe, "action.describe", icons::tag},
}};
constexpr Action details{Act::details, "action.details", icons::info};

}  // namespace

std::span<const Action> all_actions() { return list; }

const Action& action(Act act)
{
    for (const auto& one : list)
        if (one.act == act) return one;
    return details;
}

Act renewal_of(const model::Service& service, base::Date today)
{
    switch (model::life_of(service, today).phase) {
    case model::Phase::redemption:
    case model::Phase::pending_delete:
    case model::Phase::released:       return Act::restore;
    case model::Phase::grace:
    case model::Phase::suspended:
    case model::Phase::deleted:        return Act::reactivate;
    case model::Phase::active:         break;
    }
    return model::is_active(service, today) ? Act::renew : Act::reactivate;
}

bool fits(Act act, const model::Service& service, base::Date today)
{
    const bool renews = act == Act::renew || act == Act::reactivate || act == Act::restore;
    return !renews || renewal_of(service, today) == act;
}

bool concerns(Act act, model::Kind kind)
{
    const bool of_domains = act == Act::nameservers || act == Act::associate || act == Act::dissociate;
    return !of_domains || kind == model::Kind::domain;
}

std::optional<base::Problem> why_not(Act act, const model::State& state, const model::Service& service,
                                     base::Date today)
{
    switch (act) {
    case Act::nameservers: return model::why_not_change_nameservers(state, service, today);
    case Act::renew:
    case Act::reactivate:
    case Act::restore:     return model::why_not_renew(state, service, today);
    case Act::auto_renew:  return model::why_not_set_auto_renew(state, service, today);
    case Act::associate:   return model::why_not_associate(state, service, today);
    case Act::dissociate:  return model::why_not_dissociate(state, service, today);
    case Act::details:
    case Act::describe:    return {};
    }
    return {};
}

}  // namespace pages
