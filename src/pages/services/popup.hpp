// A popup of the services' room: made when it is opened and gone when it is closed, so nothing that was typed stays. Only
// one is open at a time; the room knows it by this alone.
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

// Shared, since the answer to what a popup asked for may come when it is gone.
using PopupPtr = std::shared_ptr<ServicePopup>;

}  // namespace pages
