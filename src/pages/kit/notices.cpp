#include "pages/kit/notices.hpp"

#include "base/enums.hpp"
#include "store/store.hpp"
#include "ui/controls/feedback.hpp"
#include "ui/format.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>

namespace pages {
namespace {

using store::NoticeKind;

// What is done about it: closing it, where nothing else.
enum class Remedy : std::uint8_t { close, go_without, export_account };

struct Words {
    NoticeKind    kind;
    ui::Tone      tone;
    base::TextKey text;  // empty where the notice says why
    base::TextKey lead;  // what has happened
    Remedy        remedy = Remedy::close;
};
constexpr Words words[] = {
    {NoticeKind::slow_storage, ui::Tone::warning, "notice.slow_storage", {}, Remedy::go_without},
    // What cannot be stored here can still be saved as a file.
    {NoticeKind::memory_only, ui::Tone::warning, "notice.memory_only", {}, Remedy::export_account},
    {NoticeKind::storage_full, ui::Tone::danger, "notice.storage_full", {}, Remedy::export_account},
    {NoticeKind::not_stored, ui::Tone::danger, "notice.not_stored", {}},
    {NoticeKind::newer, ui::Tone::danger, "notice.newer", {}},
    {NoticeKind::starts_anew, ui::Tone::danger, "notice.starts_anew", {}},
    {NoticeKind::unreadable, ui::Tone::danger, "notice.unreadable", {}},
    {NoticeKind::lost_changes, ui::Tone::danger, "notice.lost_changes", {}},
    {NoticeKind::unreadable_request, ui::Tone::danger, "notice.unreadable_request", {}},
    {NoticeKind::repaired, ui::Tone::warning, "notice.repaired", {}},
    {NoticeKind::request_refused, ui::Tone::danger, {}, "notice.request_refused"},
    {NoticeKind::operation_failed, ui::Tone::danger, {}, "notice.operation_failed"},
};
static_assert([] {
    for (std::size_t at = 0; at < std::size(words); ++at)
        if (static_cast<std::size_t>(words[at].kind) != at) return false;
    return std::size(words) == base::names_of<NoticeKind>.size();
}());

const Words& words_of(const store::Notice& notice) { return words[static_cast<std::size_t>(notice.kind)]; }

std::string said(const store::Notice& notice)
{
    const auto& key = words_of(notice).text;
    return key == base::TextKey() ? ui::say(notice.why) : ui::say(key, {notice.count});
}

// A refusal came after the customer had gone on: without what happened to which service nobody knows what it is about.
std::string heading(const store::Notice& notice, const model::State& state)
{
    const auto service = state.services.get(notice.service);
    auto       name    = service ? model::shown_name(*service) : std::string();
    if (!name.empty() && notice.more > 0) name = ui::say("notice.and_more", {name, notice.more});
    const auto lead = words_of(notice).lead;
    if (lead == base::TextKey()) return name;
    return name.empty() ? ui::say(lead) : ui::say("notice.about", {ui::say(lead), name});
}

base::TextKey button_of(Remedy remedy)
{
    switch (remedy) {
    case Remedy::go_without:     return "notice.go_without";
    case Remedy::export_account: return "account.export";
    case Remedy::close:          break;
    }
    return "common.close";
}

}  // namespace

void draw_notices(Screen& screen)
{
    if (screen.file_hovers) ui::banner(ui::Tone::accent, "import.drop");

    if (!screen.not_understood.empty() &&
        ui::banner(ui::Tone::warning, ui::say("address.not_understood", {screen.not_understood}), "address.clean"))
        screen.replace(screen.understood);

    if (is_set(screen.doubted) && ui::banner(ui::Tone::warning,
                                             ui::say("clock.doubted", {ui::long_date(base::paris_day(screen.doubted)),
                                                                       ui::long_date(screen.today)}),
                                             "clock.is_right", "clock.title"))
        screen.ask(TrustClock{});
    if (screen.renewed && ui::banner(ui::Tone::info, "notice.renewed", "notice.reload")) screen.ask(Reload{});
    if (screen.unkept && ui::banner(ui::Tone::info, "notice.unkept", "account.export")) screen.ask(ExportAccount{});
    std::optional<store::Notice> pressed;
    for (const auto& notice : screen.store.notices()) {
        ui::IdScope id(std::to_string(notice.number));
        const auto& shown = words_of(notice);
        if (ui::banner(shown.tone, said(notice), button_of(shown.remedy), heading(notice, screen.store.state())))
            pressed = notice;
    }
    if (!pressed) return;
    switch (words_of(*pressed).remedy) {
    case Remedy::go_without:     return screen.ask(DoWithoutStorage{});
    case Remedy::export_account: return screen.ask(ExportAccount{});
    case Remedy::close:          return screen.ask(Dismiss{pressed->number});
    }
}

}  // namespace pages
