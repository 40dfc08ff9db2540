// What the window needs from the machine it runs on: the browser's page or this computer. Not for other layers.
#pragma once
#include <cstdint>

struct SDL_Window;
union SDL_Event;

namespace platform {

struct Surface {
    float width = 1, height = 1;              // in ImGui's units: CSS pixels
    int   pixel_width = 1, pixel_height = 1;  // of the device
};

// What calls the window where the machine turns the loop itself.
struct Attached {
    void (*frame)()                                          = nullptr;
    void (*wheel)(double x_px, double y_px)                  = nullptr;
    void (*touch)(int phase, int finger, double x, double y) = nullptr;  // 0 down, 1 move, 2 up, 3 cancel
    void (*held)(bool shift, bool control)                   = nullptr;  // while a pointer comes down
    void (*context)(bool back)                               = nullptr;  // the GPU was lost; it is back
};

extern const bool        drives_itself;  // frames are called for; `run` returns at once
extern const char* const shader_version;

void        prepare_hints();
SDL_Window* create_window(const char* title);
Surface     measure(SDL_Window*);
bool        takes(const SDL_Event&);  // the machine has its own way with it: ImGui must not see it
void        attach(Attached);
void        wait_for_events(bool& closed);  // until an input or a timer

}  // namespace platform
