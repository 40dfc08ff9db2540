#include "app/device.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace app {

bool random_bytes(unsigned char* bytes, std::size_t count) { return getentropy(bytes, count) == 0; }

std::optional<std::string> random_name(RandomBytes source)
{
    std::array<unsigned char, 8> bytes{};
    if (!source(bytes.data(), bytes.size())) return {};
    std::string name;
    for (const auto byte : bytes) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", byte);
        name += two.data();
    }
    return name;
}

std::string random_name_or_stop()
{
    auto name = random_name();
    if (!name) {
        std::fputs("Guichet does not start: this system gives it no random numbers, and without them two devices could "
                   "take each other's commands for their own.\n",
                   stderr);
        std::abort();  // in the browser, the page then reports that the program has stopped
    }
    return *name;
}

}  // namespace app
