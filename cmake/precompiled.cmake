# Headers that most files of some layers include, compiled once for them all. Each file still names what it uses: built with
# -DGUICHET_PCH=OFF, one that does not is found.

# CMake would call them headers of the system, whose warnings nobody hears.
set(CMAKE_PCH_PROLOGUE "")

# Of the layer itself, or of all that a program uses: whose headers, from the lowest to the highest.
function(precompiled_group layers result)
    set(${result} base PARENT_SCOPE)
    foreach(group data ui pages)
        set(data model papers codec exchange host demo store)
        set(ui ui)
        set(pages pages app)
        foreach(layer ${layers})
            if(layer IN_LIST ${group})
                set(${result} ${group} PARENT_SCOPE)
            endif()
        endforeach()
    endforeach()
endfunction()

# precompile(TARGET LAYERS [PREFIX]): the first target of a group compiles its headers, cmake/precompiled/[PREFIX]GROUP.hpp, and
# the others, whose flags are the same, take them from there.
function(precompile target layers)
    if(NOT GUICHET_PCH)
        return()
    endif()
    precompiled_group("${layers}" group)
    set(group ${ARGN}${group})  # ARGV2 would be the caller's where this has none
    get_property(owner GLOBAL PROPERTY guichet_precompiled_${group})
    if(owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    else()
        set_property(GLOBAL PROPERTY guichet_precompiled_${group} ${target})
        target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled/${group}.hpp)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        # ccache knows them by what they hold.
        target_compile_options(${target} PRIVATE -Xclang -fno-pch-timestamp)
    endif()
endfunction()
