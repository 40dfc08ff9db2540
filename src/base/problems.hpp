// Why something cannot be done, in words a customer can act on.
#pragma once
#include "base/arg.hpp"
#include "base/texts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

struct Problem {
    std::string field;  // which input it belongs to; empty when it concerns the whole request
    TextKey     text;
    Args        args;  // what fills {0}, {1}… of the text
    bool        operator==(const Problem&) const = default;
};

struct Problems {
    std::vector<Problem> list;

    bool none() const { return list.empty(); }
    void add(std::string_view field, TextKey text, Args args = {})
    {
        list.push_back({std::string(field), text, std::move(args)});
    }

    // The first problem of a field, or null.
    const Problem* at(std::string_view field) const
    {
        for (const auto& problem : list)
            if (problem.field == field) return &problem;
        return nullptr;
    }
    bool operator==(const Problems&) const = default;
};

}  // namespace base
