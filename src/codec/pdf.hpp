// A document of text and lines as a PDF file: A4, in Helvetica, which every viewer has, so that no font is embedded.
// Format: ISO 32000-1; the character widths are those of Adobe's metrics of the 14 standard fonts.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codec {

// Lengths are points (1/72 inch), counted from the upper left corner.
class Pdf {
public:
    static constexpr float width = 595, height = 842;

    enum class Align : std::uint8_t { left, right };
    struct Style {
        float size  = 10;
        bool  bold  = false;
        float grey  = 0;            // 0 black, 1 white
        Align align = Align::left;  // whether the text begins or ends at `x`
    };

    void page();                                                      // begins the first page, then the next one
    void text(float x, float y, std::string_view utf8, Style style);  // `y` is the base line
    void line(float x_from, float x_to, float y, float grey);

    // The text in regular weight, cut with an ellipsis if it is wider than `most_width`. Characters that Helvetica does
    // not have (beyond WinAnsi) count as, and are drawn as, a question mark.
    static std::string fitted(std::string_view utf8, float most_width, float size);

    // The whole file. `language` is a code such as "fr"; viewers show the `title`.
    std::string finish(std::string_view title, std::string_view language) const;

private:
    std::vector<std::string> pages_;  // the drawing operators of each page
};

}  // namespace codec
