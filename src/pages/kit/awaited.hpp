// The answer to a question that a popup asks the host directly; it is not stored.
#pragma once
#include "pages/kit/screen.hpp"

#include <memory>
#include <optional>

namespace pages {

class Awaited {
public:
    // Replaces the previous question. The question is sent after the frame; the answer arrives in a later one.
    void ask(Screen&, exchange::Question);

    bool waits() const { return slot_ && !slot_->answer; }

    // Returns the answer once. The caller must wipe the secrets in it.
    std::optional<exchange::Answer> take();

    // Stops waiting: an answer that arrives later is wiped unread. The destructor does the same.
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
