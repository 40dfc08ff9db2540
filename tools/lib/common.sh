# What all our scripts share: where things are, how they speak, how they retry, how a finished step is remembered.
# To be sourced, after `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
toolchain=$root/.toolchain
logs=$toolchain/logs
export PATH="$root/node_modules/.bin:$PATH"

source "$root/tools/lib/versions.sh"

say() { printf '[%3d s] %s\n' "$SECONDS" "$*" >&2; }

fail() {
    local others
    printf '\nguichet: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    others=$(other_versions)
    [ -z "$others" ] || printf '\n  Perhaps because of a version that was never tried:\n%s\n' "$(sed 's/^/    /' <<<"$others")" >&2
    exit 1
}

# retry WHAT COMMAND…: four times, with a growing pause. The network is what fails most.
retry() {
    local what=$1 pause
    shift
    for pause in 3 10 30 0; do
        if "$@"; then return 0; fi
        [ "$pause" -eq 0 ] || { say "$what failed; trying again in $pause s"; sleep "$pause"; }
    done
    say "$what failed four times. Check this machine's network and run this again: it goes on where it stopped."
    return 1
}

# step NAME KEY WHAT COMMAND…: runs the command unless it already succeeded with the same key.
# The stamp is written last, so an interrupted step runs again, whole.
step() {
    local name=$1 key=$2 what=$3 stamp=$toolchain/stamps/$1
    shift 3
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$key" ]; then return 0; fi
    say "$what"
    mkdir -p "$toolchain/stamps" "$logs"
    rm -f "$stamp"
    "$@"
    printf '%s' "$key" >"$stamp"
}

is_done() { [ -f "$toolchain/stamps/$1" ] && [ "$(cat "$toolchain/stamps/$1")" = "$2" ]; }

# logged NAME COMMAND…: keeps the output in a file and shows its end only when the command fails.
logged() {
    local log=$logs/$1.log
    shift
    mkdir -p "$logs"
    if ! "$@" >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        say "the whole output is in $log"
        return 1
    fi
}

# Python of the system: a python3 earlier on PATH may lack Debian's fontTools.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
