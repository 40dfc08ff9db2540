# Compiler flags for our code. Third-party code is compiled without our warnings.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(GUICHET_WERROR "A warning in our code is an error" ON)
option(GUICHET_SANITIZE "Native builds look for memory errors and undefined behaviour" OFF)

option(GUICHET_THREADS "Native builds look for races between threads instead" OFF)
option(GUICHET_PCH "What most files of a layer include is compiled once; OFF shows an include that is missing" ON)
option(GUICHET_LINES "Sanitizers and debuggers know lines, not functions alone; takes longer to compile" OFF)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(guichet_warnings
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13 AND CMAKE_BUILD_TYPE STREQUAL "Release")
    # False positives about overlapping or out-of-range copies in "text" + std::string: GCC bug 105651 and similar ones.
    list(APPEND guichet_warnings -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(GUICHET_WERROR)
    list(APPEND guichet_warnings -Werror)
endif()

# The browser build has no exceptions and no RTTI, so all builds go without them.
set(guichet_no_exceptions -fno-exceptions -fno-rtti)

# nlohmann/json needs the same setting in every file, tests included.
add_compile_definitions(JSON_NOEXCEPTION)

if(EMSCRIPTEN)
    # See src/base/texts.hpp.
    add_compile_definitions(GUICHET_NUMBERED_TEXTS)
    add_compile_options(-msimd128)
    # Single-threaded, and the program ends only with its tab: statics need no lock and no destruction.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics> $<$<COMPILE_LANGUAGE:CXX>:-fno-c++-static-destructors>)
    add_link_options(-msimd128)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        # Optimises for size: download time delays the first frame.
        set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
        set(CMAKE_C_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
        # Without inlining, so that the first part of the program (part_program) contains only what the first frame calls: a
        # function with one caller, such as a whole page, would else be inlined into the frame.
        add_compile_options(-finline-hint-functions)
    endif()
elseif(GUICHET_THREADS)
    add_compile_options(-fsanitize=thread)
    add_link_options(-fsanitize=thread)
elseif(GUICHET_SANITIZE)
    # The vptr check needs RTTI.
    set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_compile_options(${sanitizers})
    add_link_options(${sanitizers})
endif()
if(NOT EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    # Stack traces have function names even without line information.
    foreach(language C CXX)
        if(GUICHET_LINES)
            set(CMAKE_${language}_FLAGS_DEBUG -g1)
        else()
            set(CMAKE_${language}_FLAGS_DEBUG -g0)
        endif()
    endforeach()
endif()
find_program(lld_program ld.lld)
if(lld_program AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
    add_link_options(-fuse-ld=lld)
endif()
# libFuzzer is clang's. The same build serves tests and fuzz targets.
set(guichet_fuzzes OFF)
if(GUICHET_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
    set(guichet_fuzzes ON)
endif()
