// The answer that a popup waits for, to what is asked of the host at once and stored nowhere.
#pragma once
#include "pages/kit/screen.hpp"

#include <memory>
#include <optional>

namespace pages {

class Awaited {
public:
    // In place of what was asked before. Asked after the frame; the answer is there in a later one.
    void ask(Screen&, exchange::Question);

    bool waits() const { return slot_ && !slot_->answer; }

    // Once. Secrets in it are whoever takes it's to wipe.
    std::optional<exchange::Answer> take();

    // It is not waited for any more: whatever is answered is wiped unseen. The same when this goes.
    void forget() { slot_.reset(); }

private:
    struct Slot {
        exchange::Asked                 asked;
        std::optional<exchange::Answer> answer;
        ~Slot()
        {
            if (answer) wipe(*answer);
        }
    };
    std::shared_ptr<Slot> slot_;
};

}  // namespace pages
