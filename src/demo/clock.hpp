// The host's clock: the real time plus an offset by which the demo can be moved ahead.
#pragma once
#include "base/instant.hpp"

namespace demo {

struct Clock {
    std::int64_t offset_ms = 0;

    base::Instant now(base::Instant real) const { return base::ms_after(real, offset_ms); }
    base::Instant real(base::Instant hosts) const { return base::ms_after(hosts, -offset_ms); }
    void          advance(std::int64_t ms) { offset_ms += ms; }
};

}  // namespace demo
