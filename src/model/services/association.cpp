#include "model/services/association.hpp"

#include "base/must.hpp"
#include "model/domains/nameservers.hpp"
#include "model/why.hpp"

namespace model {
namespace {

// The change of name servers that comes with an association; nothing if none is needed or asked for.
std::optional<ChangeNameservers> change_to_host(const State& state, const Associate& command,
                                                const Catalogue& catalogue)
{
    if (!command.change_nameservers) return {};
    const auto domain = state.services.get(command.domain);
    if (!domain || domain->nameservers == nameservers_of_host(catalogue)) return {};
    return ChangeNameservers{domain->id, domain->nameservers, nameservers_of_host(catalogue)};
}

}  // namespace

std::optional<base::Problem> why_not_associate(const State& state, const Service& service, Day today)
{
    if (service.kind != ServiceKind::domain) return because("why.not_a_domain");
    if (auto reason = why_gone(service, today)) return reason;
    if (!service.linked_to.empty()) {
        const auto hosting = state.services.get(service.linked_to);
        return because("why.already_linked", {hosting ? hosting->name : service.linked_to.value});
    }
    if (service.status == Status::pending) return because("why.not_delivered");
    if (!is_active(service, today)) return because("why.expired");
    return {};
}

std::optional<base::Problem> why_not_host_domains(const State&, const Service& hosting, Day today)
{
    if (hosting.kind != ServiceKind::hosting) return because("why.not_a_hosting");
    if (!is_active(hosting, today)) return because("why.hosting_not_active", {hosting.name});
    return {};
}

base::Problems check(const State& state, const Associate& command, const Context& context)
{
    base::Problems problems;
    const auto     day    = day_of(context);
    const auto     domain = state.services.get(command.domain);
    if (!domain) {
        problems.add("", "why.no_such_service");
        return problems;
    }
    refuse(problems, why_not_associate(state, *domain, day));

    if (const auto hosting = state.services.get(command.hosting))
        refuse(problems, why_not_host_domains(state, *hosting, day), "hosting");
    else
        problems.add("hosting", command.hosting.empty() ? base::TextKey("why.choose_hosting")
                                                        : base::TextKey("why.no_such_service"));

    if (const auto change = change_to_host(state, command, context.catalogue))
        refuse(problems, why_not_change_nameservers(state, *domain, day), "change_nameservers");
    return problems;
}

void perform(State& state, const Associate& command, const Context& context)
{
    // Before the link is written, because the change of name servers needs the domain as it was.
    if (const auto change = change_to_host(state, command, context.catalogue)) perform(state, *change, context);

    auto domain      = base::required(state.services.get(command.domain));
    auto hosting     = base::required(state.services.get(command.hosting));
    domain.linked_to = hosting.id;
    if (command.make_main || hosting.main_domain.empty()) {
        hosting.main_domain = domain.id;
        state.services.put(std::move(hosting));
    }
    state.services.put(std::move(domain));
}

std::optional<base::Problem> why_not_dissociate(const State&, const Service& service, Day)
{
    if (service.kind != ServiceKind::domain) return because("why.not_a_domain");
    if (service.linked_to.empty()) return because("why.not_linked");
    return {};
}

base::Problems check(const State& state, const Dissociate& command, const Context& context)
{
    return check_service(state, command.domain, day_of(context), why_not_dissociate);
}

void perform(State& state, const Dissociate& command, const Context&)
{
    auto domain = base::required(state.services.get(command.domain));
    if (auto hosting = state.services.get(domain.linked_to); hosting && hosting->main_domain == domain.id) {
        hosting->main_domain = {};
        state.services.put(std::move(*hosting));
    }
    domain.linked_to = {};
    state.services.put(std::move(domain));
}

std::vector<base::Problem> warnings_before_dissociating(const State& state, const Service& domain)
{
    std::vector<base::Problem> warnings;
    const auto                 hosting = state.services.get(domain.linked_to);
    if (!hosting) return warnings;
    if (hosting->offered_domain == domain.id) warnings.push_back({{}, "warning.offered_domain", {}});
    if (hosting->main_domain == domain.id) warnings.push_back({{}, "warning.main_domain", {hosting->name}});
    return warnings;
}

}  // namespace model
