// What is being written in a popup of longer texts and not sent yet, which the store keeps: closing the popup, a reload
// or a crash loses no word. A popup takes the draft up when it opens, and keeps it in each frame, before its verb:
//     take_up(kept, draft, screen);
//     …
//     if (clears(kept, form)) draft = as_stored;
//     keep(kept, draft, draft == as_stored, screen);
#pragma once
#include "pages/kit/screen.hpp"
#include "store/store.hpp"
#include "ui/fields/form.hpp"

#include <utility>
#include <variant>

namespace pages {

struct Draft {
    bool           resumed = false;  // the popup opened with words of an earlier time
    model::Command told;             // as the store knows it
};

// Puts the words that were kept, if any, into the popup's command.
template <class Command>
void take_up(Draft& draft, Command& command, const Screen& screen)
{
    if (auto kept = screen.store.draft(command))
        if (auto* words = std::get_if<Command>(&*kept); words && *words != command) {
            command       = std::move(*words);
            draft.resumed = true;
        }
    draft.told = command;
}

// Says below the popup's title that the words are those of an earlier time.
ui::Label hint_of(const Draft&);

// The button below the fields that clears such words; true when pressed.
bool clears(Draft&, ui::Form&);

// `nothing`: there is nothing written that is not stored.
void keep(Draft&, const model::Command& now, bool nothing, Screen&);

}  // namespace pages
