# What all our code is compiled with. Code of others is never compiled with our warnings.

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
    # It sees copies that overlap, or end outside, in "text" + std::string: GCC bug 105651 and its kin.
    list(APPEND guichet_warnings -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(GUICHET_WERROR)
    list(APPEND guichet_warnings -Werror)
endif()

# The client goes without exceptions and RTTI in the browser, so it goes without them everywhere.
set(guichet_no_exceptions -fno-exceptions -fno-rtti)

# nlohmann/json must see the same setting in every file, tests included.
add_compile_definitions(JSON_NOEXCEPTION)

if(EMSCRIPTEN)
    # See src/base/texts.hpp.
    add_compile_definitions(GUICHET_NUMBERED_TEXTS)
    add_compile_options(-msimd128)
    # One thread, and nothing ends but with its tab: what is made once needs no lock and is never taken down.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics> $<$<COMPILE_LANGUAGE:CXX>:-fno-c++-static-destructors>)
    add_link_options(-msimd128)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        # Bytes before the first frame are what a customer waits for.
        set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
        set(CMAKE_C_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
        # Functions stay functions, so that the first frame's part of the program has no more than it calls (part_program):
        # what has one caller would else be written into it, the whole of a page into the frame that draws another.
        add_compile_options(-finline-hint-functions)
    endif()
elseif(GUICHET_THREADS)
    add_compile_options(-fsanitize=thread)
    add_link_options(-fsanitize=thread)
elseif(GUICHET_SANITIZE)
    # vptr checks need RTTI.
    set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_compile_options(${sanitizers})
    add_link_options(${sanitizers})
endif()
if(NOT EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    # Functions are named without it too.
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
