#include "model/billing/catalogue.hpp"

#include "base/must.hpp"

#include <algorithm>

namespace model {
namespace {

bool ends_with_tld(std::string_view name, std::string_view tld)
{
    return name.size() > tld.size() && name.back() == tld.back() && name.ends_with(tld) &&
           name[name.size() - tld.size() - 1] == '.';
}

}  // namespace

std::int64_t amount_on(base::Date day, Since since)
{
    base::must(!since.empty());
    auto amount = since.front().amount;
    for (const auto& from : since)
        if (from.day <= day) amount = from.amount;
    return amount;
}

const TldPolicy& Catalogue::policy_of(std::string_view domain_name) const
{
    const TldPolicy* best = &other;
    for (const auto& policy : policies)
        if (policy.tld.size() > best->tld.size() && ends_with_tld(domain_name, policy.tld)) best = &policy;
    return *best;
}

Charge Day::charge_of(std::int64_t net_cents) const
{
    const auto rate = std::ranges::find(catalogue_->vat, catalogue_->seller.country, &VatRate::country);
    base::must(rate != catalogue_->vat.end());
    const auto        per_mille = static_cast<std::int32_t>(amount(rate->per_mille));
    const base::Money net{net_cents};
    return {net, base::share(net, per_mille), per_mille, VatCategory::standard};
}

}  // namespace model
