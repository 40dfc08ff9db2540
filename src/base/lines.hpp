// Breaks text into lines, and cuts what does not fit: on screen and on paper by the same rules.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

// Says how wide a text is in some font.
class Ruler {
public:
    virtual float width(std::string_view words) const = 0;

protected:
    ~Ruler() = default;
};

enum class Breaks : std::uint8_t {
    names,  // at blanks; a name that is longer than a line after one of . - @ / _, and within a part of it only if it must
    field,  // as the page's own text fields: at blanks and hyphens, else anywhere
};

// Lines of at most that width, as views into `words`; never none. Blanks at the end of a line are left out.
std::vector<std::string_view> lines_of(std::string_view words, float width, const Ruler& ruler,
                                       Breaks breaks = Breaks::names);

// The beginning and the end of a text that together take at most `width`. A name is cut in the middle, since many names
// differ at their end only; a sentence has no end.
struct Cut {
    std::string_view head, tail;
};
Cut cut(std::string_view words, float width, const Ruler& ruler);

}  // namespace base
