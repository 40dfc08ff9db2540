// A value, or the reason why there is none. Client layers have no exceptions.
#pragma once
#include "base/must.hpp"
#include "base/problems.hpp"

#include <cstddef>
#include <utility>
#include <variant>

namespace base {

template <class Value>
class Result {
public:
    Result(Value value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : held_(std::in_place_index<1>, std::move(problem)) {}

    explicit operator bool() const { return held_.index() == 0; }

    // Requires success.
    Value&       operator*() & { return *held<0>(held_); }
    const Value& operator*() const& { return *held<0>(held_); }
    Value&&      operator*() && { return std::move(*held<0>(held_)); }
    Value*       operator->() { return held<0>(held_); }
    const Value* operator->() const { return held<0>(held_); }

    // Requires failure.
    const Problem& problem() const { return *held<1>(held_); }

private:
    template <std::size_t which, class Either>
    static auto* held(Either& either)
    {
        auto* value = std::get_if<which>(&either);
        must(value != nullptr);
        return value;
    }

    std::variant<Value, Problem> held_;
};

}  // namespace base
