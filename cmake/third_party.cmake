# Third-party code, fetched by tools/setup into .toolchain/ or installed as system packages.
# Without it a machine can still build and test the pure layers: this file reports once what is missing.

set(GUICHET_TOOLCHAIN_DIR ${CMAKE_SOURCE_DIR}/.toolchain CACHE PATH "Where tools/setup puts what it fetches")

# nlohmann/json: the fetched version is newer than Debian 12's, which the browser's compiler rejects.
add_library(nlohmann_json INTERFACE)
if(EXISTS ${GUICHET_TOOLCHAIN_DIR}/json/nlohmann/json.hpp)
    target_include_directories(nlohmann_json SYSTEM INTERFACE ${GUICHET_TOOLCHAIN_DIR}/json)
endif()

# Dear ImGui, without its demo and debug windows.
set(imgui_dir ${GUICHET_TOOLCHAIN_DIR}/imgui)
if(EXISTS ${imgui_dir}/imgui.cpp)
    set(GUICHET_HAS_IMGUI ON)
    set(imgui_tables ${imgui_dir}/imgui_tables.cpp)
    if(EMSCRIPTEN)
        set(imgui_tables ${CMAKE_SOURCE_DIR}/cmake/no_tables.cpp)
    endif()
    add_library(imgui STATIC EXCLUDE_FROM_ALL
        ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp ${imgui_tables}
        ${imgui_dir}/imgui_widgets.cpp ${imgui_dir}/misc/cpp/imgui_stdlib.cpp)
    target_include_directories(imgui SYSTEM PUBLIC ${imgui_dir} ${imgui_dir}/misc/cpp)
    target_compile_definitions(imgui PUBLIC
        IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
        IMGUI_DISABLE_FILE_FUNCTIONS)
    target_compile_options(imgui PRIVATE -w ${guichet_no_exceptions} $<$<BOOL:${GUICHET_SANITIZE}>:-O1>)
    if(EMSCRIPTEN)
        target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${CMAKE_SOURCE_DIR}/cmake/imgui_for_browser.hpp")
    endif()
    if(CMAKE_BUILD_TYPE STREQUAL "Debug")
        # The check that every item with an id has a semantic node; in debug builds only.
        target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
    endif()
else()
    set(GUICHET_HAS_IMGUI OFF)
    message(STATUS "Dear ImGui is not in ${imgui_dir} (run tools/setup): no pages in this build")
endif()

# The window: SDL2, and ImGui's backends for it and for OpenGL ES 3.
set(GUICHET_HAS_WINDOW OFF)
if(GUICHET_HAS_IMGUI)
    if(EMSCRIPTEN)
        set(GUICHET_HAS_WINDOW ON)
        include(sdl2)
        add_sdl2_for_browser(${GUICHET_TOOLCHAIN_DIR}/sdl2)
    else()
        find_package(SDL2 QUIET CONFIG)
        find_package(OpenGL QUIET)
        if(SDL2_FOUND AND OpenGL_FOUND)
            set(GUICHET_HAS_WINDOW ON)
            add_library(sdl2 INTERFACE)
            target_link_libraries(sdl2 INTERFACE SDL2::SDL2 OpenGL::GL)
        else()
            message(STATUS "libsdl2-dev or libgl-dev is missing: no native window in this build")
        endif()
    endif()
endif()
if(GUICHET_HAS_WINDOW)
    add_library(imgui_window STATIC EXCLUDE_FROM_ALL
        ${imgui_dir}/backends/imgui_impl_sdl2.cpp ${imgui_dir}/backends/imgui_impl_opengl3.cpp)
    target_include_directories(imgui_window SYSTEM PUBLIC ${imgui_dir}/backends)
    target_link_libraries(imgui_window PUBLIC imgui sdl2)
    target_compile_options(imgui_window PRIVATE -w ${guichet_no_exceptions})
    if(EMSCRIPTEN)
        target_compile_definitions(imgui_window PUBLIC IMGUI_IMPL_OPENGL_ES3)
    endif()
endif()

# Internationalised domain names for native builds; the browser has its own implementation.
add_library(idn INTERFACE)
if(NOT EMSCRIPTEN)
    find_library(idn2_library idn2)
    if(idn2_library)
        target_link_libraries(idn INTERFACE ${idn2_library})
    endif()
endif()

# doctest, for tests only.
if(NOT EMSCRIPTEN)
    find_path(doctest_include doctest/doctest.h)
endif()
