# Toolchain file for the browser: uses the em++ prepared by tools/setup, which finds its own configuration.
get_filename_component(guichet_root ${CMAKE_CURRENT_LIST_DIR} DIRECTORY)
set(guichet_bin ${guichet_root}/.toolchain/bin)
if(NOT EXISTS ${guichet_bin}/em++)
    message(FATAL_ERROR "No ${guichet_bin}/em++: run tools/setup first")
endif()

set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CROSSCOMPILING TRUE)
set(EMSCRIPTEN TRUE)
set(CMAKE_C_COMPILER ${guichet_bin}/emcc)
set(CMAKE_CXX_COMPILER ${guichet_bin}/em++)
set(CMAKE_AR ${guichet_bin}/emar CACHE FILEPATH "")
set(CMAKE_RANLIB ${guichet_bin}/emranlib CACHE FILEPATH "")

# Skips compiler detection: it would link a program, and so build a set of system libraries that nothing else needs.
foreach(language C CXX)
    set(CMAKE_${language}_COMPILER_ID_RUN TRUE)
    set(CMAKE_${language}_COMPILER_FORCED TRUE)
    set(CMAKE_${language}_COMPILER_ID Clang)
    set(CMAKE_${language}_COMPILER_VERSION 19)
    set(CMAKE_${language}_COMPILER_FRONTEND_VARIANT GNU)
    set(CMAKE_${language}_STANDARD_COMPUTED_DEFAULT 17)
endforeach()
set(CMAKE_SIZEOF_VOID_P 4)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_EXECUTABLE_SUFFIX .mjs)

# The em++ of tools/setup already calls ccache, which does not recognise em++ as clang.
set(CMAKE_C_COMPILER_LAUNCHER "" CACHE STRING "" FORCE)
set(CMAKE_CXX_COMPILER_LAUNCHER "" CACHE STRING "" FORCE)
