// must(condition) checks what the following code relies on. If it is false, the program stops, in every build, since
// going on would write wrong data. Never use it for input from outside; refuse that with a problem.
#pragma once
#include <optional>
#include <utility>

namespace base {

#if defined(__EMSCRIPTEN__) && defined(NDEBUG)
// Only a trap: keeps texts and file names out of the module.
struct Place {};
[[noreturn]] inline void stop(Place) { __builtin_trap(); }
#else
// The source location of the check: the caller's line, since this is a default argument.
struct Place {
    const char* file = __builtin_FILE();
    int         line = __builtin_LINE();
};
// Prints the place and aborts.
[[noreturn]] void stop(Place);
#endif

constexpr void must(bool condition, Place place = {})
{
    if (!condition) [[unlikely]]
        stop(place);
}

// The value; stops the program if there is none.
template <class Value>
Value required(std::optional<Value> value, Place place = {})
{
    must(value.has_value(), place);
    return *std::move(value);
}

}  // namespace base
