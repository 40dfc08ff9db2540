// Invariants over random sequences of the customers' commands and the host's steps.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace account {

// A sequence that broke a rule, minimised.
struct Broken {
    std::uint64_t seed = 0;
    std::string   rule;
    std::size_t   steps = 0, shortest = 0;
};

// Plays the sequences of `count` seeds from `first` on; stops after a few broken ones.
std::vector<Broken> play_rules(std::uint64_t first, std::uint64_t count);

}  // namespace account
