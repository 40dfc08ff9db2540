# Which versions of what others wrote are here, and which were tried: tools/versions.txt. To be sourced after common.sh.
# npm's are in package-lock.json, which npm holds to. Debian's move: set-up takes what there is, and where that is another version
# than was tried and something fails, `fail` names it.

tried_versions=$root/tools/versions.txt

# note_version NAME VERSION: of what was fetched into .toolchain/.
note_version() {
    mkdir -p "$toolchain/versions"
    printf '%s\n' "$2" >"$toolchain/versions/$1"
}

# The version of a name here: of what was fetched, else of this machine's Debian package; nothing where it is not installed.
version_here() {
    if [ -f "$toolchain/versions/$1" ]; then cat "$toolchain/versions/$1"; else dpkg-query -W -f '${Version}\n' "$1" 2>/dev/null || true; fi
}

# A line "NAME VERSION, tried VERSION" for each that is here in another version than was tried.
other_versions() {
    local name tried here
    [ -f "$tried_versions" ] || return 0
    while read -r name tried; do
        case $name in '' | '#'*) continue ;; esac
        here=$(version_here "$name")
        [ -z "$here" ] || [ "$tried" = - ] || [ "$here" = "$tried" ] || printf '%s %s, tried %s\n' "$name" "$here" "$tried"
    done <"$tried_versions"
}

# Writes what is here as tried, with the names that the file has.
write_tried_versions() {
    local name tried here
    while read -r name tried; do
        case $name in '' | '#'*) printf '%s\n' "$name${tried:+ $tried}"; continue ;; esac
        here=$(version_here "$name")
        printf '%s %s\n' "$name" "${here:-$tried}"
    done <"$tried_versions" >"$tried_versions.new"
    mv "$tried_versions.new" "$tried_versions"
}
