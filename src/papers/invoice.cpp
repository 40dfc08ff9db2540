#include "papers/invoice.hpp"

#include "base/format.hpp"
#include "base/text.hpp"
#include "model/find.hpp"

#include <algorithm>
#include <utility>

namespace papers {
namespace {

base::TextKey words_of(model::InvoiceItem item)
{
    switch (item) {
    case model::InvoiceItem::renewal:     return "invoice.renewal";
    case model::InvoiceItem::restoration: return "invoice.restoration";
    case model::InvoiceItem::transfer:    return "invoice.transfer";
    }
    return {};
}

// The lines of an address; the country only if it is not the seller's.
Party buyer_of(const model::Party& party, const std::string& sellers_country)
{
    Party      buyer;
    const auto add = [&](const std::string& line) {
        if (line.empty()) return;
        if (buyer.name.empty()) buyer.name = line;
        else buyer.lines.push_back(line);
    };
    add(party.name);
    add(party.contact);
    add(party.address);
    add(party.postal_code + (party.postal_code.empty() || party.city.empty() ? "" : " ") + party.city);
    if (party.country != sellers_country) add(party.country);
    return buyer;
}

// The seller's address in one line, its numbers in another.
std::vector<std::string> lines_of(const model::Party& seller, base::Language language)
{
    std::vector<std::string> address;
    for (const auto& part : {seller.address, seller.postal_code + " " + seller.city})
        if (const auto words = base::trimmed(part); !words.empty()) address.emplace_back(words);
    return {base::joined(address), base::say(language, "invoice.seller_numbers", {seller.siren, seller.vat_number})};
}

Line line_of(const model::InvoiceLine& line, base::Language language)
{
    return {.what  = base::say(language, words_of(line.item), {line.name}),
            .years = base::count(language, line.years),
            .net   = base::money(language, line.charge.net),
            .rate  = base::percent(language, line.charge.vat_per_mille),
            .total = base::money(language, line.charge.total())};
}

}  // namespace

Document invoice_document(const model::State& state, const model::Invoice& invoice, base::Language language)
{
    const auto say = [&](base::TextKey key) { return base::say(language, key); };
    const auto day = base::paris_day(invoice.issued_at);

    Document paper;
    paper.language    = language;
    paper.file_name   = base::say(language, "invoice.file", {invoice.id.value});
    paper.title       = base::say(language, "invoice.title", {invoice.id.value});
    paper.under_title = {base::say(language, "invoice.issued", {base::long_date(language, day)}), say("invoice.paid")};
    paper.seller      = {invoice.seller.name, lines_of(invoice.seller, language)};
    paper.buyer_words = say("invoice.buyer");
    paper.buyer       = buyer_of(invoice.buyer, invoice.seller.country);
    paper.heading     = {say("invoice.what"), say("invoice.years"), say("invoice.net"), say("invoice.rate"),
                         say("invoice.total")};

    const auto lines = model::lines_of(state, invoice.id);
    for (const auto& line : lines) paper.lines.push_back(line_of(line, language));
    const auto sum = model::sum_of(lines);
    paper.sums     = {{say("invoice.sum_net"), base::money(language, sum.net)}};
    auto rates     = model::rates_of(lines);
    if (rates.empty()) rates.emplace_back();
    for (const auto& rate : rates)
        paper.sums.push_back({base::say(language, "invoice.sum_vat", {base::percent(language, rate.vat_per_mille)}),
                              base::money(language, rate.vat)});
    paper.sums.push_back({say("invoice.sum_total"), base::money(language, sum.total()), true});
    paper.footer = say("invoice.demo");
    return paper;
}

}  // namespace papers
