# Fails if the code in src/ differs from the layer table of CMakeLists.txt: a layer includes one that it may not use, a room (a
# folder of a layer) includes another that it may not, a library is used outside the layers allowed to, a file is not listed, or
# a listed file does not exist.
# Run as: cmake "-Dlayers=NAME:USES:FILES[:ROOMS[:PRIVATE]];…" -P cmake/check_layers.cmake, ROOMS as ROOM=ROOM+ROOM,…
cmake_minimum_required(VERSION 3.24)

cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH root)
set(src ${GUICHET_CHECKED_DIR})
if(NOT src)
    set(src ${root}/src)
endif()

# 1. The table.
set(names)
foreach(entry ${layers})
    string(REGEX MATCH "^([a-z]+):([^:]*):([^:]*):?([^:]*):?([^:]*)$" _ ${entry})
    set(name ${CMAKE_MATCH_1})
    list(APPEND names ${name})
    string(REPLACE "," ";" may_include_${name} "${CMAKE_MATCH_2}")
    string(REPLACE "," ";" files_${name} "${CMAKE_MATCH_3}")
    string(REPLACE "," ";" private_${name} "${CMAKE_MATCH_5}")
    string(REPLACE "," ";" entries "${CMAKE_MATCH_4}")
    set(rooms_${name})
    foreach(room ${entries})
        string(REGEX MATCH "^([a-z_]+)=?(.*)$" _ ${room})
        list(APPEND rooms_${name} ${CMAKE_MATCH_1})
        string(REPLACE "+" ";" may_include_${name}_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
    endforeach()
    foreach(file ${files_${name}})
        if(NOT EXISTS ${src}/${name}/${file})
            message(SEND_ERROR "src/${name}/${file} is listed in CMakeLists.txt and does not exist")
        endif()
    endforeach()
endforeach()

# Sets `result` to the room of a file; empty for a file beside the rooms.
function(find_room inside result)
    set(room)
    if(inside MATCHES "^([^/]+)/")
        set(room ${CMAKE_MATCH_1})
    endif()
    set(${result} "${room}" PARENT_SCOPE)
endfunction()

# 2. Which files of src/ may include each confined header, as pairs: header, regular expression.
set(confined
    "imgui|^(ui/|app/|platform/(web/|native/)?window)"
    "SDL|^platform/(web/|native/)?window"
    "nlohmann/|^codec/"
    "emscripten|^(platform/web/|app/main_web\\.cpp)"
    "GL/|^platform/(web/|native/)?window"
    "GLES|^platform/(web/|native/)?window"
    "idn2|^platform/native/")

# 3. Checks every file against both.
file(GLOB_RECURSE files RELATIVE ${src} ${src}/*.hpp ${src}/*.cpp)
foreach(file ${files})
    string(REGEX MATCH "^([^/]+)/(.*)$" _ ${file})
    set(layer ${CMAKE_MATCH_1})
    set(inside ${CMAKE_MATCH_2})
    if(NOT layer IN_LIST names)
        message(SEND_ERROR "src/${file}: ${layer} is no layer of CMakeLists.txt")
        continue()
    endif()
    if(NOT inside IN_LIST files_${layer} AND NOT file MATCHES "^app/main_(web|native)\\.cpp$")
        message(SEND_ERROR "src/${file} is not listed in CMakeLists.txt")
    endif()

    find_room(${inside} room)
    if(rooms_${layer} AND room AND NOT room IN_LIST rooms_${layer})
        message(SEND_ERROR "src/${file}: ${room} is no room of ${layer} in CMakeLists.txt")
    endif()

    file(STRINGS ${src}/${file} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(include ${includes})
        if(NOT include MATCHES "include[ \t]*([\"<])([^\">]+)[\">]")
            message(SEND_ERROR "src/${file}: cannot read ${include}")
            continue()
        endif()
        set(quote "${CMAKE_MATCH_1}")
        set(header "${CMAKE_MATCH_2}")
        if(header MATCHES "\\.\\./")
            message(SEND_ERROR "src/${file}: includes name their layer, not ${header}")
        endif()
        foreach(rule ${confined})
            string(REGEX MATCH "^([^|]+)\\|(.*)$" _ "${rule}")
            set(prefix "${CMAKE_MATCH_1}")
            set(allowed "${CMAKE_MATCH_2}")
            if(header MATCHES "^${prefix}" AND NOT file MATCHES "${allowed}")
                message(SEND_ERROR "src/${file}: may not include ${header}")
            endif()
        endforeach()
        if(quote STREQUAL "\"" AND header MATCHES "^([a-z]+)/(.*)$")
            set(used ${CMAKE_MATCH_1})
            set(used_inside ${CMAKE_MATCH_2})
            if(used IN_LIST names AND NOT used STREQUAL layer AND NOT used IN_LIST may_include_${layer})
                message(SEND_ERROR "src/${file}: ${layer} may not include ${used}")
            endif()
            find_room(${used_inside} used_room)
            if(used IN_LIST names AND NOT used STREQUAL layer AND used_room AND used_room IN_LIST private_${used})
                message(SEND_ERROR "src/${file}: ${used}/${used_room} is for ${used} alone")
            endif()
            if(used STREQUAL layer AND rooms_${layer} AND room AND NOT used_room STREQUAL room)
                # A file beside the rooms is identified by its name; generated files are in no list.
                set(what "${used_room}")
                if(NOT used_room)
                    string(REGEX REPLACE "\\.[a-z]+$" "" what ${used_inside})
                endif()
                set(known TRUE)
                if(NOT used_room AND NOT used_inside IN_LIST files_${layer})
                    set(known FALSE)
                endif()
                if(known AND NOT what IN_LIST may_include_${layer}_${room})
                    message(SEND_ERROR "src/${file}: ${layer}/${room} may not include ${layer}/${what}")
                endif()
            endif()
        endif()
    endforeach()

    # 4. DeltaTime includes idle time without frames: code that measures uses the context's functions instead.
    if(NOT file STREQUAL "ui/core/context.cpp")
        file(STRINGS ${src}/${file} raw REGEX "[.>]DeltaTime")
        if(raw)
            message(SEND_ERROR "src/${file}: ask ui::Context for step_ms() or since_last_ms(): ${raw}")
        endif()
    endif()

    # 5. Pages draw only through the kit.
    if(layer STREQUAL "pages")
        file(STRINGS ${src}/${file} raw REGEX "ImGui::|ImVec2|ImU32|ImDrawList")
        if(raw)
            message(SEND_ERROR "src/${file}: pages use the kit, not ImGui: ${raw}")
        endif()
    endif()
endforeach()
