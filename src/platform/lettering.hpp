// The text engine of the machine, for the letters that the shipped fonts lack. Only a browser has one.
#pragma once
#include "base/text_engine.hpp"

namespace platform {

base::TextEngine text_engine();

}  // namespace platform
