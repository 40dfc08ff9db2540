// What the two accounts of a grant tell each other: each time all that there is to say, so that what is lost is made good by
// what comes next, what comes twice changes nothing, and what comes late is known by its number. Who ends a grant ends it for
// both, for good.
#pragma once
#include "model/people/grant.hpp"

#include <vector>

namespace model {

// From the owner's account: how it stands, and while it is active all services that the contact is to see.
struct GrantShown {
    struct Copy {
        ServiceId of;
        Service   shown;

        bool operator==(const Copy&) const = default;
    };
    Grant             grant;
    std::vector<Copy> copies;

    bool operator==(const GrantShown&) const = default;
};

// From the contact's: that it is asked for, that it was agreed to, or that it is over.
struct GrantAnswered {
    Grant grant;

    bool operator==(const GrantAnswered&) const = default;
};

// True if it changed a row.
bool take_in(State&, const GrantShown&, const Context&);
bool take_in(State&, const GrantAnswered&, const Context&);

// What the other account has to hear now, and notes in the rows that it was told. Requires Grant::to_tell.
GrantShown    show(State&, Grant);
GrantAnswered answer(State&, Grant);

}  // namespace model
