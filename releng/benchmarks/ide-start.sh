#!/usr/bin/env bash
# How much Headwater adds to the start of Eclipse: the time until the window shows, with it installed and without, in turn.
# Usage: releng/benchmarks/ide-start.sh [RUNS [minimum|latest]]   after ./test or a build; needs xdotool.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P) || exit 3
runs=${1:-10}
target=${2:-latest}
. "$root/releng/scripts/jdk.sh"
. "$root/releng/scripts/build.sh"
. "$root/releng/scripts/ide.sh"
find_jdk || exit 2
command -v xdotool >/dev/null || { echo "xdotool is missing: apt install xdotool" >&2; exit 2; }
prepare_ide "$target" || exit 3
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
cp -R "$(eclipse_of "$target")" "$place/plain"
cp -R "$ide/$target/eclipse" "$place/headwater"

# start WHICH: prints the milliseconds from the start of the process to its window.
start() {
    local began pid window
    eclipse_command
    began=$(date +%s%N)
    NO_AT_BRIDGE=1 GTK_A11Y=none "${eclipse_java[@]}" -jar "$(ls "$place/$1"/plugins/org.eclipse.equinox.launcher_*.jar)" \
        -nosplash -data "$place/workspace-$1" >/dev/null 2>&1 &
    pid=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Eclipse Platform' | head -n 1)
    echo $((($(date +%s%N) - began) / 1000000))
    sleep 2
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    [ -n "$window" ]
}

measure() {
    local i
    start plain >/dev/null && start headwater >/dev/null # the first start unpacks and indexes
    for ((i = 0; i < runs; i++)); do
        start plain >>"$place/plain.ms"
        start headwater >>"$place/headwater.ms"
    done
}
with_display measure
median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
plain=$(median "$place/plain.ms")
with=$(median "$place/headwater.ms")
echo "start of Eclipse ($target), median of $runs: without Headwater $plain ms, with Headwater $with ms"
awk "BEGIN { printf \"difference %+d ms\\n\", $with - $plain }"
