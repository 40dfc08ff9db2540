#include "ui/core/type_ahead.hpp"

#include "base/text.hpp"

#include <imgui.h>

namespace ui {
namespace {

constexpr double succession_s = 1;

}  // namespace

std::ptrdiff_t TypeAhead::next(std::string_view letter, std::span<const std::string_view> names, std::ptrdiff_t from)
{
    const auto folded = base::fold(letter);
    if (ImGui::GetTime() - typed_at > succession_s) typed.clear();
    typed_at = ImGui::GetTime();
    // The same letter again is not the beginning of a longer name.
    const bool another = !typed.empty() && typed != folded;
    if (another) typed += folded;
    else typed = folded;
    const auto size = static_cast<std::ptrdiff_t>(names.size());
    for (std::ptrdiff_t step = another && from >= 0 ? 0 : 1; step <= size; ++step) {
        const auto at = (from + step) % size;
        if (base::fold(names[static_cast<std::size_t>(at)]).starts_with(typed)) return at;
    }
    return -1;
}

}  // namespace ui
