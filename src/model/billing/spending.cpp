#include "model/billing/spending.hpp"

#include "model/columns.hpp"

#include <algorithm>

namespace model {

std::vector<Payment> paid_renewals(const State& state)
{
    static const auto kind_column  = column_of<Operation>("detail");
    static const auto state_column = column_of<Operation>("state");
    static const auto asked_column = column_of<Operation>("asked_at");
    static const auto net_column   = column_of<Operation>("detail.renewal.charge.net");
    static const auto vat_column   = column_of<Operation>("detail.renewal.charge.vat");

    std::vector<Payment> paid;
    for_each_page(state.operations, [&](const table::Page& page, std::uint32_t) {
        const auto kinds  = page.columns[kind_column].small();
        const auto states = page.columns[state_column].small();
        const auto asked  = page.columns[asked_column].bigs();
        const auto net    = page.columns[net_column].bigs();
        const auto vat    = page.columns[vat_column].bigs();
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            const auto stands = static_cast<OperationState>(states[row]);
            if (static_cast<OperationKind>(kinds[row]) != OperationKind::renewal) continue;
            if (stands != OperationState::under_way && stands != OperationState::done) continue;
            paid.push_back({{asked[row]}, {net[row] + vat[row]}});
        }
    });
    return paid;
}

std::vector<YearOfSpending> spending_by_year(std::span<const Payment> payments, base::Date today, int most)
{
    const int                   this_year = base::year(today);
    const int                   earliest  = this_year - most + 1;
    std::vector<YearOfSpending> years;
    for (int year = earliest; year <= this_year; ++year) years.push_back({year, 0, {}});

    for (const auto& payment : payments) {
        const auto day = base::paris_day(payment.at);
        if (day > today) continue;
        const int year = base::year(day);
        if (year < earliest) continue;
        auto& of_year = years[static_cast<std::size_t>(year - earliest)];
        of_year.paid  = of_year.paid + payment.amount;
        ++of_year.payments;
    }
    // Leave out the years before the first payment, but never the current one.
    const auto begin = std::find_if(years.begin(), years.end() - 1,
                                    [](const YearOfSpending& one) { return one.payments > 0; });
    years.erase(years.begin(), begin);
    return years;
}

}  // namespace model
