// Which hosting account a domain shows: linking it, and taking the link away.
#pragma once
#include "model/services/association.hpp"
#include "pages/kit/screen.hpp"
#include "ui/fields/fields.hpp"
#include "ui/frame/dialog.hpp"

#include <cstdint>
#include <vector>

namespace pages {

struct AssociatePopup : ui::Dialog {
    model::Associate draft;

    // The hosting accounts to choose from, as of this revision and language: there may be thousands.
    std::vector<ui::Option> hostings;
    std::uint64_t           revision = 0;
    base::Language          language = base::Language::fr;
};
void open(AssociatePopup&, const model::Service& domain, const Screen&);
void draw(AssociatePopup&, Screen&);

struct DissociatePopup : ui::Dialog {
    model::Dissociate draft;
};
void open(DissociatePopup&, const model::Service& domain);
void draw(DissociatePopup&, Screen&);

}  // namespace pages
