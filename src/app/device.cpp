#include "app/device.hpp"

#include <array>
#include <cstdio>
#include <unistd.h>

namespace app {

std::string random_name()
{
    std::array<unsigned char, 8> bytes{};
    // Refuses only above 256 bytes, or on systems without a source: then the name is not random, and the
    // backend, which knows the devices of an account, would tell a clash.
    if (getentropy(bytes.data(), bytes.size()) != 0) return "device";
    std::string name;
    for (const auto byte : bytes) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", byte);
        name += two.data();
    }
    return name;
}

}  // namespace app
