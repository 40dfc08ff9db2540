# Turns rows of the layer table into libraries, programs and tests.

# A name without an extension stands for two files: NAME.hpp and NAME.cpp.
function(expand_pairs names)
    set(files)
    foreach(file ${${names}})
        if(file MATCHES "\\.[a-z]+$")
            list(APPEND files ${file})
        else()
            list(APPEND files ${file}.hpp ${file}.cpp)
        endif()
    endforeach()
    set(${names} ${files} PARENT_SCOPE)
endfunction()

# layer(NAME [FAST] USES … FILES … [WEB …] [NATIVE …] [WINDOW …] [HOT …] [HOSTILE …] [ROOMS …] [PRIVATE …]): see the root CMakeLists.txt.
# Listed files that do not exist are skipped with a warning, and the `layers` test fails.
function(layer name)
    cmake_parse_arguments(PARSE_ARGV 1 layer "FAST" "" "USES;FILES;WEB;NATIVE;WINDOW;HOT;HOSTILE;ROOMS;PRIVATE")
    list(JOIN layer_USES "," uses)
    expand_pairs(layer_FILES)
    set(all ${layer_FILES} ${layer_WEB} ${layer_NATIVE} ${layer_WINDOW})
    list(JOIN all "," files)
    string(REPLACE "," "+" rooms "${layer_ROOMS}")
    string(REPLACE ":" "=" rooms "${rooms}")
    list(JOIN rooms "," rooms)
    list(JOIN layer_PRIVATE "," private)
    set_property(GLOBAL APPEND PROPERTY guichet_layers "${name}:${uses}:${files}:${rooms}:${private}")

    set(sources ${layer_FILES})
    if(EMSCRIPTEN)
        list(APPEND sources ${layer_WEB})
    else()
        list(APPEND sources ${layer_NATIVE})
    endif()
    own_library(${name} "${layer_FAST}" "${sources}")
    if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
        foreach(file ${layer_HOT})
            # A precompiled header fits only one optimisation level.
            set_source_files_properties(src/${name}/${file} PROPERTIES COMPILE_OPTIONS "-O3;-finline-functions" SKIP_PRECOMPILE_HEADERS ON)
        endforeach()
    endif()
    if(guichet_fuzzes)
        foreach(file ${layer_HOSTILE})
            set_source_files_properties(src/${name}/${file} PROPERTIES
                COMPILE_OPTIONS -fsanitize-coverage=inline-8bit-counters,indirect-calls,trace-cmp,pc-table)
        endforeach()
    endif()
    target_link_libraries(${name} ${own_scope} ${layer_USES})

    if(name STREQUAL "codec")
        target_link_libraries(codec ${own_scope} nlohmann_json)
    elseif(name STREQUAL "platform")
        target_link_libraries(platform ${own_scope} idn)
    elseif(name STREQUAL "ui" AND GUICHET_HAS_IMGUI)
        target_link_libraries(ui ${own_scope} imgui)
        if(CMAKE_BUILD_TYPE STREQUAL "Debug")
            # Debug builds of ImGui call hooks in ui/core/screen_faults.cpp.
            target_link_libraries(imgui INTERFACE ui)
        endif()
    endif()

    if(layer_WINDOW AND GUICHET_HAS_WINDOW)
        own_library(${name}_window OFF "${layer_WINDOW}")
        target_link_libraries(${name}_window ${own_scope} ${name} imgui_window)
    endif()
endfunction()

# A static library, or an interface library if there is nothing to compile; sets own_scope.
function(own_library name fast files)
    string(REGEX REPLACE "_window$" "" folder ${name})
    set(sources)
    foreach(file ${files})
        if(NOT file MATCHES "\\.cpp$")
            continue()
        elseif(EXISTS ${CMAKE_SOURCE_DIR}/src/${folder}/${file})
            list(APPEND sources src/${folder}/${file})
        else()
            message(WARNING "src/${name}/${file} is listed in CMakeLists.txt and does not exist")
        endif()
    endforeach()

    if(sources)
        set(own_scope PUBLIC PARENT_SCOPE)
        add_library(${name} STATIC ${sources})
        target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${generated_dir})
        target_compile_options(${name} PRIVATE ${guichet_warnings} ${guichet_no_exceptions})
        if(fast AND EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
            target_compile_options(${name} PRIVATE -O3 -finline-functions)
        endif()
        quicken(${name} ${folder})
        precompile(${name} ${folder})
        add_dependencies(${name} generated_files)
        if(name MATCHES "^(ui|pages|app|platform_window)$" AND NOT GUICHET_HAS_IMGUI)
            set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
        endif()
    else()
        set(own_scope INTERFACE PARENT_SCOPE)
        add_library(${name} INTERFACE)
        target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/src ${generated_dir})
    endif()
endfunction()

# Layers below the screen run long under sanitizers: optimises them a little.
function(quicken target layers)
    precompiled_group("${layers}" group)
    if(GUICHET_SANITIZE AND group MATCHES "^(base|data)$")
        target_compile_options(${target} PRIVATE -O1)
    endif()
endfunction()

# The browser module's format and memory.
set(guichet_module -sEXPORT_ES6=1 -sMODULARIZE=1 -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0)
set(guichet_memory -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=1MB)

# The browser's program: NAME.mjs and NAME.wasm.
function(web_program name)
    cmake_parse_arguments(PARSE_ARGV 1 program "" "MAIN" "USES;JAVASCRIPT")
    if(NOT EMSCRIPTEN)
        return()
    elseif(NOT EXISTS ${CMAKE_SOURCE_DIR}/${program_MAIN} OR NOT GUICHET_HAS_WINDOW OR NOT TARGET platform_window)
        message(STATUS "No ${program_MAIN} or no window yet: ${name} is left out")
        return()
    endif()
    own_program(${name} ${program_MAIN} ${program_USES} platform_window)
    set_target_properties(${name} PROPERTIES SUFFIX .mjs)
    foreach(file ${program_JAVASCRIPT})
        target_link_options(${name} PRIVATE "SHELL:--js-library ${CMAKE_SOURCE_DIR}/${file}")
        set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${CMAKE_SOURCE_DIR}/${file})
    endforeach()
    target_link_options(${name} PRIVATE
        ${guichet_no_exceptions}
        ${guichet_module} ${guichet_memory} -sENVIRONMENT=web
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
        # The pool's two loops declare the same top-level variable, which Closure rejects; WebGL 2 does not need the pool.
        -sGL_POOL_TEMP_BUFFERS=0
        # Else Emscripten's JavaScript for SDL 1 would define SDL 2's names.
        -sAUTO_JS_LIBRARIES=0 -legl.js -lwebgl.js -lhtml5_webgl.js -lasync.js
        -sINCOMING_MODULE_JS_API=canvas,locateFile,instantiateWasm,onAbort,print,printErr
        # createContext: SDL's own JavaScript calls it.
        -sEXPORTED_RUNTIME_METHODS=createContext,HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        target_link_options(${name} PRIVATE -Oz -flto --closure=1 -sASSERTIONS=0 -sSUPPORT_ERRNO=0)
        # Functions keep their names until the program is split, and are not inlined here either.
        target_link_options(${name} PRIVATE --profiling-funcs -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=1)
        part_program(${name})
    else()
        target_link_options(${name} PRIVATE -sASSERTIONS=2 -sSAFE_HEAP=0 -sSTACK_OVERFLOW_CHECK=2)
    endif()
endfunction()

# Splits NAME.wasm into NAME.first.wasm, with the functions listed in src/app/first_part.txt, and NAME.rest.wasm.
function(part_program name)
    set(list ${CMAKE_SOURCE_DIR}/src/app/first_part.txt)
    set(parts ${CMAKE_BINARY_DIR}/${name}.first.wasm ${CMAKE_BINARY_DIR}/${name}.rest.wasm
        ${CMAKE_BINARY_DIR}/${name}.stand_ins.txt)
    add_custom_command(OUTPUT ${parts}
        COMMAND ${NODE_PROGRAM} tools/split_module.mjs ${guichet_bin}/wasm-split ${CMAKE_BINARY_DIR}/${name}.wasm ${list} ${parts}
        DEPENDS ${name} ${list} tools/split_module.mjs tools/generate_texts.mjs tools/lib/first_part.mjs
                tools/lib/wasm.mjs
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} COMMENT "Parting ${name}.wasm" VERBATIM)
    add_custom_target(${name}_parts ALL DEPENDS ${parts})
endfunction()

# The same app in a native window, for development.
function(native_program name)
    cmake_parse_arguments(PARSE_ARGV 1 program "" "MAIN" "USES")
    if(EMSCRIPTEN)
        return()
    elseif(NOT EXISTS ${CMAKE_SOURCE_DIR}/${program_MAIN} OR NOT GUICHET_HAS_WINDOW OR NOT TARGET platform_window)
        message(STATUS "No ${program_MAIN} or no window yet: ${name} is left out")
        return()
    endif()
    own_program(${name} ${program_MAIN} ${program_USES} platform_window)
    target_compile_definitions(${name} PRIVATE GUICHET_FONTS_DIR="${generated_dir}/fonts")
endfunction()

function(own_program name main)
    add_executable(${name} ${main})
    target_compile_options(${name} PRIVATE ${guichet_warnings} ${guichet_no_exceptions})
    target_link_libraries(${name} PRIVATE ${ARGN})
    quicken(${name} "${ARGN}")
    precompile(${name} "${ARGN}")
    add_dependencies(${name} generated_files)
endfunction()

# tool(NAME [BROWSER] USES … FILES …): a development program, such as tools/make_account.cpp. Native only; with BROWSER it is
# built on request, natively and as NAME.mjs and NAME.wasm, optimised as for the browser.
function(tool name)
    cmake_parse_arguments(PARSE_ARGV 1 tool "BROWSER" "" "USES;FILES")
    if(EMSCRIPTEN AND NOT tool_BROWSER)
        return()
    endif()
    own_program(${name} "${tool_FILES}" ${tool_USES})
    if(tool_BROWSER)
        set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
    if(EMSCRIPTEN)
        set_target_properties(${name} PROPERTIES SUFFIX .mjs)
        target_link_options(${name} PRIVATE ${guichet_no_exceptions} ${guichet_module} ${guichet_memory}
            -sENVIRONMENT=web,node -sINCOMING_MODULE_JS_API=arguments,print,printErr,locateFile)
        if(CMAKE_BUILD_TYPE STREQUAL "Release")
            target_link_options(${name} PRIVATE -Oz -flto -sASSERTIONS=0)
        endif()
    endif()
endfunction()

# fuzz_target(NAME USES … FILES …): a libFuzzer target for one claim about hostile bytes; built on request, run by tools/fuzz.
function(fuzz_target name)
    cmake_parse_arguments(PARSE_ARGV 1 fuzz "" "" "USES;FILES")
    if(guichet_fuzzes)
        own_program(${name} "${fuzz_FILES}" ${fuzz_USES})
        set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
        target_include_directories(${name} PRIVATE tests)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    endif()
endfunction()

# specs(NAME USES … FILES …): one test program. Test files have exceptions, which doctest needs, but no RTTI, like the classes
# they derive from.
function(specs name)
    cmake_parse_arguments(PARSE_ARGV 1 specs "" "" "USES;FILES")
    if(EMSCRIPTEN OR NOT doctest_include)
        return()
    elseif("ui" IN_LIST specs_USES AND NOT GUICHET_HAS_IMGUI)
        message(STATUS "No Dear ImGui: ${name} is left out")
        return()
    endif()
    set(sources)
    foreach(file ${specs_FILES})
        if(EXISTS ${CMAKE_SOURCE_DIR}/tests/${file})
            list(APPEND sources tests/${file})
        else()
            message(WARNING "tests/${file} is listed in CMakeLists.txt and does not exist")
            set_property(GLOBAL APPEND PROPERTY guichet_missing tests/${file})
        endif()
    endforeach()
    if(NOT TARGET specs_main)
        add_library(specs_main OBJECT tests/main.cpp)
        target_include_directories(specs_main SYSTEM PRIVATE ${doctest_include})
    endif()
    add_executable(${name} ${sources} $<TARGET_OBJECTS:specs_main>)
    target_include_directories(${name} PRIVATE tests)
    target_include_directories(${name} SYSTEM PRIVATE ${doctest_include})
    target_compile_options(${name} PRIVATE ${guichet_warnings} -fno-rtti)
    target_compile_definitions(${name} PRIVATE
        GUICHET_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GUICHET_GENERATED_DIR="${generated_dir}"
        GUICHET_FONTS_DIR="${generated_dir}/fonts")
    target_link_libraries(${name} PRIVATE ${specs_USES})
    precompile(${name} "${specs_USES}" specs_)
    add_dependencies(${name} generated_files)
    add_test(NAME ${name} COMMAND ${name})
endfunction()

function(layers_test)
    get_property(layers GLOBAL PROPERTY guichet_layers)
    add_test(NAME layers COMMAND ${CMAKE_COMMAND} "-Dlayers=${layers}" -P ${CMAKE_SOURCE_DIR}/cmake/check_layers.cmake)
endfunction()
