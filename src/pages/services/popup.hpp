// A popup of the services room: created when opened and destroyed when closed, so that nothing entered is kept, but for
// drafts (kit/draft.hpp). At most one is open; the room knows only this interface.
#pragma once
#include "ui/controls/dialog.hpp"

#include <memory>

namespace pages {

struct Screen;

struct ServicePopup : ui::Dialog {
    ServicePopup()                               = default;
    ServicePopup(const ServicePopup&)            = delete;
    ServicePopup& operator=(const ServicePopup&) = delete;
    virtual ~ServicePopup()                      = default;

    virtual void draw(Screen&) = 0;
};

inline void draw(ServicePopup& popup, Screen& screen) { popup.draw(screen); }

// Shared, because the answer to its question may arrive after it is closed.
using PopupPtr = std::shared_ptr<ServicePopup>;

}  // namespace pages
