// The rules that must always hold, over random sequences of what customers ask for and what the host does meanwhile.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace account {

// A sequence that broke a rule, made as short as it can be.
struct Broken {
    std::uint64_t seed = 0;
    std::string   rule;
    std::size_t   steps = 0, shortest = 0;
};

// Plays the sequences of `count` seeds from `first` on, until a few are broken.
std::vector<Broken> play_rules(std::uint64_t first, std::uint64_t count);

}  // namespace account
