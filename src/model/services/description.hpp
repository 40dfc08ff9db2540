// The customer's own words about a service: a label for lists, notes for the details.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

inline constexpr std::size_t max_label_characters = 80;
inline constexpr std::size_t max_notes_characters = 2000;

struct Describe {
    static constexpr std::string_view word = "describe";

    ServiceId   service;
    std::string label;
    std::string notes;

    bool operator==(const Describe&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Describe& c)
{
    visit("service", c.service);
    visit("label", c.label);
    visit("notes", c.notes);
}

base::Problems check(const State&, const Describe&, const Context&);
void           perform(State&, const Describe&, const Context&);
constexpr bool who(const Describe&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const Describe&) { return true; }

}  // namespace model
