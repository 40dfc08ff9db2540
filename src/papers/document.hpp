// A paper in words: what it says in one language, without a screen and without places on a page. Whoever shows, prints or
// sends it decides how it looks.
#pragma once
#include "base/texts.hpp"

#include <string>
#include <vector>

namespace papers {

// Somebody with a name, then address and numbers, a line each.
struct Party {
    std::string              name;
    std::vector<std::string> lines;
};

// A row of a paper's table, and its heading.
struct Line {
    std::string what;  // what was bought, or its heading, and so on
    std::string years;
    std::string net;
    std::string rate;  // of VAT
    std::string total;
};

struct Sum {
    std::string words, amount;
    bool        is_last = false;  // what is to be paid, or was
};

struct Document {
    base::Language           language = base::Language::fr;
    std::string              file_name;    // with its ending: "facture-F-000042.pdf"
    std::string              title;        // "Facture F-000042"
    std::vector<std::string> under_title;  // when it was issued, how it was paid
    Party                    seller;
    std::string              buyer_words;  // what stands above the buyer
    Party                    buyer;
    Line                     heading;
    std::vector<Line>        lines;
    std::vector<Sum>         sums;
    std::string              footer;
};

}  // namespace papers
