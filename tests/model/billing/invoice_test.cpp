// Invoices: their lines, their sums, and the way back from what was paid.
#include "model/account.hpp"
#include "model/billing/invoice.hpp"

using namespace account;

TEST_CASE("what was paid with VAT is taken apart into the same price again, to the cent")
{
    for (std::int64_t net = -300; net <= 100'000; ++net) {
        const auto price = price_of_net({net});
        REQUIRE(price_of_total(price.total) == price);
    }
}

TEST_CASE("an invoice gives back its lines, and its sum is theirs")
{
    Invoice invoice;
    add_line(invoice, {InvoiceItem::renewal, {"d1"}, "example-one.fr", 2, price_of_net({1'700})});
    add_line(invoice, {InvoiceItem::restoration, {"d2"}, "example-two.com", 1, price_of_net({9'999})});
    const auto lines = lines_of(invoice);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].years == 2);
    CHECK(lines[1].item == InvoiceItem::restoration);
    CHECK(lines[1].name == "example-two.com");
    CHECK(sum_of(lines).net == base::Money{11'699});
    CHECK(sum_of(lines).net + sum_of(lines).vat == sum_of(lines).total);
}

TEST_CASE("an invoice that an import left damaged has the lines that can be read")
{
    Invoice invoice;
    add_line(invoice, {InvoiceItem::renewal, {"d1"}, "example-one.fr", 1, price_of_net({850})});
    add_line(invoice, {InvoiceItem::renewal, {"d2"}, "example-two.com", 1, price_of_net({850})});
    invoice.items[0] = "bribe";
    CHECK(lines_of(invoice).size() == 1);
    invoice.cents.pop_back();
    CHECK(lines_of(invoice).empty());
}

TEST_CASE("the latest invoice of a service is found, and only of that service")
{
    auto       state = small();
    const auto put   = [&](const char* id, const char* service) {
        Invoice invoice;
        invoice.id = {id};
        add_line(invoice, {InvoiceItem::renewal, {service}, service, 1, price_of_net({850})});
        state.invoices.put(invoice);
    };
    put("F-000001", "d1");
    put("F-000002", "d10");
    put("F-000003", "d1");
    put("F-000004", "d2");
    CHECK(latest_invoice(state, {"d1"})->id.value == "F-000003");
    CHECK(invoices_of(state, {"d1"}).size() == 2);
    CHECK_FALSE(latest_invoice(state, {"h1"}));
}
