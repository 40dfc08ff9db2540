// Implements the text engine with web/lettering.js.
#include "platform/lettering.hpp"
#include "platform/web/bridge.hpp"

#include <array>

namespace platform {
namespace {

float width(std::string_view words, float size, bool strong)
{
    return static_cast<float>(web::js_text_width(words.data(), words.size(), size, strong));
}

base::TextPicture picture(std::string_view words, float size, bool strong, float density)
{
    std::array<std::int32_t, 5> facts{};
    auto* pixels = web::js_text_picture(words.data(), words.size(), size, strong, density, facts.data());
    if (!pixels) return {};
    return {.width    = facts[0],
            .height   = facts[1],
            .left     = facts[2],
            .up       = facts[3],
            .coloured = facts[4] != 0,
            .rgba     = web::take(reinterpret_cast<char*>(pixels), std::size_t{4} * facts[0] * facts[1])};
}

}  // namespace

base::TextEngine text_engine() { return {width, picture}; }

}  // namespace platform
