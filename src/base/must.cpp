#include "base/must.hpp"

#if !(defined(__EMSCRIPTEN__) && defined(NDEBUG))
#include <cstdio>
#include <cstdlib>

namespace base {

void stop(Place place)
{
    std::fprintf(stderr, "%s:%d: what must be so is not\n", place.file, place.line);
    std::abort();
}

}  // namespace base
#endif
