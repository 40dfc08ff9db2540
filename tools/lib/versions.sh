# Compares the third-party versions here with the tried ones in tools/versions.txt. To be sourced after common.sh.
# npm's versions are fixed by package-lock.json. Debian's change: set-up takes the current ones, and when something fails,
# `fail` lists those that differ from the tried ones.

tried_versions=$root/tools/versions.txt

# note_version NAME VERSION: records the version of something fetched into .toolchain/.
note_version() {
    mkdir -p "$toolchain/versions"
    printf '%s\n' "$2" >"$toolchain/versions/$1"
}

# Prints the version of a name: of what was fetched, else of the installed Debian package; nothing if it is not installed.
version_here() {
    if [ -f "$toolchain/versions/$1" ]; then cat "$toolchain/versions/$1"; else dpkg-query -W -f '${Version}\n' "$1" 2>/dev/null || true; fi
}

# Prints a line "NAME VERSION, tried VERSION" for each one whose version differs from the tried one.
other_versions() {
    local name tried here
    [ -f "$tried_versions" ] || return 0
    while read -r name tried; do
        case $name in '' | '#'*) continue ;; esac
        here=$(version_here "$name")
        [ -z "$here" ] || [ "$tried" = - ] || [ "$here" = "$tried" ] || printf '%s %s, tried %s\n' "$name" "$here" "$tried"
    done <"$tried_versions"
}

# Writes the versions here as tried, for the names in the file.
write_tried_versions() {
    local name tried here
    while read -r name tried; do
        case $name in '' | '#'*) printf '%s\n' "$name${tried:+ $tried}"; continue ;; esac
        here=$(version_here "$name")
        printf '%s %s\n' "$name" "${here:-$tried}"
    done <"$tried_versions" >"$tried_versions.new"
    mv "$tried_versions.new" "$tried_versions"
}
