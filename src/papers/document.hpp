// A document as text in one language, without layout. Its layout is up to the code that shows, prints or sends it.
#pragma once
#include "base/texts.hpp"

#include <string>
#include <vector>

namespace papers {

// A name, followed by the lines of address and numbers.
struct Party {
    std::string              name;
    std::vector<std::string> lines;
};

// A row of the document's table, or its heading.
struct Line {
    std::string what;  // what was bought, or the heading of that column
    std::string years;
    std::string net;
    std::string rate;  // VAT rate
    std::string total;
};

struct Sum {
    std::string words, amount;
    bool        is_last = false;  // the amount that is to be paid, or was
};

struct Document {
    base::Language           language = base::Language::fr;
    std::string              file_name;    // with extension: "facture-F-000042.pdf"
    std::string              title;        // "Facture F-000042"
    std::vector<std::string> under_title;  // date of issue, way of payment
    Party                    seller;
    std::string              buyer_words;  // the label above the buyer
    Party                    buyer;
    Line                     heading;
    std::vector<Line>        lines;
    std::vector<Sum>         sums;
    std::string              footer;
};

}  // namespace papers
