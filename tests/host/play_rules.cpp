// Plays many random sequences against the invariants: play_rules [COUNT [SEED]]
// A broken one is reported with the seed that reproduces it.
#include "host/rules.hpp"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words)
{
    const std::uint64_t sequences = count > 1 ? std::strtoull(words[1], nullptr, 10) : 100'000;
    const std::uint64_t seed      = count > 2 ? std::strtoull(words[2], nullptr, 10) : 1;
    const auto          found     = account::play_rules(seed, sequences);
    for (const auto& broken : found)
        std::printf("BROKEN  %s: seed %llu, %zu of %zu steps are enough\n", broken.rule.c_str(),
                    static_cast<unsigned long long>(broken.seed), broken.shortest, broken.steps);
    std::printf("%llu sequences from seed %llu: %s\n", static_cast<unsigned long long>(sequences),
                static_cast<unsigned long long>(seed), found.empty() ? "every rule holds" : "rules are broken");
    return found.empty() ? 0 : 1;
}
