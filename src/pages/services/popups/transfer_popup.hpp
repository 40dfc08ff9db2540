// A transfer to us, step by step: who must act and until when, and what the customer can do about it.
#pragma once
#include "model/domains/transfer.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct TransferPopup : ui::Dialog {
    model::ServiceId service;
    std::string      code;  // as typed; forgotten as soon as it is handed in
    bool             not_a_code = false;
};

void open(TransferPopup&, const model::Service&);
void draw(TransferPopup&, Screen&);

}  // namespace pages
