// Secrets, before their memory goes back.
#pragma once
#include <string>

namespace base {

// Overwrites all memory that the text has now and leaves it empty. No compiler leaves that out, although nobody reads what
// is written. Copies, and memory that the text had before it grew, are out of reach.
void wipe(std::string& secret);

}  // namespace base
