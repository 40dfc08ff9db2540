#include "pages/kit/notices.hpp"

#include "store/store.hpp"
#include "ui/controls/feedback.hpp"

#include <optional>

namespace pages {
namespace {

ui::Tone tone_of(store::Tone tone)
{
    switch (tone) {
    case store::Tone::good:    return ui::Tone::success;
    case store::Tone::info:    return ui::Tone::info;
    case store::Tone::warning: return ui::Tone::warning;
    case store::Tone::bad:     return ui::Tone::danger;
    }
    return ui::Tone::neutral;
}

// A refusal came after the customer had gone on: without what happened to which service nobody knows what it is about.
std::string heading(const store::Notice& notice, const model::State& state)
{
    const auto service = state.services.get(notice.service);
    const auto name    = service ? model::shown_name(*service) : std::string();
    if (notice.lead == base::TextKey()) return name;
    return name.empty() ? ui::say(notice.lead) : ui::say("notice.about", {ui::say(notice.lead), name});
}

// What cannot be stored here can still be saved as a file, and that is what the banner offers for as long as it is so.
bool offers_export(const store::Notice& notice)
{
    return notice.text.text == base::TextKey("notice.memory_only") ||
           notice.text.text == base::TextKey("notice.storage_full");
}

constexpr base::TextKey slow_storage = "notice.slow_storage";

base::TextKey button_of(const store::Notice& notice)
{
    if (notice.text.text == slow_storage) return "notice.go_without";
    if (offers_export(notice)) return "account.export";
    return "common.close";
}

}  // namespace

void draw_notices(Screen& screen)
{
    if (screen.file_hovers) ui::banner(ui::Tone::accent, "import.drop");

    std::optional<store::Notice> pressed;
    for (const auto& notice : screen.store.notices()) {
        ui::IdScope id(std::to_string(notice.number));
        if (ui::banner(tone_of(notice.tone), ui::say(notice.text), button_of(notice),
                       heading(notice, screen.store.state())))
            pressed = notice;
    }
    if (!pressed) return;
    if (pressed->text.text == slow_storage) screen.ask(DoWithoutStorage{});
    else if (offers_export(*pressed)) screen.ask(ExportAccount{});
    else screen.ask(Dismiss{pressed->number});
}

}  // namespace pages
