// A popup that confirms a switch or a request for one service: its lock, its WHOIS data, a link for a new password. Its
// texts are the action's `question`.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr switch_popup(const ServiceAction&, const model::Service&, Screen&);

// Makes a question's command from the service's id and the arguments `told`.
template <class Command, auto... told>
model::Command asked(const model::ServiceId& service)
{
    return Command{service, told...};
}

}  // namespace pages
