// Between page.cpp and the platforms' page files: shared state, and the functions each platform implements. Not for other
// layers.
#pragma once
#include "platform/page.hpp"

namespace platform {

// Implemented in page.cpp.
void                       set_file_hovers(bool);
void                       note_mirror_event(const MirrorEvent&);
std::optional<std::string> checked_host_name(std::optional<std::string> ascii);  // lower case, or nothing

// The file that an answer's first entry describes: its name, and "NUMBER SIZE".
GivenFile given_file(std::string name, std::string_view number_and_size);

// Implemented by each platform.
void show_theme(const Theme&);
void send_mirror(std::span<const std::uint8_t> screen);  // its bytes stay valid until the next call

}  // namespace platform
