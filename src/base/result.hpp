// A value, or the reason why there is none. Client layers have no exceptions.
#pragma once
#include "base/problems.hpp"

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
    Value&       operator*() & { return *std::get_if<0>(&held_); }
    const Value& operator*() const& { return *std::get_if<0>(&held_); }
    Value&&      operator*() && { return std::move(*std::get_if<0>(&held_)); }
    Value*       operator->() { return std::get_if<0>(&held_); }
    const Value* operator->() const { return std::get_if<0>(&held_); }

    // Requires failure.
    const Problem& problem() const { return *std::get_if<1>(&held_); }

private:
    std::variant<Value, Problem> held_;
};

}  // namespace base
