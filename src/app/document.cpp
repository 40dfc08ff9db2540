#include "app/document.hpp"

#include "base/enums.hpp"
#include "codec/pdf.hpp"

namespace app {
namespace {

using codec::Pdf;

constexpr float left = 56, right = Pdf::width - 56, last_line = Pdf::height - 150;
constexpr float years_end = 350, net_end = 430, rate_end = 482;
constexpr float soft = 0.35F, pale = 0.8F;

constexpr Pdf::Style plain{}, hint{.size = 9, .grey = soft}, strong{.bold = true};

Pdf::Style at_the_end(Pdf::Style style)
{
    style.align = Pdf::Align::right;
    return style;
}

void draw_head(Pdf& pdf, const papers::Document& paper)
{
    pdf.text(left, 72, paper.seller.name, {.size = 20, .bold = true});
    float y = 90;
    for (const auto& line : paper.seller.lines) {
        pdf.text(left, y, line, hint);
        y += 13;
    }
    pdf.text(right, 72, paper.title, at_the_end({.size = 16, .bold = true}));
    y = 90;
    for (const auto& line : paper.under_title) {
        pdf.text(right, y, line, at_the_end(hint));
        y += 13;
    }

    y = 146;
    pdf.text(left, y, paper.buyer_words, hint);
    const auto buyer_line = [&](std::string_view line) {
        y += 15;
        pdf.text(left, y, Pdf::fitted(line, right - left, plain.size), plain);
    };
    buyer_line(paper.buyer.name);
    for (const auto& line : paper.buyer.lines) buyer_line(line);
}

void draw_line(Pdf& pdf, float y, const papers::Line& line, Pdf::Style style)
{
    pdf.text(left, y, Pdf::fitted(line.what, years_end - left - 50, style.size), style);
    pdf.text(years_end, y, line.years, at_the_end(style));
    pdf.text(net_end, y, line.net, at_the_end(style));
    pdf.text(rate_end, y, line.rate, at_the_end(style));
    pdf.text(right, y, line.total, at_the_end(style));
}

void draw_heading(Pdf& pdf, float y, const papers::Line& heading)
{
    draw_line(pdf, y, heading, hint);
    pdf.line(left, right, y + 7, pale);
}

void draw_sums(Pdf& pdf, float y, const papers::Document& paper)
{
    pdf.line(left, right, y - 14, pale);
    for (const auto& sum : paper.sums) {
        const auto style = at_the_end(sum.is_last ? strong : plain);
        pdf.text(rate_end, y, sum.words, style);
        pdf.text(right, y, sum.amount, style);
        y += 17;
    }
}

}  // namespace

std::string pdf_of(const papers::Document& paper)
{
    Pdf pdf;
    pdf.page();
    draw_head(pdf, paper);
    float y = 262;
    draw_heading(pdf, y, paper.heading);
    for (const auto& line : paper.lines) {
        y += 22;
        if (y > last_line) {
            pdf.page();
            y = 72;
            draw_heading(pdf, y, paper.heading);
            y += 22;
        }
        draw_line(pdf, y, line, plain);
    }
    draw_sums(pdf, y + 38, paper);
    pdf.text(left, Pdf::height - 56, paper.footer, hint);
    return pdf.finish(paper.title, base::name_of(paper.language));
}

}  // namespace app
