// When, and by which request, a command is carried out. Rules read no clock and draw no lots:
// the same command with the same context has the same effect on device and backend.
#pragma once
#include "base/instant.hpp"

#include <string>

namespace model {

struct Context {
    base::Instant now;
    std::string   seed;  // "<device>.<seq>": unique per command; new ids derive from it
};

inline base::Date day_of(const Context& context) { return base::paris_day(context.now); }

}  // namespace model
