// An identifier; the type parameter keeps identifiers of different things apart. Empty means "none".
#pragma once
#include <compare>
#include <string>

namespace base {

template <class Thing>
struct Id {
    std::string value;

    bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

}  // namespace base
