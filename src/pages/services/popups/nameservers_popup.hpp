// Changing where a domain is served from.
#pragma once
#include "model/domains/nameservers.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct NameserversPopup : ui::Dialog {
    model::ChangeNameservers draft;  // as it is typed: names may be international
};

// "ns1.café.fr 192.0.2.1" as DNS wants it. What cannot be converted stays: the rules then say what is wrong with it.
std::string in_ascii(const std::string& entry, ToAscii);

void open(NameserversPopup&, const model::Service& domain);
void draw(NameserversPopup&, Screen&);

}  // namespace pages
