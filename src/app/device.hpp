// Names that no other device has.
#pragma once
#include <string>

namespace app {

// 16 hexadecimal digits from the system's source of randomness.
std::string random_name();

}  // namespace app
