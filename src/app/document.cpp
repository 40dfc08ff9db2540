#include "app/document.hpp"

#include "base/enums.hpp"
#include "codec/pdf.hpp"

#include <algorithm>

namespace app {
namespace {

using codec::Pdf;

constexpr float left = 56, right = Pdf::width - 56, last_line = Pdf::height - 84;
constexpr float years_end = 350, net_end = 430, rate_end = 482;
constexpr float title_width = 180, what_width = years_end - left - 50;
constexpr float soft = 0.35F, pale = 0.8F;

constexpr Pdf::Style plain{}, hint{.size = 9, .grey = soft}, strong{.bold = true};

Pdf::Style at_the_end(Pdf::Style style)
{
    style.align = Pdf::Align::right;
    return style;
}

// Draws words in as many lines as they need, the first on the base line `y`. Returns the base line of what follows.
float draw_words(Pdf& pdf, float x, float y, std::string_view words, float width, float leading, Pdf::Style style)
{
    for (const auto line : pdf.lines(words, width, style)) {
        pdf.text(x, y, line, style);
        y += leading;
    }
    return y;
}

float draw_title(Pdf& pdf, const papers::Document& paper)
{
    float y = draw_words(pdf, right, 72, paper.title, title_width, 18, at_the_end({.size = 16, .bold = true}));
    for (const auto& line : paper.under_title) y = draw_words(pdf, right, y, line, title_width, 13, at_the_end(hint));
    return y;
}

// Returns the base line of the table's heading.
float draw_head(Pdf& pdf, const papers::Document& paper)
{
    const float width = right - title_width - 20 - left;
    float       y     = draw_words(pdf, left, 72, paper.seller.name, width, 22, {.size = 20, .bold = true});
    for (const auto& line : paper.seller.lines) y = draw_words(pdf, left, y, line, width, 13, hint);
    y = std::max({y + 30, draw_title(pdf, paper) + 30, 146.0F});
    pdf.text(left, y, paper.buyer_words, hint);
    y = draw_words(pdf, left, y + 15, paper.buyer.name, right - left, 15, plain);
    for (const auto& line : paper.buyer.lines) y = draw_words(pdf, left, y, line, right - left, 15, plain);
    return std::max(y + 30, 262.0F);
}

// Returns the base line of what the line ends with.
float draw_line(Pdf& pdf, float y, const papers::Line& line, Pdf::Style style)
{
    pdf.text(years_end, y, line.years, at_the_end(style));
    pdf.text(net_end, y, line.net, at_the_end(style));
    pdf.text(rate_end, y, line.rate, at_the_end(style));
    pdf.text(right, y, line.total, at_the_end(style));
    return draw_words(pdf, left, y, line.what, what_width, 13, style) - 13;
}

float draw_heading(Pdf& pdf, float y, const papers::Line& heading)
{
    y = draw_line(pdf, y, heading, hint);
    pdf.line(left, right, y + 7, pale);
    return y;
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

std::string pdf_of(const papers::Document& paper, const PaperFonts& fonts)
{
    Pdf pdf(fonts.regular, fonts.bold, fonts.engine);
    pdf.page();
    float      y    = draw_heading(pdf, draw_head(pdf, paper), paper.heading);
    const auto room = [&](float height) {
        if (y + height <= last_line) return;
        pdf.page();
        y = draw_heading(pdf, 72, paper.heading);
    };
    for (const auto& line : paper.lines) {
        const auto more = static_cast<float>(pdf.lines(line.what, what_width, plain).size()) - 1;
        room(22 + 13 * more);
        y = draw_line(pdf, y + 22, line, plain);
    }
    room(38 + 17 * static_cast<float>(paper.sums.size()));
    draw_sums(pdf, y + 38, paper);
    draw_words(pdf, left, Pdf::height - 56, paper.footer, right - left, 11, hint);
    return pdf.finish(paper.title, base::name_of(paper.language));
}

}  // namespace app
