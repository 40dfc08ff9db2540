#include "ui/core/context.hpp"

#include "ui/core/overlay.hpp"
#include "ui/core/paint.hpp"
#include "ui/core/parts.hpp"
#include "ui/core/screen_faults.hpp"
#include "ui/core/toasts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float longest_step_ms       = 100;  // the longest time step of an animation, on a slow machine
constexpr float longest_transition_ms = 34;   // the longest time step of a transition, so that it is visible

void set_style(const Theme& theme)
{
    auto& style                      = ImGui::GetStyle();
    style.WindowPadding              = {0, 0};
    style.WindowBorderSize           = 0;
    style.WindowMinSize              = {1, 1};
    style.WindowRounding             = 0;
    style.ChildBorderSize            = 0;
    style.PopupBorderSize            = 0;
    style.FramePadding               = {0, 0};
    style.FrameBorderSize            = 0;
    style.ItemSpacing                = {0, 0};
    style.DisplaySafeAreaPadding     = {0, 0};
    style.CircleTessellationMaxError = 0.15f;
    style.CurveTessellationTol       = 0.6f;

    const auto color = [](Color from) {
        return ImGui::ColorConvertU32ToFloat4(
            IM_COL32(from.rgba >> 24 & 255u, from.rgba >> 16 & 255u, from.rgba >> 8 & 255u, from.rgba & 255u));
    };
    style.Colors[ImGuiCol_Text]            = color(theme.palette.text);
    style.Colors[ImGuiCol_TextDisabled]    = color(theme.palette.text_soft);
    style.Colors[ImGuiCol_TextSelectedBg]  = color(theme.palette.selection);
    style.Colors[ImGuiCol_InputTextCursor] = color(theme.palette.accent);
    for (const int none :
         {ImGuiCol_WindowBg, ImGuiCol_ChildBg, ImGuiCol_PopupBg, ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered,
          ImGuiCol_FrameBgActive, ImGuiCol_Border, ImGuiCol_ModalWindowDimBg, ImGuiCol_NavCursor})
        style.Colors[none] = {0, 0, 0, 0};
}

}  // namespace

Context& context() { return *static_cast<Context*>(ImGui::GetIO().UserData); }

Context::Context() : parts_(new Parts) {}
Context::~Context() { delete parts_; }

void Context::hear(Event event) { heard_.push_back(std::move(event)); }

void Context::begin()
{
    auto& io       = ImGui::GetIO();
    io.UserData    = this;
    width_         = io.DisplaySize.x;
    height_        = io.DisplaySize.y;
    density_       = io.DisplayFramebufferScale.y > 0 ? io.DisplayFramebufferScale.y : 1;
    breakpoint_    = width_ < 640 ? Breakpoint::phone : width_ < 1024 ? Breakpoint::tablet : Breakpoint::desktop;
    animating_     = false;
    asked_wake_ms_ = -1;

    // 1. The events since the last frame.
    events_.swap(heard_);
    heard_.clear();
    for (const auto& event : events_) {
        if (event.kind == Event::Kind::focus) {
            focused_  = event.id;
            keyboard_ = event.ring;
            if (event.id == wanted_) wanted_ = 0;
        } else if (event.kind == Event::Kind::blur) focused_ = 0;
    }
    if (wanted_ && ++wanted_frames_ > 10) wanted_ = 0;
    shift_ = io.KeyShift;

    // 2. Resets the state of the frame.
    auto& parts = *parts_;
    ++parts.frame;
    parts.alpha    = 1;
    parts.overlays = 0;
    parts.over_toasts.clear();
    std::erase_if(parts.appeared, [&](const Appeared& each) { return each.frame < parts.frame - 1; });
    parts.pictures.begin_frame(density_);
    parts.wheel_taken = false;
    parts.last_item   = 0;
    parts.left = parts.top = 0;
    parts.bottom           = -1;
    parts.badge.clear();
    parts.flows.clear();
    parts.cards.clear();
    parts.card_lines.clear();
    parts.scrolling.clear();
    parts.silent.clear();
    forget_items(*this);
    parts.show_rect.reset();
    // Closes a menu or a list of choices whose button is no longer drawn.
    if (parts.menu.drawn < parts.frame - 1 && parts.menu.opened < parts.frame - 1) parts.menu.id = 0;
    if (parts.choice.drawn < parts.frame - 1 && parts.choice.opened < parts.frame - 1) parts.choice.id = 0;
    semantics_.clear();
    set_style(theme);
    ImGui::GetDrawListSharedData()->InitialFringeScale = 1 / density_;

    // 3. The window below everything.
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("guichet", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    Flow flow;
    flow.width = width_;
    parts.flows.push_back(flow);
}

void Context::end()
{
    auto& parts = *parts_;
    draw_tooltip();
    parts.flows.clear();
    ImGui::End();
    draw_toasts();
    events_.clear();
    if (parts.frame % 256 == 0) {
        std::erase_if(parts.motions, [&](const auto& each) { return parts.frame - each.second.frame > 256; });
        std::erase_if(parts.measures, [&](const auto& each) { return parts.frame - each.second.frame > 256; });
        std::erase_if(parts.scrolls,
                      [&](const auto& each) { return parts.frame - each.second.frame > 256 && !each.second.dragged; });
    }
    if (wanted_) animate();
}

std::optional<std::string> Context::followed() { return std::exchange(followed_, std::nullopt); }
std::optional<std::string> Context::opened_apart() { return std::exchange(apart_, std::nullopt); }
std::optional<Copy>        Context::copied() { return std::exchange(copy_, std::nullopt); }

void Context::focus(std::uint32_t id, bool select_all)
{
    // The item that has the focus must ask too if another one has asked but not got it yet.
    if (id == focused_ && wanted_ == 0 && !select_all) return;
    wanted_        = id;
    wanted_select_ = select_all;
    wanted_frames_ = 0;
    animate();
}

std::uint32_t Context::wanted_state(std::uint32_t id) const
{
    if (id == 0 || id != wanted_) return 0;
    return state::focus_wanted | (wanted_select_ ? state::select_all : 0u);
}

bool Context::shortcut(std::string_view key, bool control)
{
    for (auto& event : events_)
        if (event.kind == Event::Kind::key && event.owner == 0 && !event.taken && event.control == control &&
            event.text.size() == key.size() &&
            std::equal(key.begin(), key.end(), event.text.begin(),
                       [](char a, char b) { return (a | 32) == (b | 32); })) {
            event.taken = true;
            return true;
        }
    return false;
}

void Context::toast(Tone tone, std::string words, std::string action, std::string href, std::function<void()> press)
{
    auto& toasts = parts_->toasts;
    std::erase_if(toasts, [&](const Toast& toast) { return toast.words == words; });
    if (toasts.size() >= 4) toasts.erase(toasts.begin());
    toasts.push_back(
        {parts_->next_toast++, tone, std::move(words), std::move(action), std::move(href), std::move(press)});
    animate();
}

bool Context::take_press(std::uint32_t id)
{
    for (auto& event : events_)
        if (event.kind == Event::Kind::press && event.id == id) {
            event.id  = 0;
            keyboard_ = true;
            shift_    = event.shift;
            return true;
        }
    return false;
}

const Event* Context::take_value(std::uint32_t id)
{
    const Event* last = nullptr;
    for (const auto& event : events_)
        if (event.kind == Event::Kind::value && event.id == id) last = &event;
    return last;
}

bool Context::take_commit(std::uint32_t id)
{
    return std::ranges::any_of(events_,
                               [&](const Event& event) { return event.kind == Event::Kind::commit && event.id == id; });
}

const Event* Context::next_key(std::uint32_t owner)
{
    for (auto& event : events_)
        if (event.kind == Event::Kind::key && event.owner == owner && owner != 0 && !event.taken) {
            event.taken = true;
            return &event;
        }
    return nullptr;
}

std::ptrdiff_t Context::start_of(const Event& key, std::span<const std::uint32_t> ids) const
{
    const auto wanted = std::ranges::find(ids, wanted_);
    return (wanted != ids.end() ? wanted : std::ranges::find(ids, key.id)) - ids.begin();
}

bool Context::key_is(std::uint32_t owner, std::string_view key)
{
    for (auto& event : events_)
        if (event.kind == Event::Kind::key && event.owner == owner && owner != 0 && !event.taken && event.text == key)
            return event.taken = true;
    return false;
}

bool Context::shows(std::uint32_t id) const
{
    return std::ranges::any_of(events_,
                               [&](const Event& event) { return event.kind == Event::Kind::show && event.id == id; });
}

float Context::ease(std::uint32_t id, bool on, float ms, bool from_off)
{
    const float target = on ? 1.0f : 0.0f;
    auto&       motion = parts_->motions[id];
    if (motion.frame < parts_->frame - 1) motion.value = from_off ? 0.0f : target;
    const bool again = motion.frame == parts_->frame;
    motion.frame     = parts_->frame;
    if (reduced_motion) motion.value = target;
    if (motion.value != target && !again) {
        const float step = std::min(since_last_ms(), longest_transition_ms) / ms;
        motion.value     = on ? std::min(1.0f, motion.value + step) : std::max(0.0f, motion.value - step);
    }
    if (motion.value != target) animating_ = true;
    return motion.value * motion.value * (3 - 2 * motion.value);
}

float Context::since_last_ms() const { return ImGui::GetIO().DeltaTime * 1000; }
float Context::step_ms() const { return std::min(since_last_ms(), longest_step_ms); }

void Context::wake_in(float ms)
{
    ms             = std::max(0.0f, ms);
    asked_wake_ms_ = asked_wake_ms_ < 0 ? ms : std::min(asked_wake_ms_, ms);
}

float Context::wakes_in_ms() const
{
    const float toasts = toasts_leave_in_ms(*parts_);
    if (toasts < 0 || asked_wake_ms_ < 0) return std::max(toasts, asked_wake_ms_);
    return std::min(toasts, asked_wake_ms_);
}

Flow& Context::flow() { return parts_->flows.back(); }

}  // namespace ui
