// The part of the page that all platforms share: event handlers, theme, and the last state sent to the mirror.
#include "platform/page.hpp"

#include "base/domain_name.hpp"
#include "platform/page_state.hpp"
#include "platform/window.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace platform {
namespace {

struct Kept {
    Events                    events;
    Theme                     theme;
    bool                      themed      = false;
    bool                      file_hovers = false;
    std::uint32_t             focused     = 0;
    std::vector<std::uint8_t> screen;
    bool                      send_again = false;
};

Kept& kept()
{
    static Kept one;
    return one;
}

}  // namespace

Events&       events() { return kept().events; }
const Theme&  theme() { return kept().theme; }
bool          file_hovers() { return kept().file_hovers; }
std::uint32_t focused() { return kept().focused; }
void          set_file_hovers(bool hovers) { kept().file_hovers = hovers; }

void set_theme(const Theme& theme)
{
    if (kept().themed && kept().theme == theme) return;
    kept().themed = true;
    kept().theme  = theme;
    show_theme(theme);
    request_frame();
}

void mirror(std::span<const std::uint8_t> screen)
{
    auto& last = kept();
    if (!last.send_again && std::equal(screen.begin(), screen.end(), last.screen.begin(), last.screen.end())) return;
    last.send_again = false;
    last.screen.assign(screen.begin(), screen.end());
    send_mirror(last.screen);
}

GivenFile given_file(std::string name, std::string_view number_and_size)
{
    GivenFile  file{.name = std::move(name)};
    const auto end   = number_and_size.data() + number_and_size.size();
    const auto blank = std::from_chars(number_and_size.data(), end, file.number).ptr;
    if (blank != end) std::from_chars(blank + 1, end, file.size);
    return file;
}

void save_file(std::string_view name, std::string_view mime, std::string_view bytes)
{
    const auto file = begin_file(name, mime);
    append_file(file, bytes);
    finish_file(file);
}

void note_mirror_event(const MirrorEvent& event)
{
    auto& last = kept();
    if (event.kind == MirrorEvent::Kind::focus) last.focused = event.id;
    if (event.kind == MirrorEvent::Kind::blur) last.focused = 0;
    // The program may keep a different value from the one typed: send the screen again, even if it is unchanged.
    if (event.kind == MirrorEvent::Kind::value || event.kind == MirrorEvent::Kind::commit) last.send_again = true;
}

std::optional<std::string> checked_host_name(std::optional<std::string> ascii)
{
    if (!ascii) return std::nullopt;
    auto       name  = base::to_lower(*ascii);
    const auto fault = base::check_host_name(name);
    // Accepts a name without a dot; the caller decides whether it will do.
    if (fault != base::NameFault::none && fault != base::NameFault::single_label) return std::nullopt;
    return name;
}

}  // namespace platform
