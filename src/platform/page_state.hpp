// Between the two halves of the page: what page.cpp keeps, and what each machine does. Not for other layers.
#pragma once
#include "platform/page.hpp"

namespace platform {

// Of page.cpp.
void                       set_file_hovers(bool);
void                       note_mirror_event(const MirrorEvent&);
std::optional<std::string> checked_host_name(std::optional<std::string> ascii);  // lower case, or nothing

// The file that an answer's first entry speaks of: its name, and "NUMBER SIZE".
GivenFile given_file(std::string name, std::string_view number_and_size);

// Of each machine.
void show_theme(const Theme&);
void send_mirror(std::span<const std::uint8_t> screen);  // whose bytes stay where they are until the next call

}  // namespace platform
