# Shared by all scripts: paths, messages, retries, and records of finished steps.
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

# retry WHAT COMMAND…: up to four times, with growing pauses. The network is the most frequent cause of failures.
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
# The stamp is written last, so an interrupted step runs again from its start.
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

# logged NAME COMMAND…: writes the output to a file and prints its end only if the command fails.
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

# The system's Python: another python3 earlier on PATH may lack Debian's fontTools.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
