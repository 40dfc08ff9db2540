// A 64-bit hash of bytes (XXH64): finds rows by id and notices damaged pages. Not for secrets.
#pragma once
#include <cstdint>
#include <string_view>

namespace table {

// The checksum of stored data: the same on every platform and in every version.
std::uint64_t hash(std::string_view bytes, std::uint64_t seed = 0);

// For look-ups in memory: seeded, so that an attacker who chooses ids cannot make many of them collide and slow down
// every look-up. A process that takes ids from others calls seed_hashes() with a random number before it makes its first
// table and starts its first thread; the hashes of one process never change after that.
void          seed_hashes(std::uint64_t random);
std::uint64_t hash_in_memory(std::string_view bytes);

}  // namespace table
