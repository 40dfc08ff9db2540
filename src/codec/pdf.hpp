// A document of text and lines as a PDF file: A4, in the shipped Inter, which is embedded, so that it looks the same
// everywhere. What Inter lacks is drawn by the text engine as a picture of 600 dots an inch, under an invisible letter that stands
// for its text, so that it is found and copied. Format: ISO 32000-1.
#pragma once
#include "base/lines.hpp"
#include "base/text_engine.hpp"
#include "codec/opentype.hpp"

#include <array>
#include <cstdint>
#include <map>
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

    // The bytes of the font files must outlive the document. Without an engine, what they lack is a question mark.
    Pdf(std::string_view regular, std::string_view bold, base::TextEngine engine);

    void page();                                                      // begins the first page, then the next one
    void text(float x, float y, std::string_view utf8, Style style);  // `y` is the base line
    void line(float x_from, float x_to, float y, float grey);

    float                         width_of(std::string_view utf8, Style style) const;
    std::vector<std::string_view> lines(std::string_view utf8, float most_width, Style style) const;

    // The whole file. `language` is a code such as "fr"; viewers show the `title`.
    std::string finish(std::string_view title, std::string_view language) const;

private:
    struct Used {
        int         width = 0;  // in thousandths of an em
        std::string text;
    };
    struct Font {
        explicit Font(std::string_view file) : file(file) {}
        OpenType                      file;
        std::map<std::uint16_t, Used> used = {};  // by the number of the glyph
    };
    float draw_letters(float x, float y, std::string_view words, Style style);
    float draw_picture(float x, float y, std::string_view words, Style style);

    std::array<Font, 2>      fonts_;  // regular, bold
    base::TextEngine         engine_;
    std::vector<std::string> pictures_;  // the body of each object
    std::vector<std::string> pages_;     // the drawing operators of each page
};

}  // namespace codec
