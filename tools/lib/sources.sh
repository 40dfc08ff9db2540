# Third-party libraries and fonts that are built with our code, from Debian's packages and npm. To be sourced after apt.sh.

imgui_release=forky
sdl2_release=trixie

install_imgui() {
    open_release $imgui_release deb deb-src
    fetch_source $imgui_release "$toolchain/imgui" imgui
    grep -q '^#define IMGUI_HAS_TEXTURES' "$toolchain/imgui/imgui.h" ||
        fail "Dear ImGui 1.92 or newer is needed, and Debian $imgui_release has an older one."
}

install_sdl2() {
    open_release $sdl2_release deb-src
    fetch_source $sdl2_release "$toolchain/sdl2" libsdl2
    # Removes a dangling link, and files that the browser build does not need.
    rm -rf "$toolchain"/sdl2/{android-project*,Xcode*,VisualC*,test,docs}
}

# Unpacked, not installed: installing would add numeric libraries that take long and that subsetting does not need.
install_fonttools() {
    fetch_packages forky "$toolchain/fonttools.new" python3-fonttools
    rm -rf "$toolchain/fonttools"
    mv "$toolchain/fonttools.new/usr/lib/python3/dist-packages" "$toolchain/fonttools"
    rm -rf "$toolchain/fonttools.new"
}

install_json() {
    open_release forky deb
    fetch_packages forky "$toolchain/json.new" nlohmann-json3-dev
    rm -rf "$toolchain/json"
    mv "$toolchain/json.new/usr/include" "$toolchain/json"
    mv "$toolchain/json.new/usr/share/doc/nlohmann-json3-dev/copyright" "$toolchain/json/"
    rm -rf "$toolchain/json.new"
}

install_inter() {
    fetch_packages forky "$toolchain/inter.new" fonts-inter
    rm -rf "$toolchain/inter"
    mkdir "$toolchain/inter"
    mv "$toolchain"/inter.new/usr/share/fonts/opentype/inter/Inter-{Regular,SemiBold}.otf "$toolchain/inter/"
    mv "$toolchain/inter.new/usr/share/doc/fonts-inter/copyright" "$toolchain/inter/"
    rm -rf "$toolchain/inter.new"
}

install_node_modules() {
    retry "Installing npm packages" logged npm npm --prefix "$root" ci --no-audit --no-fund ||
        fail "npm packages could not be installed." "Look at $logs/npm.log, then run this again."
}
