// What all popups do when their command is accepted.
#pragma once
#include "model/command.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

#include <string>
#include <string_view>

namespace pages {

// What is wrong with the draft now; nothing is computed for a closed popup.
base::Problems problems_of(const ui::Dialog&, const Screen&, const model::Command& draft);

// Takes a problem out of the list, to say it in a better place than a form would; true when it was there. It no longer
// blocks the form: the verb must be disabled with this reason.
bool take(base::Problems&, base::TextKey);

// Why the command cannot be sent now, in the frame's language; empty when it can.
std::string why_not_now(const Screen&, const model::Command& draft);

// Asks for the command, and says after the frame that it was done; a refusal is said instead. `href` is where its progress
// can be followed.
void send(Screen&, model::Command draft, std::string said, std::string_view href = {});

// What became of a command, as a toast.
void tell(const base::Problems& refused, std::string said, std::string_view href = {});

}  // namespace pages
