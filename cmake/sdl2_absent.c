// What SDL and its ImGui backend ask for by name, and a client area in the browser does without.
#include <SDL.h>

// SDL looks OpenGL's functions up by name, for which Emscripten would link all four hundred, in C and in JavaScript.
// ImGui calls the ones it draws with directly, and SDL minds none of what it does not find.
void* eglGetProcAddress(const char* name)
{
    (void)name;
    return NULL;
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
