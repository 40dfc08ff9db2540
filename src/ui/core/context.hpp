// The kit's frame: what the app sets before it, what widgets use during it, what the app reads after it. The app owns
// the Context; widgets find it through ImGui's own context, so there is no further singleton.
#pragma once
#include "base/instant.hpp"
#include "base/text_engine.hpp"
#include "base/texts.hpp"
#include "ui/core/semantics.hpp"
#include "ui/core/theme.hpp"
#include "ui/core/toast.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

using Event = base::ScreenEvent;  // an action by keyboard or assistive technology

enum class Breakpoint : std::uint8_t { phone, tablet, desktop };  // below 640 px, below 1024 px, the rest

struct Flow;

// A text for the clipboard.
struct Copy {
    std::string text, done;  // `done`: the sentence that says that it is there
};

class Context {
public:
    Context();
    ~Context();
    Context(const Context&)            = delete;
    Context& operator=(const Context&) = delete;

    // --- set by the app, outside of a frame ---
    bool             says_paris = false;  // the device shows another hour than Paris: hours say whose they are
    base::Language   language   = base::Language::fr;
    Theme            theme      = make_theme(Scheme::light);
    Fonts            fonts;
    base::TextEngine engine;  // for the letters that the fonts lack
    base::Instant    now;
    bool             reduced_motion = false;
    bool             on_paper       = false;  // what is drawn is printed: lists show all rows
    bool             page_fields    = false;  // text fields are edited by the page's own inputs, not by ImGui
    void             hear(Event event);

    // --- the frame: after ImGui::NewFrame, before ImGui::Render ---
    void begin();
    void end();

    // --- asked by the app after end() ---
    Semantics&       semantics() { return semantics_; }
    const Semantics& semantics() const { return semantics_; }
    bool             animating() const { return animating_; }  // another frame is needed
    // The time until a frame is needed even without input, for a toast that disappears or for wake_in(); below 0:
    // never. The app keeps one timer for it: cancel(timer); if (ms >= 0) timer = call_after(ms, [] {});
    float                      wakes_in_ms() const;
    std::optional<std::string> followed();      // the address of the link that was pressed; returned once
    std::optional<std::string> opened_apart();  // the address to be opened in a new tab; returned once
    std::optional<Copy>        copied();        // what goes to the clipboard; returned once

    // --- asked by pages during a frame ---
    Breakpoint breakpoint() const { return breakpoint_; }
    float      width() const { return width_; }
    float      height() const { return height_; }
    float      density() const { return density_; }
    void       follow(std::string_view href) { followed_ = std::string(href); }
    void       open_apart(std::string_view href) { apart_ = std::string(href); }  // in a new tab
    // Puts the text on the clipboard. `done` is said once the clipboard has taken it.
    void          copy(std::string text, std::string done) { copy_ = {std::move(text), std::move(done)}; }
    void          focus(std::uint32_t id, bool select_all = false);  // asks the page to move the keyboard focus there
    std::uint32_t wanted_focus() const { return wanted_; }
    std::uint32_t wanted_state(std::uint32_t id) const;  // the state bits that `id`'s node must carry to get the focus
    std::uint32_t focused() const { return focused_; }

    // True if this chord was pressed, wherever the focus is. It must be among those given to platform::set_shortcuts.
    bool shortcut(std::string_view key, bool control = true);

    // Asks for another frame within `ms` milliseconds even without input, for example to count down seconds. Valid for
    // one frame.
    void wake_in(float ms);

    // Shows a toast.
    void toast(Tone tone, std::string words, std::string action = {}, std::string href = {},
               std::function<void()> press = {});

    // --- for the kit's widgets ---
    bool         take_press(std::uint32_t id);
    bool         shift() const { return shift_; }  // Shift was held at the last press
    const Event* take_value(std::uint32_t id);
    bool         take_commit(std::uint32_t id);
    const Event* next_key(std::uint32_t owner);  // null if there are no more
    // Where in `ids` the key starts from: the node that the focus is on its way to, since several keys may arrive in one
    // frame, else the one that had the focus; the size of `ids` if neither is there.
    std::ptrdiff_t start_of(const Event& key, std::span<const std::uint32_t> ids) const;
    bool           key_is(std::uint32_t owner, std::string_view key);  // takes this key only
    bool           shows(std::uint32_t id) const;
    bool           focus_ring(std::uint32_t id) const { return focused_ == id && keyboard_; }
    // An animated value from 0 (off) to 1 (on); jumps with reduced motion. With `from_off` a new item starts at 0.
    float ease(std::uint32_t id, bool on, float ms = 140, bool from_off = false);
    void  animate() { animating_ = true; }
    // Time since the last frame, including idle time without frames. For a duration that only runs while frames follow
    // each other, use step_ms(), which caps idle time.
    float since_last_ms() const;
    float step_ms() const;
    Flow& flow();
    struct Parts;
    Parts& parts() { return *parts_; }

private:
    Semantics                  semantics_;
    std::vector<Event>         heard_, events_;
    std::optional<std::string> followed_, apart_;
    std::optional<Copy>        copy_;
    std::uint32_t              focused_ = 0, wanted_ = 0;
    bool                       wanted_select_ = false, keyboard_ = false, animating_ = false, shift_ = false;
    int                        wanted_frames_ = 0;
    Breakpoint                 breakpoint_    = Breakpoint::desktop;
    float                      width_ = 0, height_ = 0, density_ = 1;
    float                      asked_wake_ms_ = -1;
    Parts*                     parts_;
};

// The context of the frame being drawn.
Context& context();

inline bool is_phone() { return context().breakpoint() == Breakpoint::phone; }

}  // namespace ui
