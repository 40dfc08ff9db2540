#include "base/wipe.hpp"

#include <cstddef>

namespace base {

void wipe(std::string& secret)
{
    // Bytes of an earlier, longer value may lie beyond the end.
    secret.resize(secret.capacity());
    volatile char* const bytes = secret.data();
    for (std::size_t at = 0; at < secret.size(); ++at) bytes[at] = 0;
    secret.clear();
}

}  // namespace base
