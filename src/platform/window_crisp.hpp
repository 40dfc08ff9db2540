// Text that stays sharp at a fractional density (125 %, 110 %): ImGui puts glyphs on whole units of its own,
// which then fall between pixels of the device. Here they are moved onto them.
#pragma once
struct ImDrawData;

namespace platform {

// Moves each glyph by less than a pixel of the device. Does nothing at whole densities.
void put_text_on_pixels(ImDrawData&);

}  // namespace platform
