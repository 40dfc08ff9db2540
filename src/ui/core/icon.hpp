// One glyph of the icon font. The names are in ui/icons.hpp, generated from assets/icons.txt at build time.
#pragma once
#include <string_view>

namespace ui {

struct Icon {
    constexpr Icon() = default;
    constexpr Icon(const char* utf8) : glyph(utf8) {}
    constexpr Icon(std::string_view utf8) : glyph(utf8) {}

    constexpr bool   empty() const { return glyph.empty(); }
    std::string_view glyph;
};

}  // namespace ui
