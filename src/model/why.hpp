// Reasons that several rules share. For the files of this layer only.
#pragma once
#include "base/problems.hpp"
#include "base/written.hpp"
#include "model/services/life.hpp"
#include "model/state.hpp"

namespace model {

using Reason = std::optional<base::Problem>;

inline Reason because(base::TextKey text, base::Args args = {}) { return base::Problem{{}, text, std::move(args)}; }

// An operation is open: the registrar carries out one at a time per service.
Reason why_busy(const State&, const Service&);

// A transfer, a trade or a decision of the registry forbids changing the domain itself.
Reason why_held(const Service&);

// Refunded, closed, released or deleted.
Reason why_gone(const Service&, Day today);

// Adds the reason, if any, to the problems: at `field`, or of the whole request if empty.
void refuse(base::Problems&, const Reason&, std::string_view field = {});

// For a command about one service: no_such_service, or else what `why_not(state, service, today)` returns.
template <class WhyNot>
base::Problems check_service(const State& state, const ServiceId& id, Day today, WhyNot why_not)
{
    base::Problems problems;
    if (const auto service = state.services.get(id)) refuse(problems, why_not(state, *service, today));
    else problems.add("", "why.no_such_service");
    return problems;
}

// The problems of a list of services, at the field "services": at least one, at most `most`, none twice, and each of them such that
// `why_not(state, service, today)` gives no reason.
void check_services(base::Problems&, const State&, const std::vector<std::string>& ids, std::size_t most, Day today,
                    Reason (*why_not)(const State&, const Service&, Day today));

using base::Lines;

// Checks a customer's text as it will be kept (base::tidied): valid UTF-8, at most `most` characters as a person counts.
void check_words(base::Problems&, std::string_view field, const std::string& text, std::size_t most,
                 Lines = Lines::one);

// As check_words(), and not blank.
void require_words(base::Problems&, std::string_view field, const std::string& text, std::size_t most,
                   Lines = Lines::one);

}  // namespace model
