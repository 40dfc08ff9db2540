// must(condition): what the code that follows relies on. Where it is not so, the program stops, in every build: going on
// would write wrong data. Never for what comes from outside, which is refused with a problem instead.
#pragma once
#include <optional>
#include <utility>

namespace base {

#if defined(__EMSCRIPTEN__) && defined(NDEBUG)
// A trap alone: neither words nor names of files in the module.
struct Place {};
[[noreturn]] inline void stop(Place) { __builtin_trap(); }
#else
// Where in the code it is required: the caller's line, since it stands as a default argument.
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

// What must be there.
template <class Value>
Value required(std::optional<Value> value, Place place = {})
{
    must(value.has_value(), place);
    return *std::move(value);
}

}  // namespace base
