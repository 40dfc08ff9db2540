// Reasons that several rules share. For the layer's own files.
#pragma once
#include "base/problems.hpp"
#include "model/services/life.hpp"
#include "model/state.hpp"

namespace model {

using Reason = std::optional<base::Problem>;

inline Reason because(base::TextKey text, base::Args args = {}) { return base::Problem{{}, text, std::move(args)}; }

// The registrar does one thing at a time for a service.
Reason why_busy(const State&, const Service&);

// A transfer, a trade or a decision of the registry stands in the way of changing the domain itself.
Reason why_held(const Service&);

// Refunded, closed, released or deleted.
Reason why_gone(const Service&, Day today);

// Adds the reason to the problems of the whole request.
void refuse(base::Problems&, const Reason&, std::string_view field = {});

// The problems of a request about one service, which may not be there, where `why_not(state, service, today)` says all.
template <class WhyNot>
base::Problems check_service(const State& state, const ServiceId& id, Day today, WhyNot why_not)
{
    base::Problems problems;
    if (const auto service = state.services.get(id)) refuse(problems, why_not(state, *service, today));
    else problems.add("", "why.no_such_service");
    return problems;
}

enum class Lines : bool { one, several };

// What is wrong with words that the customer wrote: they are text, and not too long.
void check_words(base::Problems&, std::string_view field, const std::string& text, std::size_t most,
                 Lines = Lines::one);

// Likewise, and there must be some.
void require_words(base::Problems&, std::string_view field, const std::string& text, std::size_t most,
                   Lines = Lines::one);

}  // namespace model
