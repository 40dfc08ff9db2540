// The code by which a domain leaves: asked for with the password, shown for a minute, held nowhere.
#pragma once
#include "base/instant.hpp"
#include "model/services/switches.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct TransferCodePopup : ui::Dialog {
    TransferCodePopup() = default;
    ~TransferCodePopup() { forget(); }
    TransferCodePopup(const TransferCodePopup&)            = delete;
    TransferCodePopup& operator=(const TransferCodePopup&) = delete;

    // Overwrites what was typed and what was shown.
    void forget();

    model::ServiceId service;
    std::string      password;
    bool             wrong = false;  // the password was
    std::string      code;           // while it may be seen
    bool             masked = true;
    base::Instant    hides_at;        // by the host's clock
    bool             hidden = false;  // the minute is over
};

void open(TransferCodePopup&, const model::Service&);
void draw(TransferCodePopup&, Screen&);

}  // namespace pages
