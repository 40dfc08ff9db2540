// Wiped secrets leave no bytes in memory.
#include "base/wipe.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

TEST_CASE("a secret that is wiped is gone from its memory, also where it was longer before")
{
    for (const std::size_t length : {0u, 5u, 200u}) {
        std::string secret(length, 'x');
        secret.reserve(300);
        secret.assign(length, 's');
        const char* memory = secret.data();
        const auto  size   = secret.capacity();
        if (length > 2) secret.resize(2);
        base::wipe(secret);
        CHECK(secret.empty());
        REQUIRE(secret.data() == memory);
        CHECK(std::all_of(memory, memory + size, [](char byte) { return byte == 0; }));
    }
}
