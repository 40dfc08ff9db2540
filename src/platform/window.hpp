// The window, the GPU and the frame loop: only the implementation uses SDL, OpenGL and ImGui's backends. Frames are drawn only
// when something changed.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace platform {

struct Program {
    const char* title = "";

    // Called once, when the window and the ImGui context exist; add fonts here.
    std::function<void()> start;

    // Called for each frame, between ImGui::NewFrame and ImGui::Render.
    std::function<void()> draw;

    // Called once, before the ImGui context is destroyed (natively only; a browser tab just ends).
    std::function<void()> stop = {};
};

// Natively returns when the window is closed; in the browser at once, while the page goes on. Returns 0, or 1 if there is no
// usable GPU interface.
int run(Program);

// Draws three frames from now on, then none. Every input, answer and timer does this automatically; a transition must request
// it in each frame until it ends.
void request_frame();

// The number of frames drawn so far.
std::uint64_t frames();

// Tells whether something waits to be stored or sent. The page counts as idle only if not.
void set_busy(bool);

// Device pixels per unit of ImGui's coordinates (CSS pixels); fractional under zoom.
float pixel_density();

// The bytes of a file loaded with the page, by its name in the package ("inter-regular.otf"); empty if there is none. Valid
// until the program ends.
std::string_view asset(std::string_view name);

// As asset(), for a file that the first frame does not need, such as "public_suffixes.txt": fetches it on the first call.
// `done` gets empty bytes if it is not available.
void fetch_asset(std::string_view name, std::function<void(std::string_view bytes)> done);

// Notes for the kit on ImGui's input:
// - One unit of mouse wheel is five lines of the base font, the distance that ImGui scrolls for it; wheels, touchpads and
//   fingers report pixels, which are divided by it.
// - After a pause, DeltaTime is as long as the pause. Transitions should use at most 1/20 s of it.

}  // namespace platform
