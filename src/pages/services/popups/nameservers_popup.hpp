// Changes a domain's name servers.
#pragma once
#include "pages/kit/screen.hpp"
#include "pages/services/actions.hpp"

#include <string>

namespace pages {

PopupPtr nameservers_popup(const ServiceAction&, const model::Service&, Screen&);

// "ns1.café.fr 192.0.2.1" in ASCII for DNS. Unconvertible names stay as they are: the rules then report the problem.
std::string in_ascii(const std::string& entry, ToAscii);

}  // namespace pages
