#include "model/billing/charge.hpp"

#include <algorithm>

namespace model {

void add(Rates& rates, const Charge& charge)
{
    const auto same = std::ranges::find_if(rates, [&](const Charge& one) {
        return one.vat_per_mille == charge.vat_per_mille && one.vat_category == charge.vat_category;
    });
    if (same == rates.end()) return rates.push_back(charge);
    same->net = same->net + charge.net;
    same->vat = base::share(same->net, same->vat_per_mille);
}

base::Money total_of(const Rates& rates)
{
    base::Money total;
    for (const auto& rate : rates) total = total + rate.total();
    return total;
}

}  // namespace model
