# Debian packages: of this machine, and of another release without changing the system.
# To be sourced after common.sh.

# install_packages NAME…: installs the missing ones, as root or through sudo; if neither works, says what to do.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || fail "These packages are missing, and this user may not install them:" \
            "${missing[*]}" "Ask an administrator for: apt-get install ${missing[*]}"
        as_root=(sudo -n)
    fi
    say "installing ${missing[*]}"
    # Another apt may be running: waits for its lock instead of failing.
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
    retry "Installing Debian packages" logged apt-install \
        install_from_fresh_lists "${missing[@]}" ||
        fail "Debian packages could not be installed: ${missing[*]}" "Look at $logs/apt-install.log, then run this again."
}

install_from_fresh_lists() {
    "${apt[@]}" update </dev/null && "${apt[@]}" install -y --no-install-recommends "$@" </dev/null
}

# The address of this machine's own Debian mirror, so that none is written down here.
debian_mirror() {
    local release
    release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    # A line is: 'ADDRESS/dists/RELEASE/COMPONENT/binary-…/Packages.xz' file size. Only Debian's own has a component "main".
    apt-get update --print-uris | sed -n "s#^'\(.*/\)dists/$release/main/binary-.*#\1#p" | sed -n 1p
}

# release_apt RELEASE COMMAND…: apt-get of another Debian release, with separate lists, cache and status.
release_apt() {
    local tree=$toolchain/apt/$1
    shift
    APT_CONFIG=$tree/apt.conf apt-get -qq "$@" </dev/null
}

# open_release RELEASE [deb] [deb-src]: prepares the folders of release_apt and fetches the package lists.
open_release() {
    local release=$1 tree=$toolchain/apt/$1 mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg kind
    shift
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || fail "No Debian mirror in this machine's apt sources." \
        "Put a recent Emscripten (emcc 4 or newer) on PATH, or run this on Debian 12 or newer."
    mkdir -p "$tree/state/lists/partial" "$tree/cache/archives/partial" "$tree/etc/preferences.d"
    : >"$tree/status"
    for kind in "$@"; do
        echo "$kind $([ ! -f $keyring ] || echo "[signed-by=$keyring]") $mirror $release main"
    done >"$tree/etc/sources.list"
    cat >"$tree/apt.conf" <<CONF
Dir::State "$tree/state";
Dir::State::status "$tree/status";
Dir::Cache "$tree/cache";
Dir::Etc::sourcelist "$tree/etc/sources.list";
Dir::Etc::sourceparts "$tree/etc/none";
Dir::Etc::preferences "$tree/etc/preferences";
Dir::Etc::preferencesparts "$tree/etc/preferences.d";
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
    mkdir -p "$tree/etc/none"
    retry "Reading the package lists of Debian $release" release_apt "$release" update
}

# fetch_packages RELEASE FOLDER NAME…: unpacks binary packages into a folder.
fetch_packages() {
    local release=$1 folder=$2
    shift 2
    local debs=$toolchain/apt/$release/debs
    mkdir -p "$debs" "$folder"
    # Callers with a fallback release switch `set -e` off, so failures are returned explicitly.
    retry "Downloading from Debian $release" download_after_update "$release" "$debs" download "$@" || return 1
    local name file
    for name in "$@"; do
        for file in "$debs/${name}"_*.deb; do note_version "$name" "$(dpkg-deb -f "$file" Version)"; done
    done
    for name in "$@"; do printf '%s\n' "$debs/${name}"_*.deb; done | xargs -P2 -I{} dpkg-deb -x {} "$folder" || return 1
    rm -rf "$debs"
}

# fetch_source RELEASE FOLDER NAME: unpacks the upstream archive of a source package into a folder.
fetch_source() {
    local release=$1 folder=$2 name=$3
    local sources=$toolchain/apt/$release/sources
    mkdir -p "$sources"
    retry "Downloading the source of $name" download_after_update "$release" "$sources" source --download-only "$name"
    note_version "$name" "$(sed -n 's/^Version: *//p' "$sources/${name}"_*.dsc | head -n 1)"
    rm -rf "$folder.new"
    mkdir -p "$folder.new"
    tar -xf "$(ls "$sources/${name}"_*.orig.tar.*z | head -n 1)" -C "$folder.new" --strip-components=1
    rm -rf "$sources" "$folder"
    mv "$folder.new" "$folder"
}

# A release in development may have replaced a file since its lists were fetched.
download_after_update() {
    local release=$1 into=$2
    shift 2
    (cd "$into" && release_apt "$release" "$@") || { release_apt "$release" update && (cd "$into" && release_apt "$release" "$@"); }
}
