// What a PDF file needs of an OpenType font with PostScript outlines (CFF). Format: ISO/IEC 14496-22; the fonts are ours.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace codec {

class OpenType {
public:
    explicit OpenType(std::string_view file);

    std::uint16_t    glyph(std::uint32_t point) const;  // 0: the font does not have it
    int              width(std::uint16_t glyph) const;  // in thousandths of an em
    std::string_view outlines() const { return outlines_; }

private:
    std::string_view outlines_, widths_, codes_;
    unsigned         units_ = 1000, long_widths_ = 0;  // of an em; glyphs that have a width of their own
};

}  // namespace codec
