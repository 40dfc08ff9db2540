// Erases secrets from memory before it is freed.
#pragma once
#include <string>

namespace base {

// Overwrites the string's whole current buffer and leaves it empty. The compiler cannot optimise the writes away. Does
// not reach copies, nor buffers that the string used before it grew.
void wipe(std::string& secret);

}  // namespace base
