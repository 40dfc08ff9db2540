// Going to a name by its first letters, in menus and lists of choices: letters typed in quick succession are the beginning
// of a name; one letter pressed again and again goes round the names that begin with it.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ui {

struct TypeAhead {
    std::string typed    = {};
    double      typed_at = 0;  // ImGui's time

    // The index that the letter leads to from `from` (below 0: from none); below 0 if no name begins so.
    std::ptrdiff_t next(std::string_view letter, std::span<const std::string_view> names, std::ptrdiff_t from);
};

}  // namespace ui
