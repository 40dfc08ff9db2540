// The actions on a service that other rooms ask for (OpenAction), by their names in the table of the services' room.
#pragma once
#include <string_view>

namespace pages {

inline constexpr std::string_view act_details = "details", act_follow_transfer = "follow_transfer",
                                  act_renew = "renew";  // shown as reactivate or restore where that fits

}  // namespace pages
