// Claims about random sequences; a failing one is reported with its seed.
// GUICHET_SEED=N starts at another seed, GUICHET_SEQUENCES=N plays more of them.
#pragma once
#include "kit/random_commands.hpp"
#include "model/account.hpp"

#include <cstdlib>
#include <map>
#include <set>

namespace account {

inline std::uint64_t number_from(const char* variable, std::uint64_t otherwise)
{
    const char* text = std::getenv(variable);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// Calls play(random) for each sequence; a failing one is reported with its seed.
template <class Play>
void play_sequences(std::uint64_t count, Play play)
{
    const auto first = number_from("GUICHET_SEED", 1);
    const auto last  = first + number_from("GUICHET_SEQUENCES", count);
    for (auto seed = first; seed < last; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        play(random);
    }
}

// Invariants of any account at any time.
inline void must_hold(const State& state, Day day)
{
    std::map<std::string, int> open;
    for (const Operation& operation : state.operations) {
        CHECK(state.services.contains(operation.service));
        if (is_open(operation)) ++open[operation.service.value];
        if (const auto* term = std::get_if<TermExtension>(&operation.detail))
            CHECK(term->after == base::years_after(term->before, term->years));
        if (operation.state == OperationState::error) CHECK(base::find_key(operation.reason));
    }
    for (const auto& [service, count] : open) CHECK(count == 1);

    for (const Service& one : state.services) {
        CHECK((tab_of(one, day) == Tab::active) == is_active(one, day));
        CHECK((tab_of(one, day) == Tab::pending) == (one.status == Status::pending));
        CHECK_FALSE((one.offer_right == OfferRight::available && !one.offered_domain.empty()));
        if (!one.linked_to.empty()) {
            CHECK(one.kind == ServiceKind::domain);
            CHECK(service(state, one.linked_to.value.c_str()).kind == ServiceKind::hosting);
        }
        if (!one.main_domain.empty()) CHECK(service(state, one.main_domain.value.c_str()).linked_to == one.id);
        CHECK(one.label.size() <= max_label_characters);
    }
}

}  // namespace account
