#include "table/hash.hpp"

#include <bit>
#include <cstddef>
#include <cstring>

namespace table {
namespace {

static_assert(std::endian::native == std::endian::little, "pages are written as they lie in memory");

constexpr std::uint64_t prime1 = 0x9e3779b185ebca87ULL;
constexpr std::uint64_t prime2 = 0xc2b2ae3d27d4eb4fULL;
constexpr std::uint64_t prime3 = 0x165667b19e3779f9ULL;
constexpr std::uint64_t prime4 = 0x85ebca77c2b2ae63ULL;
constexpr std::uint64_t prime5 = 0x27d4eb2f165667c5ULL;

template <class Word>
Word read(const char* from)
{
    Word word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

std::uint64_t mix(std::uint64_t lane, std::uint64_t word) { return std::rotl(lane + word * prime2, 31) * prime1; }

std::uint64_t merge(std::uint64_t sum, std::uint64_t lane) { return (sum ^ mix(0, lane)) * prime1 + prime4; }

std::uint64_t seed_in_memory = 0;

}  // namespace

void seed_hashes(std::uint64_t random) { seed_in_memory = random; }

std::uint64_t hash_in_memory(std::string_view bytes) { return hash(bytes, seed_in_memory); }

std::uint64_t hash(std::string_view bytes, std::uint64_t seed)
{
    const char*       at   = bytes.data();
    const std::size_t all  = bytes.size();
    std::size_t       left = all;
    std::uint64_t     sum  = seed + prime5;

    if (left >= 32) {
        std::uint64_t lanes[4] = {seed + prime1 + prime2, seed + prime2, seed, seed - prime1};
        for (; left >= 32; left -= 32, at += 32)
            for (std::size_t lane = 0; lane < 4; ++lane)
                lanes[lane] = mix(lanes[lane], read<std::uint64_t>(at + lane * 8));
        sum = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
        for (const auto lane : lanes) sum = merge(sum, lane);
    }
    sum += all;
    for (; left >= 8; left -= 8, at += 8) sum = std::rotl(sum ^ mix(0, read<std::uint64_t>(at)), 27) * prime1 + prime4;
    for (; left >= 4; left -= 4, at += 4)
        sum = std::rotl(sum ^ (read<std::uint32_t>(at) * prime1), 23) * prime2 + prime3;
    for (; left >= 1; left -= 1, at += 1)
        sum = std::rotl(sum ^ (static_cast<unsigned char>(*at) * prime5), 11) * prime1;

    sum = (sum ^ (sum >> 33)) * prime2;
    sum = (sum ^ (sum >> 29)) * prime3;
    return sum ^ (sum >> 32);
}

}  // namespace table
