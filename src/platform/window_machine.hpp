// What the window needs from its platform: the browser or the native system. Not for other layers.
#pragma once
#include <cstdint>

struct SDL_Window;
union SDL_Event;

namespace platform {

struct Surface {
    float width = 1, height = 1;              // in ImGui's units: CSS pixels
    int   pixel_width = 1, pixel_height = 1;  // in device pixels
};

// Callbacks into the window, where the platform runs the loop.
struct Attached {
    void (*frame)()                                          = nullptr;
    void (*wheel)(double x_px, double y_px)                  = nullptr;
    void (*touch)(int phase, int finger, double x, double y) = nullptr;  // 0 down, 1 move, 2 up, 3 cancel
    void (*held)(bool shift, bool control)                   = nullptr;  // when a pointer is pressed
    void (*context)(bool back)                               = nullptr;  // GPU context lost (false), restored (true)
};

extern const bool        drives_itself;  // the platform calls for frames; `run` returns at once
extern const char* const shader_version;

void        prepare_hints();
SDL_Window* create_window(const char* title);
Surface     measure(SDL_Window*);
bool        takes(const SDL_Event&);  // true if the platform handles the event itself and ImGui must not see it
void        attach(Attached);
void        wait_for_events(bool& closed);  // returns on an input or a due timer

}  // namespace platform
