// Rules use the catalogue that they are given: prices by date, and no constants of their own.
#include "kit/company.hpp"

#include "model/billing/forecast.hpp"
#include "model/billing/invoice.hpp"
#include "model/services/offered_domain.hpp"

using namespace account;

namespace {

// Another company: higher prices from April on, another VAT rate, another name and other servers.
const From prices[]   = {{date(2020, 1, 1), 1000}, {date(2026, 4, 1), 1500}};
const From restores[] = {{date(2020, 1, 1), 3000}};
const From rates[]    = {{date(2020, 1, 1), 210}, {date(2026, 7, 1), 230}};

constexpr std::string_view servers[] = {"a.other.example", "b.other.example"};
const VatRate              vat[]     = {{"BE", rates}};
const TldPolicy any{.grace_days = 5, .redemption_days = 5, .max_years = 2, .year = prices, .restore = restores};

Catalogue other_company()
{
    Catalogue catalogue;
    catalogue.seller      = {.name = "Another company", .country = "BE"};
    catalogue.nameservers = servers;
    catalogue.years_ahead = 3;
    catalogue.vat         = vat;
    catalogue.hosting     = {.kept_days = 10, .max_years = 2, .year = prices};
    catalogue.other       = any;
    return catalogue;
}

}  // namespace

TEST_CASE("a price holds from its day on; what was before the first one is as it says")
{
    CHECK(amount_on(date(2026, 3, 31), prices) == 1000);
    CHECK(amount_on(date(2026, 4, 1), prices) == 1500);
    CHECK(amount_on(date(1999, 1, 1), prices) == 1000);
    const auto catalogue = other_company();
    CHECK(Day(date(2026, 6, 30), catalogue).charge_of(1000) == Charge{{1000}, {210}, 210, VatCategory::standard});
    CHECK(Day(date(2026, 7, 1), catalogue).charge_of(1000) == Charge{{1000}, {230}, 230, VatCategory::standard});
}

TEST_CASE("rules go by the catalogue that they are handed")
{
    const auto catalogue = other_company();
    const Day  march{date(2026, 3, 10), catalogue}, april{date(2026, 4, 10), catalogue};
    const auto state = small();
    const auto one   = service(state, "d1");
    CHECK(renewal_price(state, one, 1, march).total() == base::Money{1210});
    CHECK(renewal_price(state, one, 1, april).total() == base::Money{1815});
    CHECK(max_years(one, march) == 2);
    CHECK(offered_endings(catalogue).empty());
    CHECK(nameservers_of_host(catalogue) == std::vector<std::string>{"a.other.example", "b.other.example"});
    CHECK(life_of(domain("d", "a.fr", date(2026, 3, 1)), march).phase == Phase::redemption);
    CHECK(life_of(hosting("h", "host", date(2026, 3, 1)), march).phase == Phase::suspended);
    CHECK(life_of(hosting("h", "host", date(2026, 2, 27)), march).phase == Phase::deleted);
    CHECK(sum_of(look_ahead(state, march)).cost != sum_of(look_ahead(state, today)).cost);
}

TEST_CASE("what was seen before a price changed is not paid after: the customer is asked again")
{
    const auto    catalogue = other_company();
    const Day     march{date(2026, 3, 31), catalogue};
    auto          state = small();
    const auto    one   = service(state, "d1");
    const Renew   seen{one.id, one.expires_on, renewal_price(state, one, 1, march).total(), 1};
    const Context before{noon(march), "phone.1", catalogue}, after{noon(date(2026, 4, 1)), "phone.1", catalogue};
    CHECK(reasons(check(state, seen, before)) == "");
    CHECK(reasons(check(state, seen, after)) == "why.price_changed");
}

TEST_CASE("an invoice names the seller of the catalogue, and says the price of the day on which was paid")
{
    const auto catalogue = other_company();
    Company    company;
    company.now  = noon(date(2026, 3, 31));
    company.host = demo::Company(catalogue);
    company.begins_transfer("coming.com");
    const Context paid{company.now, "phone.1", catalogue};
    carry_out(company.state, PayTransfer{{"t1"}, transfer_price(service(company.state, "t1"), day_of(paid)).total()},
              paid);
    // The price has risen by the time the transfer completes.
    auto transfer = company.state.transfers.row(0);
    transfer.step = TransferStep::awaiting_losing_registrar, transfer.until = date(2026, 4, 5);
    company.state.transfers.put(transfer);
    company.after_days(10);
    REQUIRE(company.step() == TransferStep::completed);
    REQUIRE(company.state.invoices.size() == 1);
    const auto invoice = company.state.invoices.row(0);
    CHECK(invoice.seller.name == "Another company");
    CHECK(lines_of(company.state, invoice.id).front().charge == Charge{{1000}, {210}, 210, VatCategory::standard});
}
