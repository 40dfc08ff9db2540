# Configuring and building by preset. To be sourced after common.sh and after set-up, which installs ccache.

if command -v ccache >/dev/null; then
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

# build_preset NAME [TARGET…]: configures where it never was, then builds; the whole output on failure only.
build_preset() {
    local preset=$1
    shift
    if [ ! -f "$root/build/$preset/build.ninja" ]; then
        say "Configuring $preset"
        (cd "$root" && logged "configure-$preset" cmake --preset "$preset") || fail "The build could not be configured."
    fi
    say "Building $preset"
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"} >&2) || fail "The build of $preset failed: see above."
}
