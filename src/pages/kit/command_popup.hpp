// What popups have in common when their command is accepted.
#pragma once
#include "model/command.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

#include <string>
#include <string_view>

namespace pages {

// The problems of the draft now; not computed for a closed popup.
base::Problems problems_of(const ui::Dialog&, const Screen&, const model::Command& draft);

// Removes a problem from the list, to show it in a better place than the form would; true if it was there. It no longer
// blocks the form: the caller must disable the verb with this reason.
bool take(base::Problems&, base::TextKey);

// Why the command cannot be sent now, in the frame's language; empty if it can.
std::string why_not_now(const Screen&, const model::Command& draft);

// Dispatches the command and shows `said` as a toast after the frame, or the reason for a refusal. `href` leads to
// where its progress can be followed.
void send(Screen&, model::Command draft, std::string said, std::string_view href = {});

// Shows the outcome of a command as a toast.
void tell(const base::Problems& refused, std::string said, std::string_view href = {});

}  // namespace pages
