// The kit's frame: what the app sets before it, what widgets ask during it, what the app takes after it. It belongs
// to the app; widgets reach it through ImGui's own context, so there is no singleton beside that one.
#pragma once
#include "base/instant.hpp"
#include "base/texts.hpp"
#include "ui/core/semantics.hpp"
#include "ui/core/theme.hpp"
#include "ui/core/toast.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

using Event = base::ScreenEvent;  // what keyboard and assistive technology did

enum class Breakpoint : std::uint8_t { phone, tablet, desktop };  // below 640, below 1024, the rest

struct Flow;

class Context {
public:
    Context();
    ~Context();
    Context(const Context&)            = delete;
    Context& operator=(const Context&) = delete;

    // --- set by the app, outside of a frame ---
    base::Language language = base::Language::fr;
    Theme          theme    = make_theme(Scheme::light);
    Fonts          fonts;
    base::Instant  now;
    bool           reduced_motion = false;
    bool           page_fields    = false;  // text fields are edited by the page's own inputs, not by ImGui
    void           hear(Event event);

    // --- the frame: after ImGui::NewFrame, before ImGui::Render ---
    void begin();
    void end();

    // --- asked by the app after end() ---
    Semantics&       semantics() { return semantics_; }
    const Semantics& semantics() const { return semantics_; }
    bool             animating() const { return animating_; }  // another frame is wanted
    // When a frame is wanted though nothing happens: for a toast that leaves by itself, and for what asked wake_in();
    // below 0: never. The app keeps one timer for it: cancel(timer); if (ms >= 0) timer = call_after(ms, [] {});
    float                      wakes_in_ms() const;
    std::optional<std::string> followed();  // the address of the link that was pressed; once
    void                       copy_wanted(std::string text) { copy_ = std::move(text); }
    std::optional<std::string> copied();  // what a copy button wants on the clipboard; once

    // --- asked by pages during a frame ---
    Breakpoint    breakpoint() const { return breakpoint_; }
    float         width() const { return width_; }
    float         height() const { return height_; }
    float         density() const { return density_; }
    void          follow(std::string_view href) { followed_ = std::string(href); }
    void          focus(std::uint32_t id, bool select_all = false);  // asks the page to move the keyboard focus there
    std::uint32_t wanted_focus() const { return wanted_; }
    std::uint32_t wanted_state(std::uint32_t id) const;  // the bits that ask for it, on the node that is wanted
    std::uint32_t focused() const { return focused_; }

    // Whether this chord was pressed, wherever the focus is: one of those given to platform::set_shortcuts.
    bool shortcut(std::string_view key, bool control = true);

    // Another frame is wanted in so many milliseconds at the latest, though nothing happens: a second goes by. Asked
    // again in each frame.
    void wake_in(float ms);

    // Tells the customer what has just happened.
    void toast(Tone tone, std::string words, std::string action = {}, std::string href = {});

    // --- for the kit's widgets ---
    bool         take_press(std::uint32_t id);
    bool         shift() const { return shift_; }      // held while the last press came
    bool         control() const { return control_; }  // Ctrl, or Cmd on a Mac; likewise
    const Event* take_value(std::uint32_t id);
    bool         take_commit(std::uint32_t id);
    const Event* next_key(std::uint32_t owner);                      // null when there is none left
    bool         key_is(std::uint32_t owner, std::string_view key);  // takes this key only
    bool         shows(std::uint32_t id) const;
    bool         focus_ring(std::uint32_t id) const { return focused_ == id && keyboard_; }
    // From 0 to 1 and back, on its way: at once where motion is not wanted. `from_off`: what is new comes from 0.
    float ease(std::uint32_t id, bool on, float ms = 140, bool from_off = false);
    void  animate() { animating_ = true; }
    // Since the last frame. After a rest that is the whole rest: what began in this frame has not lasted so long, so
    // whoever measures how long something goes on while frames follow each other takes step_ms(), which leaves rests out.
    float since_last_ms() const;
    float step_ms() const;
    Flow& flow();
    struct Parts;
    Parts& parts() { return *parts_; }

private:
    Semantics                  semantics_;
    std::vector<Event>         heard_, events_;
    std::optional<std::string> followed_, copy_;
    std::uint32_t              focused_ = 0, wanted_ = 0;
    bool       wanted_select_ = false, keyboard_ = false, animating_ = false, shift_ = false, control_ = false;
    int        wanted_frames_ = 0;
    Breakpoint breakpoint_    = Breakpoint::desktop;
    float      width_ = 0, height_ = 0, density_ = 1;
    float      asked_wake_ms_ = -1;
    Parts*     parts_;
};

// The context of the frame that is being drawn.
Context& context();

inline bool is_phone() { return context().breakpoint() == Breakpoint::phone; }

}  // namespace ui
