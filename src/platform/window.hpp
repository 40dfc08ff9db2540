// The window, the GPU and the frame loop: SDL, OpenGL and ImGui's backends live behind this header and
// nowhere else. Frames are drawn only when something changed.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace platform {

struct Program {
    const char* title = "";

    // Once, when the window and the ImGui context are there; fonts are added here.
    std::function<void()> start;

    // One frame, between ImGui::NewFrame and ImGui::Render.
    std::function<void()> draw;

    // Once, before the ImGui context goes (natively only; a browser tab just ends).
    std::function<void()> stop = {};
};

// Natively returns when the window was closed; in the browser at once, and the page goes on.
// Returns 0, or 1 when there is no usable GPU interface.
int run(Program);

// Three frames from now on, then none. Every input, answer and timer does this by itself; a transition asks
// for it in each frame until it has ended.
void request_frame();

// Frames drawn so far.
std::uint64_t frames();

// Whether something still waits to be stored or sent. The page counts as idle only without.
void set_busy(bool);

// Pixels of the device per unit of ImGui's coordinates (CSS pixels); fractional under zoom.
float pixel_density();

// Bytes that came with the page, by the name they have in the package ("inter-regular.otf"); empty when
// there is no such file. They stay where they are until the program ends.
std::string_view asset(std::string_view name);

// The same for a file that the first frame does not need, such as "public_suffixes.txt": it is fetched now, once.
// `done` gets nothing when it cannot be had.
void fetch_asset(std::string_view name, std::function<void(std::string_view bytes)> done);

// Two things that ImGui is told and the kit should know:
// - One unit of mouse wheel is five lines of the base font, the distance ImGui itself scrolls for it; wheels,
//   touchpads and fingers report pixels, which are divided by it.
// - After a rest, DeltaTime is as long as the rest was. Transitions should take at most 1/20 s of it.

}  // namespace platform
