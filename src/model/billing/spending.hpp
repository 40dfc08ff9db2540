// The customer's payments, by calendar year. The source of the payments is separate from the summing: today they are renewals;
// accounting documents can replace them.
#pragma once
#include "base/instant.hpp"
#include "model/state.hpp"

#include <span>
#include <vector>

namespace model {

struct Payment {
    base::Instant at;
    base::Money   amount;  // VAT included
};

// The paid renewals: operations under way or done. Failed ones are refunded, and those still to do may be refused.
std::vector<Payment> paid_renewals(const State&);

struct YearOfSpending {
    int          year     = 0;
    std::int64_t payments = 0;
    base::Money  paid;

    bool operator==(const YearOfSpending&) const = default;
};

// All years (Paris time) from the first payment to today, without gaps; at most the last `most`, and always the current one.
// Payments after today do not count.
std::vector<YearOfSpending> spending_by_year(std::span<const Payment>, base::Date today, int most = 5);

}  // namespace model
