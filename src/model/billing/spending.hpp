// What the customer has paid, by calendar year. Where the payments come from is apart from how they are summed up:
// today they are renewals; documents of accounts can take their place.
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

// The renewals that were asked for and paid: under way or done. One that failed is paid back, one that the host has not
// begun may still be refused.
std::vector<Payment> paid_renewals(const State&);

struct YearOfSpending {
    int          year     = 0;
    std::int64_t payments = 0;
    base::Money  paid;

    bool operator==(const YearOfSpending&) const = default;
};

// Year after year in Paris, without a gap: from the first with a payment to the one of today, which is always there, but
// at most the last `most` ones. What was paid later than today counts in no year.
std::vector<YearOfSpending> spending_by_year(std::span<const Payment>, base::Date today, int most = 5);

}  // namespace model
