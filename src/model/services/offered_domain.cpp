#include "model/services/offered_domain.hpp"

#include "base/domain_name.hpp"
#include "base/must.hpp"
#include "base/scripts.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/billing/catalogue.hpp"
#include "model/find.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

// The first letter of the label that the ending does not take; empty if it takes all.
std::string_view letter_not_taken(std::string_view label, const TldPolicy& policy)
{
    for (std::string_view rest = label; !rest.empty();) {
        const auto letter = base::take_sign(rest);
        const bool listed = letter.point < 0x80 || policy.letters.empty() ||
                            policy.letters.find(letter.bytes) != std::string_view::npos;
        if (!listed || !base::script_of(letter.point)) return letter.bytes;
    }
    return {};
}

// What is wrong with an international label, decoded: a registry refuses what it does not know, and what mixes scripts to pass for
// another name.
Reason fault_of_letters(std::string_view name, const TldPolicy& policy)
{
    const auto label   = name.substr(0, name.find('.'));
    const auto decoded = base::to_unicode(label);
    const bool ascii   = std::ranges::all_of(decoded,
                                             [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
    if (ascii && label.starts_with("xn--")) return because("offer.not_a_domain", {std::string(name)});
    if (const auto letter = letter_not_taken(decoded, policy); !letter.empty())
        return because("offer.letter_not_taken", {std::string(letter), "." + std::string(policy.tld)});
    if (!base::is_of_one_script(decoded)) return because("offer.mixed_scripts", {std::string(name)});
    return {};
}

Reason fault_of_name(const State& state, const std::string& name, const Catalogue& catalogue)
{
    if (name.empty()) return because("offer.name_missing");
    if (base::check_host_name(name) == base::NameFault::single_label)
        return because("offer.ending_missing", {name, offered_endings(catalogue)});
    if (!base::is_host_name(name) || name != base::to_lower(name)) return because("offer.not_a_domain", {name});
    const auto& policy = catalogue.policy_of(name);
    if (!policy.offered || name.find('.') != name.size() - policy.tld.size() - 1)
        return because("offer.ending_not_offered", {offered_endings(catalogue)});
    if (const auto fault = fault_of_letters(name, policy)) return fault;
    if (service_named(state, name)) return because("offer.already_yours", {base::to_unicode(name)});
    if (is_on_order(state, name)) return because("offer.on_order", {base::to_unicode(name)});
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
    // The name to show says the same as the name that is registered, or the customer confirms another than is ordered.
    if (command.display_name != base::display_name_of(command.name))
        problems.add("name", "offer.not_a_domain", {command.display_name});
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
