# Headers that most files of some layers include, compiled once for all of them. Each file must still include what it uses: a
# build with -DGUICHET_PCH=OFF finds missing includes.

# By default CMake marks them as system headers, whose warnings are suppressed.
set(CMAKE_PCH_PROLOGUE "")

# The group of precompiled headers for some layers: that of the highest one.
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

# precompile(TARGET LAYERS [PREFIX]): the first target of a group compiles cmake/precompiled/[PREFIX]GROUP.hpp; the others,
# which have the same flags, reuse the result.
function(precompile target layers)
    if(NOT GUICHET_PCH)
        return()
    endif()
    precompiled_group("${layers}" group)
    set(group ${ARGN}${group})  # not ARGV2: without a PREFIX that would be the caller's argument
    get_property(owner GLOBAL PROPERTY guichet_precompiled_${group})
    if(owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    else()
        set_property(GLOBAL PROPERTY guichet_precompiled_${group} ${target})
        target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled/${group}.hpp)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        # Without timestamps, so that ccache compares content.
        target_compile_options(${target} PRIVATE -Xclang -fno-pch-timestamp)
    endif()
endfunction()
