// What time it is, and being woken later. Rules never read it: they are given an Instant.
#pragma once
#include "base/instant.hpp"

#include <cstdint>
#include <functional>

namespace platform {

// The wall clock, substituted in tests.
class Clock {
public:
    virtual ~Clock()                  = default;
    virtual base::Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    base::Instant now() const override;
};

class StillClock final : public Clock {
public:
    explicit StillClock(base::Instant moment) : at(moment) {}
    base::Instant now() const override { return at; }
    base::Instant at;
};

// Milliseconds since an arbitrary moment; never goes back.
double elapsed_ms();

}  // namespace platform
