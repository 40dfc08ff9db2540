// Changing where a domain is served from.
#pragma once
#include "pages/kit/screen.hpp"
#include "pages/services/actions.hpp"

#include <string>

namespace pages {

PopupPtr nameservers_popup(const ServiceAction&, const model::Service&, Screen&);

// "ns1.café.fr 192.0.2.1" as DNS wants it. What cannot be converted stays: the rules then say what is wrong with it.
std::string in_ascii(const std::string& entry, ToAscii);

}  // namespace pages
