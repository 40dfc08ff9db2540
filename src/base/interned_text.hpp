// A text that many rows have in common: an account, an owner. A table keeps each different
// one once, and a small number per row.
#pragma once
#include <compare>
#include <string>

namespace base {

struct InternedText {
    std::string value;

    bool empty() const { return value.empty(); }
    auto operator<=>(const InternedText&) const = default;
};

}  // namespace base
