// A document of text and lines as a PDF file: A4, in Helvetica, which every reader has, so that no font travels along.
// Format: ISO 32000-1; the widths of the letters are those of Adobe's metrics of the 14 standard fonts.
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
        Align align = Align::left;  // `x` is where the text begins, or ends
    };

    void page();                                                      // begins the next one; the first call the first
    void text(float x, float y, std::string_view utf8, Style style);  // `y`: of the base line
    void line(float x_from, float x_to, float y, float grey);

    // The text as it can be written, not bold, cut with an ellipsis where it is wider than that. Letters that Helvetica has not
    // (WinAnsi) become a question mark.
    static std::string fitted(std::string_view utf8, float most_width, float size);

    // The whole file. `language`: "fr"; `title`: what readers show for it.
    std::string finish(std::string_view title, std::string_view language) const;

private:
    std::vector<std::string> pages_;  // what each draws
};

}  // namespace codec
