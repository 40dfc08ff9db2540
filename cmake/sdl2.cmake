# SDL for the browser, from source: the window, its events and the OpenGL context; no audio, joystick, renderer, surfaces or
# gestures. Emscripten's own port of SDL would be an extra download and includes all of that.

function(add_sdl2_for_browser source)
    # 1. Its configuration for Emscripten, without what this program never uses.
    set(include ${CMAKE_BINARY_DIR}/sdl2/include)
    file(COPY ${source}/include/ DESTINATION ${include}/SDL2 FILES_MATCHING PATTERN "*.h")
    file(READ ${source}/include/SDL_config_emscripten.h config)
    string(REGEX REPLACE "#define SDL_(AUDIO_DRIVER|JOYSTICK|SENSOR|LOADSO|VIDEO_RENDER|FILESYSTEM|POWER)_[A-Z0-9_]+ 1\n" "" config "${config}")
    string(REPLACE "#define SDL_CPUINFO_DISABLED 1"
        "#define SDL_CPUINFO_DISABLED 1\n#define SDL_AUDIO_DISABLED 1\n#define SDL_JOYSTICK_DISABLED 1\n#define SDL_SENSOR_DISABLED 1\n#define SDL_LOADSO_DUMMY 1\n#define SDL_RENDER_DISABLED 1\n#define SDL_FILESYSTEM_DUMMY 1\n#define SDL_POWER_DISABLED 1"
        config "${config}")
    # Uses SDL's own strtod and atof, needed in hints only: C's parser would add 15 KB.
    string(REGEX REPLACE "#define HAVE_(ATOF|STRTOD) 1\n" "" config "${config}")
    file(CONFIGURE OUTPUT ${include}/SDL2/SDL_config_emscripten.h CONTENT "${config}" @ONLY)

    # 2. The remaining files.
    set(files
        SDL.c SDL_assert.c SDL_dataqueue.c SDL_guid.c SDL_hints.c SDL_list.c SDL_utils.c
        atomic/SDL_atomic.c atomic/SDL_spinlock.c cpuinfo/SDL_cpuinfo.c dynapi/SDL_dynapi.c
        events/SDL_clipboardevents.c events/SDL_displayevents.c events/SDL_dropevents.c events/SDL_events.c
        events/SDL_keyboard.c events/SDL_keysym_to_scancode.c events/SDL_mouse.c events/SDL_quit.c
        events/SDL_scancode_tables.c events/SDL_touch.c events/SDL_windowevents.c file/SDL_rwops.c
        filesystem/dummy/SDL_sysfilesystem.c loadso/dummy/SDL_sysloadso.c locale/SDL_locale.c
        locale/emscripten/SDL_syslocale.c misc/SDL_url.c misc/emscripten/SDL_sysurl.c power/SDL_power.c
        stdlib/SDL_crc16.c stdlib/SDL_crc32.c stdlib/SDL_getenv.c stdlib/SDL_iconv.c stdlib/SDL_malloc.c
        stdlib/SDL_qsort.c stdlib/SDL_stdlib.c stdlib/SDL_string.c stdlib/SDL_strtokr.c thread/SDL_thread.c
        thread/generic/SDL_syscond.c thread/generic/SDL_sysmutex.c thread/generic/SDL_syssem.c
        thread/generic/SDL_systhread.c thread/generic/SDL_systls.c timer/SDL_timer.c timer/unix/SDL_systimer.c
        video/SDL_clipboard.c video/SDL_egl.c video/SDL_pixels.c video/SDL_rect.c video/SDL_video.c
        video/emscripten/SDL_emscriptenevents.c video/emscripten/SDL_emscriptenmouse.c
        video/emscripten/SDL_emscriptenopengles.c video/emscripten/SDL_emscriptenvideo.c)
    list(TRANSFORM files PREPEND ${source}/src/)
    add_library(sdl2 STATIC EXCLUDE_FROM_ALL ${files} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/sdl2_absent.c)
    # Their formatted messages go to SDL_Log and SDL_SetError, which do nothing here.
    set_source_files_properties(${source}/src/events/SDL_events.c ${source}/src/video/SDL_egl.c
        PROPERTIES COMPILE_DEFINITIONS SDL_snprintf=SDL_prints_nothing)
    target_include_directories(sdl2 SYSTEM PUBLIC ${include}/SDL2 ${include})
    # Without SDL's drawing: ImGui draws with OpenGL.
    target_compile_definitions(sdl2 PRIVATE SDL_LEAN_AND_MEAN=1)
    # SDL compares pointers that may have wrapped around.
    target_compile_options(sdl2 PRIVATE -w -fwrapv-pointer -sUSE_SDL=0)
endfunction()
