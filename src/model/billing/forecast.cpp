#include "model/billing/forecast.hpp"

#include "model/billing/catalogue.hpp"
#include "model/columns.hpp"

#include <algorithm>
#include <vector>

namespace model {
namespace {

// Maps each day, from today to the end of the last month, to the index of its month.
class Months {
public:
    Months(base::Date today, MonthsAhead& months) : today_(today)
    {
        const auto on    = base::calendar(today);
        const auto begin = base::date(on.year, on.month, 1);
        for (std::size_t at = 0; at < months_ahead; ++at) {
            months[at].first = base::months_after(begin, static_cast<int>(at));
            const auto end   = base::months_after(begin, static_cast<int>(at) + 1);
            of_day_.resize(static_cast<std::size_t>(base::days_between(today, end)), static_cast<std::uint8_t>(at));
        }
    }

    bool        hold(std::int32_t day) const { return day >= today_.days && offset(day) < of_day_.size(); }
    std::size_t operator[](std::int32_t day) const { return of_day_[offset(day)]; }

private:
    // In 64 bits: a forged date may be far away.
    std::size_t offset(std::int32_t day) const { return static_cast<std::size_t>(std::int64_t{day} - today_.days); }

    base::Date                today_;
    std::vector<std::uint8_t> of_day_;
};

// What a year of a domain costs today. Worked out once for each policy, since an account may have a million domains.
class YearPrices {
public:
    explicit YearPrices(Day today) : today_(today) {}

    base::Money of(std::string_view domain)
    {
        const auto* policy = &today_.policy_of(domain);
        auto        known  = std::ranges::find(known_, policy, &Known::policy);
        if (known == known_.end())
            known = known_.insert(known, {policy, today_.charge_of(today_.amount(policy->year)).total()});
        return known->year;
    }

private:
    struct Known {
        const TldPolicy* policy;
        base::Money      year;
    };
    Day                today_;
    std::vector<Known> known_;
};

}  // namespace

MonthsAhead look_ahead(const State& state, Day today)
{
    static const auto id_column      = column_of<Service>("id");
    static const auto kind_column    = column_of<Service>("kind");
    static const auto name_column    = column_of<Service>("name");
    static const auto status_column  = column_of<Service>("status");
    static const auto expires_column = column_of<Service>("expires_on");
    static const auto linked_column  = column_of<Service>("linked_to");
    static const auto offered_column = column_of<Service>("offered_domain");

    MonthsAhead                months;
    const Months               calendar(today, months);
    YearPrices                 prices(today);
    const auto                 hosting_year = today.charge_of(today.amount(today.catalogue().hosting.year)).total();
    std::vector<std::uint32_t> offering;  // rows of hosting accounts with an offered domain

    // 1. The full price of each. No restore fees: an active service is not in redemption.
    for_each_page(state.services, [&](const table::Page& page, std::uint32_t first) {
        const auto  kinds    = page.columns[kind_column].small();
        const auto  statuses = page.columns[status_column].small();
        const auto  expiries = page.columns[expires_column].ints();
        const auto& names    = page.columns[name_column];
        const auto& offered  = page.columns[offered_column];
        for (std::uint32_t row = 0; row < page.rows; ++row) {
            if (!offered.text(row).empty()) offering.push_back(first + row);
            if (static_cast<Status>(statuses[row]) != Status::active || !calendar.hold(expiries[row])) continue;
            auto&      month     = months[calendar[expiries[row]]];
            const bool is_domain = static_cast<ServiceKind>(kinds[row]) == ServiceKind::domain;
            month.cost           = month.cost + (is_domain ? prices.of(names.text(row)) : hosting_year);
            ++month.services;
        }
    });

    // 2. Minus the free year of domains offered with a hosting account, as in renewal_price(). Iterates over hosting accounts,
    // because linked domains are far more numerous.
    const auto& services = state.services;
    for (const auto hosting : offering) {
        const auto domain = services.find({std::string(services.text_at(offered_column, hosting))});
        if (!domain || static_cast<ServiceKind>(services.number_at(kind_column, *domain)) != ServiceKind::domain)
            continue;
        if (services.text_at(linked_column, *domain) != services.text_at(id_column, hosting)) continue;
        const auto expiry = services.number_at(expires_column, *domain);
        if (static_cast<Status>(services.number_at(status_column, *domain)) != Status::active) continue;
        if (!calendar.hold(static_cast<std::int32_t>(expiry))) continue;
        if (expiry > services.number_at(expires_column, hosting)) continue;
        auto& month = months[calendar[static_cast<std::int32_t>(expiry)]];
        month.cost  = month.cost - prices.of(services.text_at(name_column, *domain));
    }
    return months;
}

MonthAhead sum_of(const MonthsAhead& months)
{
    MonthAhead sum{months.front().first, 0, {}};
    for (const auto& month : months) {
        sum.services += month.services;
        sum.cost = sum.cost + month.cost;
    }
    return sum;
}

}  // namespace model
