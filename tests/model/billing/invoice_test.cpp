// Invoices: lines, totals, numbers, and refunds.
#include "model/account.hpp"
#include "model/billing/invoice.hpp"
#include "model/earlier/schema_2.hpp"

using namespace account;

namespace {

InvoiceLine line(InvoiceItem item, const char* service, std::int32_t years, std::int64_t net)
{
    InvoiceLine line;
    line.item    = item;
    line.service = {service};
    line.name    = service;
    line.years   = years;
    line.charge  = today.charge_of(net);
    return line;
}

void put(State& state, const char* id, std::vector<InvoiceLine> lines)
{
    Invoice invoice;
    invoice.id        = {id};
    invoice.issued_at = {static_cast<std::int64_t>(state.invoices.size())};
    issue(state, invoice, std::move(lines));
}

}  // namespace

TEST_CASE("what an earlier program noted with VAT is taken apart into the same price again, to the cent")
{
    for (std::int64_t net = -300; net <= 100'000; ++net) {
        const auto price = today.charge_of(net);
        REQUIRE(schema_2::charge_of_total(price.total()) == price);
    }
}

TEST_CASE("an invoice gives back its lines in their order, and its sum is theirs")
{
    State                    state;
    std::vector<InvoiceLine> many;
    for (int years = 1; years <= 12; ++years) many.push_back(line(InvoiceItem::renewal, "d1", years, 850 * years));
    many.push_back(line(InvoiceItem::restoration, "d2", 1, 9'999));
    put(state, "F-000001", many);
    const auto lines = lines_of(state, InvoiceId{"F-000001"});
    REQUIRE(lines.size() == 13);
    for (int at = 0; at < 12; ++at) CHECK(lines[static_cast<std::size_t>(at)].years == at + 1);
    CHECK(lines[12].item == InvoiceItem::restoration);
    CHECK(lines[12].name == "d2");
    CHECK(sum_of(lines).net == base::Money{850 * 78 + 9'999});
    CHECK(sum_of(lines).total() == sum_of(lines).net + sum_of(lines).vat);
}

TEST_CASE("VAT is computed on the sum of each rate, and a line that stands alone keeps its own")
{
    // Three lines of 9.99 that an earlier program noted with VAT: 4.98 on 24.99 would be wrong.
    std::vector<InvoiceLine> lines(3, line(InvoiceItem::renewal, "d1", 1, 0));
    for (auto& one : lines) one.charge = schema_2::charge_of_total({999});
    CHECK(sum_of(lines).net == base::Money{2499});
    CHECK(sum_of(lines).vat == base::Money{500});
    CHECK(sum_of({lines.front()}).total() == base::Money{999});

    lines.push_back(line(InvoiceItem::renewal, "d2", 1, 0));
    lines.back().charge = {{1'000}, {85}, 85, VatCategory::standard};
    lines.push_back(lines.back());
    const auto rates = rates_of(lines);
    REQUIRE(rates.size() == 2);
    CHECK(rates[1].vat == base::Money{170});
    CHECK(total_of(rates) == sum_of(lines).total());
    CHECK(total_of(rates) == base::Money{2499 + 500 + 2'000 + 170});
}

TEST_CASE("the latest invoice of a service is found, and only of that service")
{
    State state;
    put(state, "F-000001", {line(InvoiceItem::renewal, "d1", 1, 850)});
    put(state, "F-000002", {line(InvoiceItem::renewal, "d10", 1, 850)});
    put(state, "F-000003", {line(InvoiceItem::renewal, "d1", 1, 850), line(InvoiceItem::renewal, "d1", 1, 850)});
    put(state, "F-000004", {line(InvoiceItem::renewal, "d2", 1, 850)});
    CHECK(latest_invoice(state, {"d1"})->id.value == "F-000003");
    CHECK(invoices_of(state, {"d1"}).size() == 2);
    CHECK_FALSE(latest_invoice(state, {"h1"}));
}

TEST_CASE("a new invoice never takes the number of one that was issued, whatever was imported or lost in between")
{
    State state;
    CHECK(next_number(state).value == "F-000001");
    put(state, "F-000002", {line(InvoiceItem::renewal, "d1", 1, 850)});
    CHECK(next_number(state).value == "F-000003");
    put(state, "F-000041", {line(InvoiceItem::renewal, "d1", 1, 850)});
    put(state, "A-900000", {line(InvoiceItem::renewal, "d1", 1, 850)});
    put(state, "F-junk", {line(InvoiceItem::renewal, "d1", 1, 850)});
    CHECK(next_number(state).value == "F-000042");
    state.invoices.erase({"F-000041"});
    CHECK(next_number(state).value == "F-000003");
    put(state, "F-1000000", {line(InvoiceItem::renewal, "d1", 1, 850)});
    CHECK(next_number(state).value == "F-1000001");
}

TEST_CASE("an invoice names its buyer as on its day: the company, or the person")
{
    Profile me;
    me.first_name = "Camille";
    me.last_name  = "Exemple";
    CHECK(party_of(me).name == "Camille Exemple");
    CHECK(party_of(me).contact.empty());
    me.company = "Atelier";
    CHECK(party_of(me).name == "Atelier");
    CHECK(party_of(me).contact == "Camille Exemple");
}
