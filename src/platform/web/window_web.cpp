// The window in the browser: a canvas, whose size and wheel events the page reports in exact CSS pixels.
#ifdef __EMSCRIPTEN__
#include "platform/page.hpp"
#include "platform/web/bridge.hpp"
#include "platform/window_machine.hpp"

#include <SDL.h>
#include <emscripten/html5.h>

namespace platform {
namespace {

Surface  page_surface;
Attached attached;

}  // namespace

const bool        drives_itself  = true;
const char* const shader_version = "#version 300 es";

void prepare_hints()
{
    // The mirror handles the keyboard; the canvas never has the focus, so SDL receives no keys. Touches and wheels come from
    // the page, in exact pixels and without blocking the browser's zoom.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    for (const auto finger : {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERUP}) SDL_EventState(finger, SDL_IGNORE);
}

SDL_Window* create_window(const char* title)
{
    web::window_hooks().resize = [](double width, double height, int pixel_width, int pixel_height) {
        page_surface = {static_cast<float>(width), static_cast<float>(height), pixel_width, pixel_height};
    };
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_Window* window = SDL_CreateWindow(title, 0, 0, 1, 1, SDL_WINDOW_OPENGL);
    // From here on the page reports the size; the first report comes at once.
    web::js_start_page();
    web::js_start_files();
    web::js_start_frames();
    web::js_start_mirror();
    return window;
}

Surface measure(SDL_Window* window)
{
    // SDL scales mouse positions to its own window size.
    int width = 0, height = 0;
    SDL_GetWindowSize(window, &width, &height);
    const int wanted_width  = static_cast<int>(page_surface.width + 0.5f);
    const int wanted_height = static_cast<int>(page_surface.height + 0.5f);
    if (width != wanted_width || height != wanted_height) {
        SDL_SetWindowSize(window, wanted_width, wanted_height);
        // SDL has just resized the canvas in its own way: set the exact pixels.
        emscripten_set_canvas_element_size("#canvas", page_surface.pixel_width, page_surface.pixel_height);
    }
    return page_surface;
}

bool takes(const SDL_Event& event)
{
    const auto type = event.type;
    return type == SDL_MOUSEWHEEL || type == SDL_KEYDOWN || type == SDL_KEYUP || type == SDL_TEXTINPUT;
}

void attach(Attached to)
{
    attached                  = to;
    web::window_hooks().frame = [] { attached.frame(); };
    web::window_hooks().wheel = [](double x_px, double y_px) { attached.wheel(x_px, y_px); };
    web::window_hooks().touch = [](int phase, int finger, double x, double y) { attached.touch(phase, finger, x, y); };
    web::window_hooks().held  = [](bool shift, bool control) { attached.held(shift, control); };
    web::window_hooks().context = [](bool back) { attached.context(back); };
    web::js_rest(32, 0);
}

void wait_for_events(bool&) {}

}  // namespace platform
#endif
