#include "base/wipe.hpp"

#include <cstddef>

namespace base {

void wipe(std::string& secret)
{
    // What it was longer once lies behind its end.
    secret.resize(secret.capacity());
    volatile char* const bytes = secret.data();
    for (std::size_t at = 0; at < secret.size(); ++at) bytes[at] = 0;
    secret.clear();
}

}  // namespace base
