// Members of a JSON object that this program does not know: it keeps them and writes them back.
#pragma once
#include <compare>
#include <string>

namespace base {

struct Unknown {
    std::string json;  // empty, or one JSON object without blanks: {"colour":"red","size":[1,2]}

    bool empty() const { return json.empty(); }
    auto operator<=>(const Unknown&) const = default;
};

}  // namespace base
