#include "codec/opentype.hpp"

#include <algorithm>

namespace codec {
namespace {

// Numbers are big-endian; beyond the end they are 0.
unsigned short_at(std::string_view bytes, std::size_t at)
{
    if (at + 2 > bytes.size()) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8 |
           static_cast<unsigned char>(bytes[at + 1]);
}
std::size_t long_at(std::string_view bytes, std::size_t at)
{
    return std::size_t{short_at(bytes, at)} << 16 | short_at(bytes, at + 2);
}

std::string_view table(std::string_view file, std::string_view tag)
{
    const unsigned count = short_at(file, 4);
    for (std::size_t entry = 12; entry < 12 + 16 * std::size_t{count} && entry + 16 <= file.size(); entry += 16)
        if (file.substr(entry, 4) == tag)
            return file.substr(std::min(long_at(file, entry + 8), file.size()), long_at(file, entry + 12));
    return {};
}

}  // namespace

OpenType::OpenType(std::string_view file)
    : outlines_(table(file, "CFF ")),
      widths_(table(file, "hmtx")),
      units_(std::max(1U, short_at(table(file, "head"), 18))),
      long_widths_(short_at(table(file, "hhea"), 34))
{
    const auto codes = table(file, "cmap");
    for (std::size_t at = 4; at + 8 <= codes.size() && codes_.empty(); at += 8) {
        const auto encoding = codes.substr(std::min(long_at(codes, at + 4), codes.size()));
        if (short_at(encoding, 0) == 4) codes_ = encoding;  // segments of the Unicode plane 0
    }
}

std::uint16_t OpenType::glyph(std::uint32_t point) const
{
    const std::size_t twice = short_at(codes_, 6);  // the number of segments
    const std::size_t ends = 14, begins = ends + twice + 2, deltas = begins + twice, offsets = deltas + twice;
    for (std::size_t at = 0; at < twice; at += 2) {
        if (point > short_at(codes_, ends + at)) continue;
        const unsigned begin = short_at(codes_, begins + at), offset = short_at(codes_, offsets + at);
        if (point < begin) return 0;
        const auto found = offset == 0 ? point
                                       : short_at(codes_, offsets + at + offset + 2 * std::size_t{point - begin});
        return found == 0 ? 0 : static_cast<std::uint16_t>(found + short_at(codes_, deltas + at));
    }
    return 0;
}

int OpenType::width(std::uint16_t glyph) const
{
    if (long_widths_ == 0) return 0;
    const auto at = std::size_t{4} * std::min<unsigned>(glyph, long_widths_ - 1);
    return static_cast<int>(short_at(widths_, at) * 1000 / units_);
}

}  // namespace codec
