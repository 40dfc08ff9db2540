// The functions that JavaScript calls: answers, events, frames, input.
#include "platform/web/bridge.hpp"

#include "platform/page_state.hpp"
#include "platform/pump.hpp"
#include "platform/requests.hpp"
#include "platform/schedule.hpp"

#include <emscripten.h>

#include <cstdlib>

namespace platform {
namespace web {

std::string take(char* at, std::size_t length)
{
    std::string bytes(at, length);
    std::free(at);
    return bytes;
}

std::optional<std::string> take_text(char* at)
{
    if (!at) return std::nullopt;
    std::string text(at);
    std::free(at);
    return text;
}

WindowHooks& window_hooks()
{
    static WindowHooks one;
    return one;
}

namespace {

// A dropped file, stored between its entry and its event.
Entry& dropped()
{
    static Entry one;
    return one;
}

void hear(Event kind, std::string_view text, double number)
{
    auto& to = events();
    switch (kind) {
    case Event::location:
        if (to.location_changed) to.location_changed(text);
        break;
    case Event::appearance:
        if (to.appearance_changed) to.appearance_changed();
        break;
    case Event::online:
        if (to.online_changed) to.online_changed(number != 0);
        break;
    case Event::visibility:
        if (to.visibility_changed) to.visibility_changed(number != 0);
        break;
    case Event::print:
        if (to.print_changed) to.print_changed(number != 0);
        break;
    case Event::renewed:
        if (to.renewed) to.renewed();
        break;
    case Event::drag: set_file_hovers(number != 0); break;
    case Event::drop:
        if (to.file_dropped) to.file_dropped(given_file(std::move(dropped().key), dropped().bytes), text);
        dropped() = {};
        break;
    }
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_answer(std::uint32_t request, int ok, char* at, std::size_t length)
{
    answer(request, ok != 0, take(at, length));
}

// Adds an entry to an answer that is still to come; request 0: the dropped file. The caller writes the entry's bytes to the
// returned address before the next call, so that they are copied only once. Null: nobody waits for it.
EMSCRIPTEN_KEEPALIVE char* app_entry(std::uint32_t request, char* key, std::size_t key_length, std::size_t length)
{
    Entry entry{take(key, key_length), room_for(length)};
    auto* kept = request ? add_entry(request, std::move(entry)) : &(dropped() = std::move(entry));
    return kept ? kept->bytes.data() : nullptr;
}

// Passes on the entries received so far as a part of the answer.
EMSCRIPTEN_KEEPALIVE void app_part(std::uint32_t request) { deliver_part(request); }

EMSCRIPTEN_KEEPALIVE void app_event(int kind, char* at, std::size_t length, double number)
{
    call_soon([kind = static_cast<Event>(kind), text = take(at, length), number] { hear(kind, text, number); });
}

EMSCRIPTEN_KEEPALIVE void app_mirror_event(int kind, std::uint32_t id, std::uint32_t owner, char* at,
                                           std::size_t length, std::uint32_t caret, std::uint32_t selection, int bits)
{
    MirrorEvent event;
    event.kind      = static_cast<MirrorEvent::Kind>(kind);
    event.id        = id;
    event.owner     = owner;
    event.text      = take(at, length);
    event.caret     = caret;
    event.selection = selection;
    event.shift     = bits & 1;
    event.control   = bits & 2;
    event.alt       = bits & 4;
    event.composing = bits & 8;
    event.ring      = bits & 16;
    // Queued, because showing a screen can move the focus, which is reported while the frame of that screen is still being
    // drawn.
    call_soon([event = std::move(event)] {
        note_mirror_event(event);
        if (events().mirror) events().mirror(event);
    });
}

EMSCRIPTEN_KEEPALIVE void app_timer(Timer timer)
{
    deliver_answers();
    call_timer(timer);
}

EMSCRIPTEN_KEEPALIVE void app_input() { request_frame(); }

EMSCRIPTEN_KEEPALIVE void app_frame()
{
    deliver_answers();
    if (window_hooks().frame) window_hooks().frame();
    deliver_answers();
    if (schedule().due()) js_request_frame();
}

EMSCRIPTEN_KEEPALIVE void app_resize(double width, double height, int pixel_width, int pixel_height)
{
    if (window_hooks().resize) window_hooks().resize(width, height, pixel_width, pixel_height);
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void app_wheel(double x_px, double y_px)
{
    if (window_hooks().wheel) window_hooks().wheel(x_px, y_px);
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void app_touch(int phase, int finger, double x, double y)
{
    if (window_hooks().touch) window_hooks().touch(phase, finger, x, y);
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void app_held(int shift, int control)
{
    if (window_hooks().held) window_hooks().held(shift != 0, control != 0);
}

EMSCRIPTEN_KEEPALIVE void app_context(int back)
{
    if (window_hooks().context) window_hooks().context(back != 0);
    if (back) request_frame();
}

}  // extern "C"
}  // namespace web

void   wake_frame_loop() { web::js_request_frame(); }
void   tell_requests(std::size_t count) { web::js_rest(2, count > 0); }
void   tell_busy(bool busy) { web::js_rest(4, busy); }
void   arm_timer(Timer timer, std::int64_t delay_ms) { web::js_call_after(timer, static_cast<double>(delay_ms)); }
double elapsed_ms() { return web::js_elapsed(); }
double SystemClock::elapsed_ms() const { return platform::elapsed_ms(); }

std::int64_t zone_offset_ms(base::Instant at)
{
    return static_cast<std::int64_t>(web::js_zone_minutes(static_cast<double>(at.ms))) * base::ms_per_minute;
}

base::Instant SystemClock::now() const { return {static_cast<std::int64_t>(web::js_now())}; }

void pump() { deliver_answers(); }

}  // namespace platform
