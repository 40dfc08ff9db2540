#include "model/services/offered_domain.hpp"

#include "base/domain_name.hpp"
#include "model/billing/catalogue.hpp"
#include "model/columns.hpp"
#include "model/why.hpp"

namespace model {
namespace {

bool has_domain(const State& state, std::string_view name)
{
    static const auto name_column = column_of<Service>("name");
    for (std::uint32_t row = 0; row < state.services.size(); ++row)
        if (state.services.text_at(name_column, row) == name) return true;
    return false;
}

Reason fault_of_name(const State& state, const std::string& name)
{
    if (name.empty()) return because("offer.name_missing");
    if (!base::is_host_name(name) || name != base::to_lower(name)) return because("offer.not_a_domain", {name});
    const auto& policy = policy_of(name);
    if (!policy.offered || name.find('.') != name.size() - policy.tld.size() - 1)
        return because("offer.ending_not_offered", {offered_endings()});
    if (has_domain(state, name)) return because("offer.already_yours", {name});
    return {};
}

}  // namespace

std::string offered_endings()
{
    std::string all;
    for (const auto& policy : all_policies())
        if (policy.offered) all += (all.empty() ? "." : ", .") + std::string(policy.tld);
    return all;
}

std::optional<base::Problem> why_not_choose_domain(const State& state, const Service& service, base::Date today)
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
    refuse(problems, fault_of_name(state, command.name), "name");
    if (!command.seen_final) problems.add("seen_final", "offer.confirm_final");
    return problems;
}

void perform(State& state, const ChooseOfferedDomain& command, const Context& context)
{
    auto hosting        = *state.services.get(command.service);
    hosting.offer_right = OfferRight::chosen;
    state.services.put(hosting);

    auto operation  = asked_operation(OperationKind::offered_domain, command.service, context);
    operation.after = {command.name, std::string(command.transfers ? transfer_word : register_word)};
    if (!command.display_name.empty()) operation.after.push_back(command.display_name);
    state.operations.put(operation);
}

OfferedDomain offered_domain_of(const Operation& operation)
{
    OfferedDomain offered;
    if (!operation.after.empty()) offered.name = operation.after[0];
    if (operation.after.size() > 1) offered.transfers = operation.after[1] == transfer_word;
    if (operation.after.size() > 2) offered.display_name = operation.after[2];
    return offered;
}

}  // namespace model
