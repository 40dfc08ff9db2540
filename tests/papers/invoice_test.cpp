// The texts of invoices.
#include "model/account.hpp"
#include "papers/invoice.hpp"

using namespace account;
using base::Language;

namespace {

InvoiceLine line(InvoiceItem item, const char* name, std::int32_t years, std::int64_t net)
{
    InvoiceLine line;
    line.item   = item;
    line.name   = name;
    line.years  = years;
    line.charge = model::Day({}, demo::catalogue()).charge_of(net);
    return line;
}

papers::Document paper_in(Language language)
{
    State   state;
    Invoice invoice;
    invoice.id        = {"F-000042"};
    invoice.issued_at = base::paris_midnight(base::date(2026, 12, 1));
    invoice.seller    = demo::catalogue().seller;
    invoice.buyer     = {.name        = "Camille Moreau",
                         .address     = "12 rue des Lilas",
                         .postal_code = "75011",
                         .city        = "Paris",
                         .country     = "BE"};
    issue(state, invoice,
          {line(InvoiceItem::renewal, "café.fr", 2, 123'400), line(InvoiceItem::transfer, "example.com", 1, 850)});
    return papers::invoice_document(state, invoice, language);
}

std::string in_one_line(const papers::Line& line)
{
    return line.what + " | " + line.years + " | " + line.net + " | " + line.rate + " | " + line.total;
}

}  // namespace

TEST_CASE("an invoice is a paper in French, with French numbers and no place where a line may break badly")
{
    const auto paper = paper_in(Language::fr);
    CHECK(paper.title == "Facture F-000042");
    CHECK(paper.file_name == "facture-F-000042.pdf");
    CHECK(paper.under_title == std::vector<std::string>{"Émise le 1er\u00a0décembre\u00a02026", "Payée par carte"});
    CHECK(paper.seller.name == "Hébergeur de démonstration");
    CHECK(paper.seller.lines.size() == 2);
    CHECK(paper.buyer_words == "Client");
    CHECK(paper.buyer.name == "Camille Moreau");
    CHECK(paper.buyer.lines == std::vector<std::string>{"12 rue des Lilas", "75011 Paris", "BE"});
    CHECK(in_one_line(paper.heading) == "Désignation | Années | Prix HT | TVA | Prix TTC");
    REQUIRE(paper.lines.size() == 2);
    CHECK(in_one_line(paper.lines[0]) ==
          "Renouvellement de café.fr | 2 | 1\u202f234,00\u00a0€ | 20\u00a0% | 1\u202f480,80\u00a0€");
    CHECK(in_one_line(paper.lines[1]) ==
          "Transfert de example.com, un an compris | 1 | 8,50\u00a0€ | 20\u00a0% | 10,20\u00a0€");
    REQUIRE(paper.sums.size() == 3);
    CHECK(paper.sums[0].words + " " + paper.sums[0].amount == "Total HT 1\u202f242,50\u00a0€");
    CHECK(paper.sums[1].words + " " + paper.sums[1].amount == "TVA à 20\u00a0% 248,50\u00a0€");
    CHECK(paper.sums[2].words + " " + paper.sums[2].amount == "Total TTC 1\u202f491,00\u00a0€");
    CHECK(paper.sums[2].is_last);
    CHECK(paper.footer == "Document de démonstration\u00a0: le vendeur est fictif et rien n’a été facturé.");
}

TEST_CASE("an invoice says the rates and the seller of its day, whatever is charged and whoever sells today")
{
    State   state;
    Invoice invoice;
    invoice.id      = {"F-000001"};
    invoice.seller  = {.name       = "Ancien Nom SARL",
                       .address    = "3 rue d’Avant",
                       .city       = "Nantes",
                       .siren      = "123456782",
                       .vat_number = "FR11123456782"};
    auto overseas   = line(InvoiceItem::renewal, "reunion.fr", 1, 10'000);
    overseas.charge = {{10'000}, {850}, 85, VatCategory::standard};
    auto abroad     = line(InvoiceItem::renewal, "abroad.com", 1, 10'000);
    abroad.charge   = {{10'000}, {}, 0, VatCategory::reverse_charge};
    issue(state, invoice, {overseas, line(InvoiceItem::renewal, "lille.fr", 1, 1'000), overseas, abroad});
    const auto paper = papers::invoice_document(state, invoice, Language::fr);
    CHECK(paper.seller.name == "Ancien Nom SARL");
    CHECK(paper.seller.lines ==
          std::vector<std::string>{"3 rue d’Avant, Nantes", "Société fictive · SIREN 123456782 · TVA FR11123456782"});
    CHECK(paper.lines[0].rate == "8,5\u00a0%");
    CHECK(paper.lines[1].rate == "20\u00a0%");
    REQUIRE(paper.sums.size() == 5);
    CHECK(paper.sums[1].words + " " + paper.sums[1].amount == "TVA à 8,5\u00a0% 17,00\u00a0€");
    CHECK(paper.sums[2].words + " " + paper.sums[2].amount == "TVA à 20\u00a0% 2,00\u00a0€");
    CHECK(paper.sums[3].words + " " + paper.sums[3].amount == "TVA à 0\u00a0% 0,00\u00a0€");
    CHECK(paper.sums[4].amount == "329,00\u00a0€");
}

TEST_CASE("the same invoice is a paper in English")
{
    const auto paper = paper_in(Language::en);
    CHECK(paper.language == Language::en);
    CHECK(paper.title == "Invoice F-000042");
    CHECK(paper.file_name == "invoice-F-000042.pdf");
    CHECK(paper.under_title.front() == "Issued on 1\u00a0December\u00a02026");
    REQUIRE(paper.lines.size() == 2);
    CHECK(in_one_line(paper.lines[0]) == "Renewal of café.fr | 2 | €1,234.00 | 20% | €1,480.80");
    CHECK(paper.sums[2].words + " " + paper.sums[2].amount == "Total incl. VAT €1,491.00");
}

TEST_CASE("an invoice that an import left without a buyer or lines is still a paper")
{
    const auto paper = papers::invoice_document({}, {}, Language::fr);
    CHECK(paper.buyer.name.empty());
    CHECK(paper.lines.empty());
    CHECK(paper.sums[2].amount == "0,00\u00a0€");
}
