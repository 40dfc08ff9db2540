# Configures and builds by preset. To be sourced after common.sh and after set-up, which installs ccache.

if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_SLOPPINESS=pch_defines,time_macros  # without these it does not cache files with precompiled headers
fi

# configure_preset NAME: configures if this was never done, or CMakePresets.json has changed since.
configure_preset() {
    [ ! "$root/build/$1/configured" -nt "$root/CMakePresets.json" ] || return 0
    say "Configuring $1"
    (cd "$root" && logged "configure-$1" cmake --preset "$1") || fail "The build could not be configured."
    touch "$root/build/$1/configured"
}

# build_preset NAME [TARGET…]: configures if needed, then builds; prints the output only on failure.
build_preset() {
    local preset=$1
    shift
    configure_preset "$preset"
    say "Building $preset"
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"} >&2) || fail "The build of $preset failed: see above."
}
