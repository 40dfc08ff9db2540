// Names that no other device has.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace app {

// Fills in that many bytes that nobody can guess; false when there are none to be had.
using RandomBytes = bool (*)(unsigned char* bytes, std::size_t count);
bool random_bytes(unsigned char* bytes, std::size_t count);

// 16 hexadecimal digits. Nothing without randomness: under a name that another device has, commands of the one would be
// taken for the other's.
std::optional<std::string> random_name(RandomBytes source = random_bytes);

// Likewise; the program ends here, and says why, when there is none.
std::string random_name_or_stop();

}  // namespace app
