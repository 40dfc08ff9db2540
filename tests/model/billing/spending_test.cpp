#include "model/account.hpp"
#include "model/billing/spending.hpp"

using namespace account;

static Payment payment(Date day, std::int64_t cents) { return {noon(day), {cents}}; }

TEST_CASE("spending is summed up by the year in Paris")
{
    const Payment paid[] = {payment(date(2025, 12, 31), 1000),
                            {base::parse_instant("2025-12-31T23:30:00Z").value(), {200}},
                            payment(date(2026, 1, 5), 30)};
    const auto    years  = spending_by_year(paid, today);
    REQUIRE(years.size() == 2);
    CHECK(years[0] == YearOfSpending{2025, 1, {1000}});
    CHECK(years[1] == YearOfSpending{2026, 2, {230}});  // 00:30 on New Year's Day in Paris
}

TEST_CASE("years without a payment stand between those with one, and this year always does")
{
    const Payment paid[] = {payment(date(2023, 5, 1), 100)};
    const auto    years  = spending_by_year(paid, today);
    REQUIRE(years.size() == 4);
    CHECK(years.front().year == 2023);
    CHECK(years.back() == YearOfSpending{2026, 0, {}});

    REQUIRE(spending_by_year({}, today).size() == 1);
    CHECK(spending_by_year({}, today).front() == YearOfSpending{2026, 0, {}});
}

TEST_CASE("five years are shown at most, and nothing that is dated after today")
{
    const Payment paid[] = {payment(date(1999, 5, 1), 100), payment(date(2022, 5, 1), 7), payment(in(1), 9),
                            payment(date(9999, 1, 1), 9)};
    const auto    years  = spending_by_year(paid, today);
    REQUIRE(years.size() == 5);
    CHECK(years.front() == YearOfSpending{2022, 1, {7}});
    CHECK(years.back().payments == 0);
}

TEST_CASE("a renewal is paid once the host works on it; one that failed is not")
{
    auto state = small();
    carry_out(state, renewal(state, "d1"));
    CHECK(paid_renewals(state).empty());

    const auto becomes = [&](OperationState stands) {
        auto operation  = *open_operation(state, {"d1"});
        operation.state = stands;
        state.operations.put(operation);
    };
    becomes(OperationState::under_way);
    REQUIRE(paid_renewals(state).size() == 1);
    CHECK(paid_renewals(state).front().amount.cents == 1020);
    CHECK(paid_renewals(state).front().at == noon(today));
    becomes(OperationState::error);
    CHECK(paid_renewals(state).empty());

    carry_out(state, nameservers(state, "d2", {"ns1.host.example", "ns2.host.example"}));
    CHECK(paid_renewals(state).empty());
}
