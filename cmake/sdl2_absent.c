// What SDL and its ImGui backend ask for by name, and a client area in the browser does without.
#include <SDL.h>

// SDL looks OpenGL's functions up by name, for which Emscripten would link all four hundred, in C and in JavaScript.
// ImGui calls the ones it draws with directly, and SDL minds none of what it does not find.
void* eglGetProcAddress(const char* name)
{
    (void)name;
    return NULL;
}

// SDL's words about what failed: nobody reads them, and the browser tells developers itself. Whether it failed is told.

int SDL_SetError(const char* format, ...)
{
    (void)format;
    return -1;
}

int SDL_Error(SDL_errorcode code)
{
    (void)code;
    return -1;
}

const char* SDL_GetError(void) { return ""; }

void SDL_ClearError(void) {}

void SDL_LogInit(void) {}

void SDL_LogQuit(void) {}

void SDL_Log(const char* format, ...) { (void)format; }

int SDL_prints_nothing(char* text, size_t size, const char* format, ...)
{
    (void)text;
    (void)size;
    (void)format;
    return 0;
}

// Game controllers: there are none.

SDL_bool SDL_IsGameController(int index)
{
    (void)index;
    return SDL_FALSE;
}

SDL_GameController* SDL_GameControllerOpen(int index)
{
    (void)index;
    return NULL;
}

void SDL_GameControllerClose(SDL_GameController* gamepad) { (void)gamepad; }

Uint8 SDL_GameControllerGetButton(SDL_GameController* gamepad, SDL_GameControllerButton button)
{
    (void)gamepad;
    (void)button;
    return 0;
}

Sint16 SDL_GameControllerGetAxis(SDL_GameController* gamepad, SDL_GameControllerAxis axis)
{
    (void)gamepad;
    (void)axis;
    return 0;
}

int SDL_NumJoysticks(void) { return 0; }

// SDL's own drawing, and pictures in memory: ImGui draws by OpenGL, and pointers are the browser's. SDL asks whether it got one.

SDL_Renderer* SDL_GetRenderer(SDL_Window* window)
{
    (void)window;
    return NULL;
}

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height)
{
    (void)renderer;
    (void)width;
    (void)height;
    return -1;
}

SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red, Uint32 green, Uint32 blue,
                                  Uint32 alpha)
{
    (void)flags;
    (void)width;
    (void)height;
    (void)depth;
    (void)red;
    (void)green;
    (void)blue;
    (void)alpha;
    return NULL;
}

SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags)
{
    (void)surface;
    (void)format;
    (void)flags;
    return NULL;
}

void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }

// A window that is drawn by the processor.

int Emscripten_CreateWindowFramebuffer(void* device, SDL_Window* window, Uint32* format, void** pixels, int* pitch)
{
    (void)device;
    (void)window;
    (void)format;
    (void)pixels;
    (void)pitch;
    return -1;
}

int Emscripten_UpdateWindowFramebuffer(void* device, SDL_Window* window, const SDL_Rect* rects, int count)
{
    (void)device;
    (void)window;
    (void)rects;
    (void)count;
    return -1;
}

void Emscripten_DestroyWindowFramebuffer(void* device, SDL_Window* window)
{
    (void)device;
    (void)window;
}

// Gestures learnt from the customer's hand; what the kit knows of touch it has from platform/touch.hpp.

int SDL_GestureAddTouch(SDL_TouchID touch)
{
    (void)touch;
    return 0;
}

int SDL_GestureDelTouch(SDL_TouchID touch)
{
    (void)touch;
    return 0;
}

void SDL_GestureProcessEvent(SDL_Event* event) { (void)event; }

void SDL_GestureQuit(void) {}
