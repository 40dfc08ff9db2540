// The window: the only file that uses SDL and ImGui's backends. The browser and the dev window share everything except the
// event loop and the measuring of the size.
#include "platform/window.hpp"

#include "platform/page.hpp"
#include "platform/pump.hpp"
#include "platform/schedule.hpp"
#include "platform/touch.hpp"
#include "platform/window_crisp.hpp"
#include "platform/window_machine.hpp"

#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <SDL_opengl.h>
#endif

#include <utility>

namespace platform {
namespace {

struct Window {
    Program       program;
    SDL_Window*   sdl     = nullptr;
    SDL_GLContext context = nullptr;
    Surface       surface;
    Touch         touch;
    bool          lost   = false;
    bool          closed = false;
};

Window& window()
{
    static Window one;
    return one;
}

// Updates the stored surface.
void measure_surface()
{
    window().surface = measure(window().sdl);
    set_pixel_density(static_cast<float>(window().surface.pixel_width) / window().surface.width);
}

// 1. Input.

// The distance that ImGui scrolls per wheel unit.
float wheel_unit_px() { return 5 * ImGui::GetStyle().FontSizeBase * ImGui::GetStyle().FontScaleMain; }

void held(bool shift, bool control)
{
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(ImGuiMod_Ctrl, control);
}

void take_finger(int phase, int finger, double x, double y)
{
    auto&        touch = window().touch;
    const double now   = elapsed_ms();
    if (phase == 0) touch.down(finger, static_cast<float>(x), static_cast<float>(y), now);
    else if (phase == 1) touch.move(finger, static_cast<float>(x), static_cast<float>(y), now);
    else if (phase == 2) touch.up(finger, now);
    else touch.cancel();
}

void take_finger(int phase, const SDL_TouchFingerEvent& finger)
{
    const auto& surface = window().surface;
    take_finger(phase, static_cast<int>(finger.fingerId), finger.x * surface.width, finger.y * surface.height);
}

void carry_out(const PointerStep& step)
{
    auto& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    switch (step.kind) {
    case PointerStep::Kind::move:    io.AddMousePosEvent(step.x, step.y); break;
    case PointerStep::Kind::press:   io.AddMouseButtonEvent(0, true); break;
    case PointerStep::Kind::release: io.AddMouseButtonEvent(0, false); break;
    case PointerStep::Kind::leave:   io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); break;
    case PointerStep::Kind::scroll:  io.AddMouseWheelEvent(step.x / wheel_unit_px(), step.y / wheel_unit_px()); break;
    }
}

void take_events()
{
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        switch (event.type) {
        case SDL_QUIT:         window().closed = true; break;
        case SDL_FINGERDOWN:   take_finger(0, event.tfinger); break;
        case SDL_FINGERMOTION: take_finger(1, event.tfinger); break;
        case SDL_FINGERUP:     take_finger(2, event.tfinger); break;
        default:
            if (!takes(event)) ImGui_ImplSDL2_ProcessEvent(&event);
        }
        // In the browser each DOM event has already requested its frames.
        if (!drives_itself) request_frame();
    }
    if (window().touch.tick(elapsed_ms())) request_frame();
    for (const auto& step : window().touch.take()) carry_out(step);
}

// 2. Frames.

void draw_frame()
{
    auto& on = window();
    if (!on.sdl || on.lost) return;
    schedule().begin_frame();
    take_events();
    measure_surface();

    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    // SDL rounds the size and ignores the browser's zoom.
    auto& io                   = ImGui::GetIO();
    io.DisplaySize             = {on.surface.width, on.surface.height};
    io.DisplayFramebufferScale = {static_cast<float>(on.surface.pixel_width) / on.surface.width,
                                  static_cast<float>(on.surface.pixel_height) / on.surface.height};
    ImGui::NewFrame();
    if (on.program.draw) on.program.draw();
    ImGui::Render();

    const auto color = theme().background;
    glViewport(0, 0, on.surface.pixel_width, on.surface.pixel_height);
    glClearColor(static_cast<float>(color >> 16 & 255) / 255, static_cast<float>(color >> 8 & 255) / 255,
                 static_cast<float>(color & 255) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    put_text_on_pixels(*ImGui::GetDrawData());
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(on.sdl);

    // ImGui spreads a quick press and release over two frames: draw more while events are queued.
    if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) request_frame();
    schedule().end_frame();
}

void wheel(double x_px, double y_px)
{
    if (!window().sdl) return;
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(-x_px) / wheel_unit_px(),
                                      static_cast<float>(-y_px) / wheel_unit_px());
}

// The GPU context was lost with its buffers, shaders and textures; the next frame creates them again. ImGui and the program
// keep all other state.
void context_changed(bool back)
{
    window().lost = !back;
    if (back && window().sdl) ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

// 3. The window's life cycle.

bool open()
{
    auto& on = window();
    prepare_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    on.sdl = create_window(on.program.title);
    if (!on.sdl) return false;
    on.context = SDL_GL_CreateContext(on.sdl);
    if (!on.context) return false;
    SDL_GL_MakeCurrent(on.sdl, on.context);

    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    auto& io       = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(on.sdl, on.context);
    ImGui_ImplOpenGL3_Init(shader_version);
    return true;
}

void close()
{
    auto& on = window();
    if (on.program.stop) on.program.stop();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
    SDL_GL_DeleteContext(on.context);
    SDL_DestroyWindow(on.sdl);
    SDL_Quit();
    on.sdl = nullptr;
}

}  // namespace

int run(Program program)
{
    window().program = std::move(program);
    if (!open()) return 1;
    measure_surface();
    attach({draw_frame, wheel, take_finger, held, context_changed});
    if (window().program.start) window().program.start();
    request_frame();
    if (drives_itself) return 0;

    while (!window().closed) {
        pump();
        if (schedule().due()) draw_frame();
        else wait_for_events(window().closed);
        if (!schedule().due() && SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT)) request_frame();
    }
    close();
    return 0;
}

}  // namespace platform
