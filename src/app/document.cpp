#include "app/document.hpp"

#include "base/enums.hpp"
#include "base/instant.hpp"
#include "codec/pdf.hpp"
#include "model/find.hpp"
#include "ui/core/text.hpp"
#include "ui/format.hpp"

#include <array>

namespace app {
namespace {

using codec::Pdf;

constexpr float left = 56, right = Pdf::width - 56, last_line = Pdf::height - 150;
constexpr float years_end = 350, net_end = 430, vat_end = 482;
constexpr float soft = 0.35F, pale = 0.8F;

constexpr Pdf::Style plain{}, hint{.size = 9, .grey = soft}, strong{.bold = true};

Pdf::Style at_the_end(Pdf::Style style)
{
    style.align = Pdf::Align::right;
    return style;
}

base::TextKey words_of(model::InvoiceItem item)
{
    switch (item) {
    case model::InvoiceItem::renewal:     return "invoice.renewal";
    case model::InvoiceItem::restoration: return "invoice.restoration";
    case model::InvoiceItem::transfer:    return "invoice.transfer";
    }
    return {};
}

// As an address is written; the country where it is not the seller's.
std::vector<std::string> lines_of(const model::Party& party)
{
    std::vector<std::string> lines;
    const auto               add = [&](const std::string& line) {
        if (!line.empty()) lines.push_back(line);
    };
    add(party.name);
    add(party.contact);
    add(party.address);
    add(party.postal_code + (party.postal_code.empty() || party.city.empty() ? "" : " ") + party.city);
    if (party.country != "FR") add(party.country);
    return lines;
}

void draw_head(Pdf& pdf, const model::Invoice& invoice)
{
    pdf.text(left, 72, "Guichet", {.size = 20, .bold = true});
    float y = 90;
    for (const auto key : {base::TextKey("invoice.seller_address"), base::TextKey("invoice.seller_numbers")}) {
        pdf.text(left, y, ui::say(key), hint);
        y += 13;
    }
    pdf.text(right, 72, ui::say("invoice.title", {invoice.id.value}), at_the_end({.size = 16, .bold = true}));
    pdf.text(right, 90, ui::say("invoice.issued", {ui::long_date(base::paris_day(invoice.issued_at))}),
             at_the_end(hint));
    pdf.text(right, 103, ui::say("invoice.paid"), at_the_end(hint));

    y = 146;
    pdf.text(left, y, ui::say("invoice.buyer"), hint);
    for (const auto& line : lines_of(invoice.buyer)) {
        y += 15;
        pdf.text(left, y, Pdf::fitted(line, right - left, plain.size), plain);
    }
}

void draw_titles(Pdf& pdf, float y)
{
    pdf.text(left, y, ui::say("invoice.what"), hint);
    pdf.text(years_end, y, ui::say("invoice.years"), at_the_end(hint));
    pdf.text(net_end, y, ui::say("invoice.net"), at_the_end(hint));
    pdf.text(vat_end, y, ui::say("invoice.rate"), at_the_end(hint));
    pdf.text(right, y, ui::say("invoice.total"), at_the_end(hint));
    pdf.line(left, right, y + 7, pale);
}

void draw_line(Pdf& pdf, float y, const model::InvoiceLine& line)
{
    const auto what = ui::say(words_of(line.item), {line.name});
    pdf.text(left, y, Pdf::fitted(what, years_end - left - 50, plain.size), plain);
    pdf.text(years_end, y, ui::count(line.years), at_the_end(plain));
    pdf.text(net_end, y, ui::money(line.charge.net), at_the_end(plain));
    pdf.text(vat_end, y, ui::say("invoice.vat_rate"), at_the_end(plain));
    pdf.text(right, y, ui::money(line.charge.total()), at_the_end(plain));
}

void draw_sum(Pdf& pdf, float y, const model::Charge& sum)
{
    struct Part {
        base::TextKey words;
        base::Money   amount;
        Pdf::Style    style;
    };
    pdf.line(left, right, y - 14, pale);
    for (const auto& part : std::array{Part{"invoice.sum_net", sum.net, plain}, Part{"invoice.sum_vat", sum.vat, plain},
                                       Part{"invoice.sum_total", sum.total(), strong}}) {
        pdf.text(vat_end, y, ui::say(part.words), at_the_end(part.style));
        pdf.text(right, y, ui::money(part.amount), at_the_end(part.style));
        y += 17;
    }
}

}  // namespace

Document invoice_document(const model::State& state, const model::Invoice& invoice, base::Language language)
{
    const auto lines = model::lines_of(state, invoice.id);
    Pdf        pdf;
    pdf.page();
    draw_head(pdf, invoice);
    float y = 262;
    draw_titles(pdf, y);
    for (const auto& line : lines) {
        y += 22;
        if (y > last_line) {
            pdf.page();
            y = 72;
            draw_titles(pdf, y);
            y += 22;
        }
        draw_line(pdf, y, line);
    }
    draw_sum(pdf, y + 38, model::sum_of(lines));
    pdf.text(left, Pdf::height - 56, ui::say("invoice.demo"), hint);

    const auto title = ui::say("invoice.title", {invoice.id.value});
    return {ui::say("invoice.file", {invoice.id.value}), pdf.finish(title, base::name_of(language))};
}

}  // namespace app
