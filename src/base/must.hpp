// must(condition): what a function requires of its caller, checked in every build. Where it does not hold the program
// stops at once: going on would damage what is stored.
#pragma once

namespace base {

constexpr void must(bool holds)
{
    if (!holds) [[unlikely]]
        __builtin_trap();
}

}  // namespace base
