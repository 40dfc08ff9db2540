#include "pages/notices.hpp"

#include "store/store.hpp"
#include "ui/feedback.hpp"

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

// A refusal came after the customer had gone on: without the name nobody knows what it is about.
std::string about(const store::Notice& notice, const model::State& state)
{
    if (notice.service.empty()) return {};
    const auto service = state.services.get(notice.service);
    return service ? model::shown_name(*service) : std::string();
}

}  // namespace

void draw_notices(Screen& screen)
{
    if (screen.file_hovers) ui::banner(ui::Tone::accent, "import.drop");

    std::optional<std::uint64_t> closed;
    for (const auto& notice : screen.store.notices()) {
        ui::IdScope id(std::to_string(notice.number));
        if (ui::banner(tone_of(notice.tone), ui::say(notice.text), "common.close", about(notice, screen.store.state())))
            closed = notice.number;
    }
    if (closed) screen.store.dismiss(*closed);
}

}  // namespace pages
