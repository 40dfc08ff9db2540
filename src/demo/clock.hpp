// The host's clock in the demo: this device's, plus an offset by which the demo can be moved ahead.
//
// The clock of a device may be wrong by years, and what expired by it would be gone for good. So a leap is not believed: until a
// server or the customer has confirmed it, time stands.
#pragma once
#include "base/instant.hpp"

namespace demo {

class Clock {
public:
    static constexpr std::int64_t leap_ahead_ms = 60 * base::ms_per_day, leap_back_ms = base::ms_per_day;

    // The host's time when the device's clock says `here`; remembers it. While a leap is in doubt, the last time that was not.
    base::Instant now(base::Instant here);

    // The device's clock would say this at that time of the host.
    base::Instant here(base::Instant hosts) const { return base::ms_after(hosts, -offset_ms_ - correction_ms_); }

    // Whether `here` is a leap: more than 60 days after the last time known, or more than a day before it.
    bool doubts(base::Instant here) const;

    // The customer says that the device's clock is right.
    void believe(base::Instant here);

    // A server says what time it is when the device's clock says `here`. A difference of up to a day is none.
    void judge(base::Instant here, base::Instant server);

    // Only forwards.
    void advance(std::int64_t ms);

    // The same device with another account: what is known of its clock's error stays.
    void resume(std::int64_t offset_ms, base::Instant known);

    std::int64_t  offset_ms() const { return offset_ms_; }
    base::Instant known() const { return known_; }  // not set: nothing is known yet

private:
    base::Instant hosts(base::Instant here) const { return base::ms_after(here, offset_ms_ + correction_ms_); }

    std::int64_t  offset_ms_     = 0;
    std::int64_t  correction_ms_ = 0;  // of the device's clock
    base::Instant known_;
};

}  // namespace demo
