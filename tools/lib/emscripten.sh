# Emscripten: the machine's own if it is recent enough, else that of a newer Debian, unpacked into .toolchain/ and patched to
# run there with its own C library. To be sourced after common.sh and apt.sh.

oldest_emscripten=4

# Prints the folder of a sufficiently recent emcc, or nothing.
find_emscripten() {
    local candidate version
    for candidate in "${EMSDK:+$EMSDK/upstream/emscripten/emcc}" "$(PATH=${PATH//$toolchain\/bin:/} command -v emcc || true)"; do
        [ -n "$candidate" ] && [ -x "$candidate" ] || continue
        version=$("$candidate" --version 2>/dev/null | sed -n '1s/.* \([0-9]*\)\.[0-9.]*.*/\1/p')
        if [ "${version:-0}" -ge $oldest_emscripten ]; then
            dirname "$candidate"
            return
        fi
    done
}

# Prints the folder of an Emscripten's wasm-split: beside it, as in an SDK, or on PATH.
find_binaryen() {
    local program
    for program in "$1/../bin/wasm-split" "$(command -v wasm-split || true)"; do
        [ -x "$program" ] || continue
        dirname "$program"
        return
    done
    fail "Emscripten is in $1, but its wasm-split is missing." "Install binaryen, or take emcc off PATH: one is fetched then."
}

# install_emscripten: creates .toolchain/bin/{emcc,em++,emar,emranlib}, which need no environment variables.
install_emscripten() {
    local existing
    existing=$(find_emscripten)
    rm -rf "$toolchain/bin"
    mkdir -p "$toolchain/bin"
    if [ -n "$existing" ]; then
        say "using the Emscripten in $existing"
        write_compilers "$existing" "" "$(find_binaryen "$existing")"
        keep_licence "$existing/LICENSE" /usr/share/doc/emscripten/copyright
    else
        unpack_emscripten forky || { say "trying the one of Debian stable"; unpack_emscripten trixie; } ||
            fail "Emscripten could not be fetched." "Check the network and run this again, or put emcc $oldest_emscripten or newer on PATH."
        write_compilers "$toolchain/emscripten/usr/share/emscripten" "$toolchain/emscripten.config" "$toolchain/emscripten/usr/bin"
        keep_licence "$toolchain/emscripten/usr/share/doc/emscripten/copyright"
    fi
}

# keep_licence FILE…: copies the first of these files that exists. The run-time library is part of the site, so its licence is
# too.
keep_licence() {
    local file
    for file in "$@"; do
        [ -f "$file" ] || continue
        cp "$file" "$toolchain/emscripten-licence.txt"
        return
    done
    fail "The licence of Emscripten is in none of: $*"
}

# Only the packages needed to compile for the browser, of the 120 that Debian would install.
emscripten_parts='^(emscripten|binaryen|lld-[0-9]+|llvm-[0-9]+|clang-[0-9]+|libclang-cpp[0-9.]+|libllvm[0-9.]+(t64)?|libclang-common-[0-9]+-dev|node-acorn.*|libc6|libgcc-s1|libstdc\+\+6|libz3-4|libzstd1|zlib1g|libxml2.*|libedit2|libffi8|libtinfo6|libbsd0|libmd0|liblzma5)$'
emscripten_programs='clang clang++ clang-[0-9]* lld wasm-ld llvm-ar llvm-ranlib llvm-nm llvm-objcopy llvm-strip llvm-objdump llvm-dwarfdump llvm-dwp llvm-size llvm-symbolizer clang-scan-deps'

unpack_emscripten() {
    local release=$1
    open_release "$release" deb || return 1
    unpack_parts "$release" "$emscripten_parts" || {
        say "a part is missing; fetching all that Debian would install"
        unpack_parts "$release" .
    }
}

unpack_parts() {
    local release=$1 parts=$2 prefix=$toolchain/emscripten names llvm
    # A printed line is: 'address' name_version_architecture.deb size checksum
    names=$(release_apt "$release" install --print-uris emscripten | awk '/^\x27/ { sub(/_.*/, "", $2); print $2 }' | grep -E "$parts")
    [ -n "$names" ] || return 1
    say "Emscripten: downloading $(wc -w <<<"$names") packages of Debian $release (about 100 MB)"
    rm -rf "$prefix"
    fetch_packages "$release" "$prefix" $names || return 1

    say "Emscripten: making its programs run here"
    llvm=$(basename "$(ls -d "$prefix"/usr/lib/llvm-* | head -n 1)")
    drop_unused "$prefix" "$llvm"
    adopt_programs "$prefix" "$llvm"
    # Emscripten's scripts search for modules here, as Debian's node does.
    ln -sfn nodejs "$prefix/usr/share/node_modules"

    cat >"$toolchain/emscripten.config" <<CONFIG
LLVM_ROOT = '$prefix/usr/lib/$llvm/bin'
BINARYEN_ROOT = '$prefix/usr'
EMSCRIPTEN_ROOT = '$prefix/usr/share/emscripten'
NODE_JS = '$(command -v node)'
CLOSURE_COMPILER = ['$root/node_modules/google-closure-compiler-linux/compiler']
CACHE = '$toolchain/emscripten-cache'
LLVM_ADD_VERSION = ''
CLANG_ADD_VERSION = ''
CONFIG
    programs_run "$prefix/usr/lib/$llvm/bin/clang" "$prefix/usr/lib/$llvm/bin/wasm-ld" "$prefix/usr/lib/$llvm/bin/llvm-ar" \
        "$prefix/usr/bin/wasm-opt" "$prefix/usr/bin/wasm-emscripten-finalize"
}

programs_run() {
    local program
    for program in "$@"; do "$program" --version >/dev/null || return 1; done
}

drop_unused() {
    local prefix=$1 llvm=$2 keep=() name
    for name in $emscripten_programs; do keep+=(! -name "$name"); done
    find "$prefix/usr/lib/$llvm/bin" -mindepth 1 "${keep[@]}" -delete
    find "$prefix/usr/bin" -mindepth 1 ! -name 'wasm*' -delete
    rm -rf "$prefix"/usr/bin/wasm-{fuzz-*,reduce,shell} "$prefix"/usr/share/{man,locale}
    # Keeps Emscripten's licence: it is shipped with the site.
    find "$prefix/usr/share/doc" -mindepth 1 -maxdepth 1 ! -name emscripten -exec rm -rf {} +
}

# Programs of a newer Debian need its C library: patches each to load it from the prefix.
adopt_programs() {
    local prefix=$1 llvm=$2 lib=$1/usr/lib/x86_64-linux-gnu
    # The libraries' own search paths would take precedence over the program's.
    find "$lib" "$prefix/usr/lib/$llvm/lib" -type f \( -name 'libLLVM*' -o -name 'libclang*' \) -print0 |
        xargs -0 -r -P2 -n1 patchelf --remove-rpath
    export -f adopt_program
    find "$prefix/usr/lib/$llvm/bin" "$prefix/usr/bin" -type f -print0 |
        xargs -0 -P2 -I{} bash -c 'adopt_program "$@"' - {} "$lib" "$lib:$prefix/usr/lib/$llvm/lib"
}

adopt_program() {
    local program=$1 lib=$2 path=$3
    patchelf --print-interpreter "$program" >/dev/null 2>&1 || return 0  # it is a script
    patchelf --set-interpreter "$lib/ld-linux-x86-64.so.2" --force-rpath --set-rpath "$path" "$program"
}

# write_compilers FOLDER CONFIG BINARYEN: writes the commands that CMake calls; BINARYEN is the folder of wasm-split.
write_compilers() {
    local folder=$1 config=$2 name
    ln -sf "$3/wasm-split" "$toolchain/bin/wasm-split"
    for name in emcc em++ emar emranlib; do
        {
            echo '#!/bin/sh'
            [ -z "$config" ] || printf 'export EM_CONFIG=%q EMSDK_PYTHON=%q\n' "$config" "$python"
            [ -z "$(command -v ccache || true)" ] || echo 'export EM_COMPILER_WRAPPER="${EM_COMPILER_WRAPPER-ccache}"'
            printf 'exec %q "$@"\n' "$folder/$name"
        } >"$toolchain/bin/$name"
        chmod +x "$toolchain/bin/$name"
    done
}

# Tests the compiler with the flags of the real build, which also builds the system libraries.
check_emscripten() {
    local probe=$toolchain/probe
    rm -rf "$probe"
    mkdir -p "$probe"
    cat >"$probe/probe.cpp" <<'CODE'
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <string>
#include <vector>
int main(int argc, char**)
{
    std::vector<std::string> words(static_cast<unsigned>(argc), "probe");
    glClear(GL_COLOR_BUFFER_BIT);
    return static_cast<int>(words.back().size());
}
CODE
    logged emscripten-probe "$toolchain/bin/em++" -std=c++20 -Oz -flto -fno-exceptions -fno-rtti -sMALLOC=emmalloc \
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sFILESYSTEM=0 "$probe/probe.cpp" -o "$probe/probe.mjs" ||
        fail "Emscripten does not work on this machine." \
            "Remove $toolchain and run this again; if it fails again, install Emscripten $oldest_emscripten or newer."
    rm -rf "$probe"
}
