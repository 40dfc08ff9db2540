// What draws the letters that the shipped fonts lack: in a browser its own text engine, which shapes every script with the
// fonts of the device. It is passed down as a value, since neither the kit nor the papers know the platform.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

// A text as pixels. Lengths are in pixels, counted from the text's origin: its left end, on the base line.
struct TextPicture {
    int         width = 0, height = 0;
    int         left = 0, up = 0;  // from the picture's upper left corner to the origin
    bool        coloured = false;  // an emoji; else the text takes the colour of the ink
    std::string rgba     = {};     // four bytes a pixel; white where it is not coloured
};

// The sizes are CSS pixels of an em. Without an engine both are null: such letters are then drawn as a question mark.
struct TextEngine {
    float (*width)(std::string_view words, float size, bool strong)                        = nullptr;
    TextPicture (*picture)(std::string_view words, float size, bool strong, float density) = nullptr;
};

}  // namespace base
