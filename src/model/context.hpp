// When, by which request and for whom a command is carried out. Rules read no clock and use no random numbers: the same command
// with the same context has the same effect on the device and on the backend.
#pragma once
#include "base/instant.hpp"
#include "model/actor.hpp"
#include "model/billing/catalogue.hpp"

#include <string>

namespace model {

struct Context {
    base::Instant    now;
    std::string      seed;  // "<device>.<seq>": unique per command; new ids derive from it
    const Catalogue& catalogue;
    Actor            actor = {};  // who asks; by default the owner
};

inline Day day_of(const Context& context) { return {base::paris_day(context.now), context.catalogue}; }

}  // namespace model
