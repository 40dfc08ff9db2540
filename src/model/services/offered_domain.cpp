#include "model/services/offered_domain.hpp"

#include "base/domain_name.hpp"
#include "base/must.hpp"
#include "model/billing/catalogue.hpp"
#include "model/find.hpp"
#include "model/why.hpp"

namespace model {
namespace {

Reason fault_of_name(const State& state, const std::string& name, const Catalogue& catalogue)
{
    if (name.empty()) return because("offer.name_missing");
    if (!base::is_host_name(name) || name != base::to_lower(name)) return because("offer.not_a_domain", {name});
    const auto& policy = catalogue.policy_of(name);
    if (!policy.offered || name.find('.') != name.size() - policy.tld.size() - 1)
        return because("offer.ending_not_offered", {offered_endings(catalogue)});
    if (service_named(state, name)) return because("offer.already_yours", {name});
    return {};
}

}  // namespace

std::string offered_endings(const Catalogue& catalogue)
{
    std::string all;
    for (const auto& policy : catalogue.policies)
        if (policy.offered) all += (all.empty() ? "." : ", .") + std::string(policy.tld);
    return all;
}

std::optional<base::Problem> why_not_choose_domain(const State& state, const Service& service, Day today)
{
    if (service.kind != ServiceKind::hosting) return because("why.hosting_only");
    if (auto reason = why_gone(service, today)) return reason;
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    switch (service.offer_right) {
    case OfferRight::none:      return because("offer.no_right");
    case OfferRight::chosen:    return because("offer.chosen_already");
    case OfferRight::consumed:  return because("offer.consumed");
    case OfferRight::forfeited: return because("offer.forfeited");
    case OfferRight::available: break;
    }
    if (!is_active(service, today)) return because("why.hosting_not_active", {service.name});
    return why_busy(state, service);
}

base::Problems check(const State& state, const ChooseOfferedDomain& command, const Context& context)
{
    base::Problems problems;
    const auto     service = state.services.get(command.service);
    if (!service) {
        problems.add("", "why.no_such_service");
        return problems;
    }
    refuse(problems, why_not_choose_domain(state, *service, day_of(context)));
    refuse(problems, fault_of_name(state, command.name, context.catalogue), "name");
    if (!command.seen_final) problems.add("seen_final", "offer.confirm_final");
    return problems;
}

void perform(State& state, const ChooseOfferedDomain& command, const Context& context)
{
    auto hosting        = base::required(state.services.get(command.service));
    hosting.offer_right = OfferRight::chosen;
    state.services.put(hosting);

    state.operations.put(asked_operation(OfferedRegistration{command.name, command.display_name, command.transfers},
                                         command.service, context));
}

}  // namespace model
