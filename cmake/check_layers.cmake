# Fails where the code in src/ is not what the layer table of CMakeLists.txt says: a layer that includes one it may
# not use, a room (a folder of a layer) that includes another it may not, a library outside the layer it is confined to, a
# file that is not listed, a listed file that is not there.
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

# The room that a file of a layer with rooms stands in; nothing beside them.
function(find_room inside result)
    set(room)
    if(inside MATCHES "^([^/]+)/")
        set(room ${CMAKE_MATCH_1})
    endif()
    set(${result} "${room}" PARENT_SCOPE)
endfunction()

# 2. What each confined header may be included by, as pairs: header, files of src/.
set(confined
    "imgui|^(ui/|app/|platform/(web/|native/)?window)"
    "SDL|^platform/(web/|native/)?window"
    "nlohmann/|^codec/"
    "emscripten|^(platform/web/|app/main_web\\.cpp)"
    "GL/|^platform/(web/|native/)?window"
    "GLES|^platform/(web/|native/)?window"
    "idn2|^platform/native/")

# 3. Every file against both.
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
                # A file beside the rooms goes by its name; what is generated is in no list.
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

    # 4. After a rest a frame's DeltaTime is the whole rest: who measures with it asks the context, which knows that.
    if(NOT file STREQUAL "ui/core/context.cpp")
        file(STRINGS ${src}/${file} raw REGEX "[.>]DeltaTime")
        if(raw)
            message(SEND_ERROR "src/${file}: ask ui::Context for step_ms() or since_last_ms(): ${raw}")
        endif()
    endif()

    # 5. Pages speak the kit's words only.
    if(layer STREQUAL "pages")
        file(STRINGS ${src}/${file} raw REGEX "ImGui::|ImVec2|ImU32|ImDrawList")
        if(raw)
            message(SEND_ERROR "src/${file}: pages use the kit, not ImGui: ${raw}")
        endif()
    endif()
endforeach()
