// Random, unique names for devices.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace app {

// Fills `bytes` with unpredictable random bytes; false if the system provides none.
using RandomBytes = bool (*)(unsigned char* bytes, std::size_t count);
bool random_bytes(unsigned char* bytes, std::size_t count);

// 16 hexadecimal digits. Nothing without random bytes: two devices of the same name would have their commands confused.
std::optional<std::string> random_name(RandomBytes source = random_bytes);

// As random_name(), but ends the program with a message if there is none.
std::string random_name_or_stop();

}  // namespace app
