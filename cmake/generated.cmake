# Generates files in <build>/generated: texts, the catalogue, public suffixes, icon names, subset fonts.

set(generated_dir ${CMAKE_BINARY_DIR}/generated)
add_custom_target(generated_files)
find_program(NODE_PROGRAM node REQUIRED)

function(generate name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "OUTPUT;COMMAND;DEPENDS")
    add_custom_command(OUTPUT ${arg_OUTPUT} COMMAND ${arg_COMMAND} DEPENDS ${arg_DEPENDS}
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} COMMENT "Generating ${name}" VERBATIM)
    add_custom_target(generated_${name} DEPENDS ${arg_OUTPUT})
    add_dependencies(generated_files generated_${name})
endfunction()

# The texts of the interface, in both languages.
if(EXISTS ${CMAKE_SOURCE_DIR}/tools/generate_texts.mjs)
    # Unknown text keys are rejected before anything is compiled.
    file(GLOB_RECURSE code CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} src/*.hpp src/*.cpp tests/*.hpp tests/*.cpp)
    generate(texts_check
        OUTPUT ${generated_dir}/texts_checked
        COMMAND ${NODE_PROGRAM} tools/check_texts.mjs assets/texts/fr.json ${generated_dir}/texts_checked src tests
        DEPENDS tools/check_texts.mjs tools/generate_texts.mjs ${CMAKE_SOURCE_DIR}/assets/texts/fr.json ${code})
    generate(texts
        OUTPUT ${generated_dir}/base/texts_data.hpp ${generated_dir}/base/texts_later_data.hpp ${generated_dir}/base/texts_keys.hpp
        COMMAND ${NODE_PROGRAM} tools/generate_texts.mjs assets/texts ${generated_dir}/base/texts_data.hpp
        DEPENDS tools/generate_texts.mjs ${CMAKE_SOURCE_DIR}/assets/texts/fr.json ${CMAKE_SOURCE_DIR}/assets/texts/en.json
                ${CMAKE_SOURCE_DIR}/assets/texts/first.txt)
else()
    message(STATUS "tools/generate_texts.mjs is missing: no texts in this build")
endif()

# What Unicode says of the marks on letters.
generate(letters
    OUTPUT ${generated_dir}/base/letters_data.hpp
    COMMAND ${NODE_PROGRAM} tools/generate_letters.mjs ${generated_dir}/base/letters_data.hpp
    DEPENDS tools/generate_letters.mjs)

# The company's products and prices.
generate(catalogue
    OUTPUT ${generated_dir}/demo/catalogue_data.hpp
    COMMAND ${NODE_PROGRAM} tools/generate_catalogue.mjs assets/catalogue.json ${generated_dir}/demo/catalogue_data.hpp
    DEPENDS tools/generate_catalogue.mjs ${CMAKE_SOURCE_DIR}/assets/catalogue.json)

# The suffixes under which domains can be registered. The site ships the list too: an import needs it.
find_file(public_suffix_list public_suffix_list.dat PATHS /usr/share/publicsuffix NO_CMAKE_FIND_ROOT_PATH)
if(public_suffix_list)
    generate(public_suffixes
        OUTPUT ${generated_dir}/public_suffixes.txt
        COMMAND ${NODE_PROGRAM} tools/generate_public_suffixes.mjs ${public_suffix_list} ${generated_dir}/public_suffixes.txt
        DEPENDS tools/generate_public_suffixes.mjs ${public_suffix_list})
else()
    message(STATUS "The package publicsuffix is missing: domain names are checked by their letters only")
endif()

# Fonts with only the needed glyphs, and the names of icons. The browser fetches the fonts, the native window reads the files.
find_program(PYTHON_PROGRAM NAMES /usr/bin/python3 python3)
set(lucide_dir ${CMAKE_SOURCE_DIR}/node_modules/lucide-static/font)
if(EXISTS ${GUICHET_TOOLCHAIN_DIR}/inter/Inter-Regular.otf AND EXISTS ${lucide_dir}/lucide.ttf)
    # Latin with its accents, punctuation, narrow no-break space, euro, arrows, a few signs of comparison.
    set(drawn_signs 20-7E,A0-17F,218-21B,1E9E,2009,2010-2027,202F-203A,20AC,2116,2122,2190-2193,2212,2248,2260,2264,2265,2713,FFFD)
    set(subset ${CMAKE_COMMAND} -E env PYTHONPATH=${GUICHET_TOOLCHAIN_DIR}/fonttools ${PYTHON_PROGRAM} tools/subset_font.py)
    set(fonts_dir ${generated_dir}/fonts)
    foreach(weight Regular SemiBold)
        string(TOLOWER inter-${weight}.otf file)
        generate(${file}
            OUTPUT ${fonts_dir}/${file}
            COMMAND ${subset} ${GUICHET_TOOLCHAIN_DIR}/inter/Inter-${weight}.otf ${fonts_dir}/${file} ${drawn_signs} --units 1000 --tabular
            DEPENDS tools/subset_font.py ${GUICHET_TOOLCHAIN_DIR}/inter/Inter-${weight}.otf)
    endforeach()
    generate(icons
        OUTPUT ${generated_dir}/ui/icons.hpp ${generated_dir}/icon_codes.txt
        COMMAND ${NODE_PROGRAM} tools/generate_icons.mjs assets/icons.txt ${lucide_dir}/codepoints.json
                ${generated_dir}/ui/icons.hpp ${generated_dir}/icon_codes.txt
        DEPENDS tools/generate_icons.mjs assets/icons.txt ${lucide_dir}/codepoints.json)
    generate(icons.ttf
        OUTPUT ${fonts_dir}/icons.ttf
        COMMAND ${subset} ${lucide_dir}/lucide.ttf ${fonts_dir}/icons.ttf @${generated_dir}/icon_codes.txt --units 512
        DEPENDS tools/subset_font.py ${generated_dir}/icon_codes.txt ${lucide_dir}/lucide.ttf)
else()
    message(STATUS "Inter or lucide-static is missing (run tools/setup): no fonts and no icons in this build")
endif()
