// A text that many rows share, such as an account or an owner. A table stores each distinct one once per page, and a
// small number per row.
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
