// Changing where a domain is served from.
#pragma once
#include "model/nameservers.hpp"
#include "pages/page.hpp"
#include "ui/dialog.hpp"

namespace pages {

struct NameserversPopup : ui::Dialog {
    model::ChangeNameservers draft;  // as it is typed: names may be international
};

void open(NameserversPopup&, const model::Service& domain);
void draw(NameserversPopup&, Screen&);

}  // namespace pages
