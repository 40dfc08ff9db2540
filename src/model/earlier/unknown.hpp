// Members that an earlier program did not know and kept, when their names have got a meaning since.
#pragma once
#include "base/shape.hpp"
#include "base/unknown.hpp"

#include <functional>
#include <string_view>

namespace model {

// The same members, those under a name that is taken today renamed: "detail" becomes "earlier_detail". They are nothing
// that today's program could read, and must not be taken for it once they are written.
base::Unknown beside(base::Unknown, const std::function<bool(std::string_view)>& is_taken);
base::Unknown beside(const base::Shape&, base::Unknown);

}  // namespace model
