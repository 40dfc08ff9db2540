// The words by which files name the values of an enumeration. To take part, an enumeration declares beside it
//     constexpr std::array<std::string_view, 2> enum_names(Kind) { return {"hosting", "domain"}; }
// with the words in the order of its values, which count from 0.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace base {

template <class Enum>
inline constexpr auto names_of = enum_names(Enum{});

template <class Enum>
constexpr std::string_view name_of(Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < names_of<Enum>.size() ? names_of<Enum>[index] : std::string_view{};
}

template <class Enum>
constexpr std::optional<Enum> find_enum(std::string_view name)
{
    for (std::size_t index = 0; index < names_of<Enum>.size(); ++index)
        if (names_of<Enum>[index] == name) return static_cast<Enum>(index);
    return std::nullopt;
}

}  // namespace base
