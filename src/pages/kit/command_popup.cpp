#include "pages/kit/command_popup.hpp"

#include "store/store.hpp"
#include "ui/core/context.hpp"

#include <utility>
#include <vector>

namespace pages {

base::Problems problems_of(const ui::Dialog& dialog, const Screen& screen, const model::Command& draft)
{
    if (!dialog.open) return {};
    return model::check(screen.store.state(), draft, screen.store.context());
}

bool take(base::Problems& problems, base::TextKey text)
{
    return std::erase_if(problems.list, [&](const auto& problem) { return problem.text == text; }) > 0;
}

std::string why_not_now(const Screen& screen, const model::Command& draft)
{
    if (screen.store.online() || model::may_wait_offline(draft)) return {};
    return ui::say("why.offline");
}

void tell(const base::Problems& refused, std::string said, std::string_view href)
{
    if (!refused.none()) return ui::context().toast(ui::Tone::danger, ui::say(refused.list.front()));
    ui::context().toast(ui::Tone::success, std::move(said), href.empty() ? std::string() : ui::say("popup.follow"),
                        std::string(href));
}

void send(Screen& screen, model::Command draft, std::string said, std::string_view href)
{
    screen.ask(std::move(draft), [said = std::move(said), href = std::string(href)](const auto& problems) {
        tell(problems.front(), said, href);
    });
}

}  // namespace pages
