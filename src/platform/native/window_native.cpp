// The development window on this computer.
#ifndef __EMSCRIPTEN__
#include "platform/native/page_native.hpp"
#include "platform/pump.hpp"
#include "platform/schedule.hpp"
#include "platform/window_machine.hpp"

#include <SDL.h>

#include <algorithm>

namespace platform {

const bool        drives_itself  = false;
const char* const shader_version = "#version 150";

void prepare_hints() { SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0"); }

SDL_Window* create_window(const char* title)
{
    native_page().saves_to_disk = true;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
    return SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800,
                            SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
}

Surface measure(SDL_Window* window)
{
    int width = 1, height = 1, pixel_width = 1, pixel_height = 1;
    SDL_GetWindowSize(window, &width, &height);
    SDL_GL_GetDrawableSize(window, &pixel_width, &pixel_height);
    return {static_cast<float>(std::max(width, 1)), static_cast<float>(std::max(height, 1)), std::max(pixel_width, 1),
            std::max(pixel_height, 1)};
}

bool takes(const SDL_Event& event)
{
    if (event.type != SDL_DROPFILE) return false;
    drop_file(event.drop.file);
    SDL_free(event.drop.file);
    return true;
}

void attach(Attached) {}

void wait_for_events(bool&)
{
    const double next = until_next_timer_ms();
    SDL_WaitEventTimeout(nullptr, next < 0 ? 1000 : std::clamp(static_cast<int>(next) + 1, 1, 1000));
}

}  // namespace platform
#endif
