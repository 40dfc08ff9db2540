// Lays out a document as a PDF file.
#pragma once
#include "base/text_engine.hpp"
#include "papers/document.hpp"

#include <string>
#include <string_view>

namespace app {

// The bytes of the font files, and what draws the letters that they lack.
struct PaperFonts {
    std::string_view regular, bold;
    base::TextEngine engine;
};

// The bytes of a PDF file, A4. Whatever is too long for its place is broken into lines; nothing is cut.
std::string pdf_of(const papers::Document&, const PaperFonts&);

}  // namespace app
