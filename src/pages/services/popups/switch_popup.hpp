// A popup that asks before one thing of a service is switched, or sent for: its lock, what the WHOIS says, a link to a new
// password. What it says is the action's `question`.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr switch_popup(const ServiceAction&, const model::Service&, Screen&);

// Makes the command of a question: a struct of the service, and of what else it is told.
template <class Command, auto... told>
model::Command asked(const model::ServiceId& service)
{
    return Command{service, told...};
}

}  // namespace pages
