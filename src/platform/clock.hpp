// The current time. Rules never read it: they get an Instant.
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

    // Milliseconds since an arbitrary moment, for measuring; unlike now(), it never goes back.
    virtual double elapsed_ms() const = 0;
};

class SystemClock final : public Clock {
public:
    base::Instant now() const override;
    double        elapsed_ms() const override;
};

class StillClock final : public Clock {
public:
    explicit StillClock(base::Instant moment) : at(moment) {}
    base::Instant now() const override { return at; }
    double        elapsed_ms() const override { return static_cast<double>(at.ms); }
    base::Instant at;
};

// How far the device's own zone is ahead of UTC at that moment.
std::int64_t zone_offset_ms(base::Instant at);

// Of the system clock, for code that has no Clock.
double elapsed_ms();

}  // namespace platform
