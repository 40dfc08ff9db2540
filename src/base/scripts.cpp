#include "base/scripts.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace base {
namespace {

enum : std::uint8_t {
    common,
    latin,
    greek,
    cyrillic,
    armenian,
    hebrew,
    arabic,
    thai,
    georgian,
    ethiopic,
    khmer,
    east_asian,
    of_india
};

struct Range {
    std::uint32_t first, last;
    std::uint8_t  script;
};

// In the order of the code points. Of India's scripts each block of 128 is one.
constexpr Range ranges[] = {
    {'-', '-', common},
    {'0', '9', common},
    {'A', 'Z', latin},
    {'a', 'z', latin},
    {0xb7, 0xb7, latin},
    {0xc0, 0xd6, latin},
    {0xd8, 0xf6, latin},
    {0xf8, 0x24f, latin},
    {0x300, 0x36f, common},
    {0x370, 0x3ff, greek},
    {0x400, 0x52f, cyrillic},
    {0x531, 0x587, armenian},
    {0x5d0, 0x5f2, hebrew},
    {0x620, 0x669, arabic},
    {0x66e, 0x6d3, arabic},
    {0x6d5, 0x6fc, arabic},
    {0x750, 0x77f, arabic},
    {0x900, 0xdff, of_india},
    {0xe01, 0xe59, thai},
    {0x10d0, 0x10ff, georgian},
    {0x1200, 0x135a, ethiopic},
    {0x1780, 0x17e9, khmer},
    {0x1e00, 0x1eff, latin},
    {0x1f00, 0x1fff, greek},
    {0x200c, 0x200d, common},
    {0x3005, 0x3007, east_asian},
    {0x3041, 0x3096, east_asian},
    {0x3099, 0x309e, east_asian},
    {0x30a1, 0x30fe, east_asian},
    {0x3105, 0x312f, east_asian},
    {0x3400, 0x4dbf, east_asian},
    {0x4e00, 0x9fff, east_asian},
    {0xac00, 0xd7a3, east_asian},
    {0x20000, 0x3134f, east_asian},
};

}  // namespace

std::optional<int> script_of(std::uint32_t point)
{
    const auto* after = std::ranges::upper_bound(ranges, point, {}, &Range::first);
    if (after == std::begin(ranges) || point > (after - 1)->last) return {};
    const int script = (after - 1)->script;
    return script == of_india ? of_india + static_cast<int>(point >> 7) : script;
}

bool is_of_one_script(std::string_view label)
{
    bool has_latin = false;
    int  other     = common;
    while (!label.empty()) {
        const auto script = script_of(take_sign(label).point);
        if (!script) return false;
        if (*script == latin) has_latin = true;
        else if (*script != common) {
            if (other != common && other != *script) return false;
            other = *script;
        }
    }
    return !has_latin || other == common || other == east_asian;
}

}  // namespace base
