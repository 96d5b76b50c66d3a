#!/usr/bin/env bash
# Installs the built site into a plain Eclipse, lets the robot work in it, uninstalls it again and looks what is left.
# Usage: releng/test-workbench.sh minimum|latest
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 3
target=${1:?which Eclipse: minimum or latest}
. "$root/releng/scripts/jdk.sh"
. "$root/releng/scripts/build.sh"
. "$root/releng/scripts/ide.sh"
. "$root/releng/scripts/robot.sh"
find_jdk || exit 2

report=$root/target/surefire-reports/TEST-install-$target.xml
mkdir -p "${report%/*}"
rm -f "$report"
place=$(mktemp -d "${TMPDIR:-/tmp}/headwater robot.XXXXXX") || exit 3
trap 'rm -rf "$place"' EXIT
passed=0
failed=0
cases=""

# check NAME COMMAND...: one test.
check() {
    local name=$1
    shift
    if "$@" >"$place/said" 2>&1; then
        passed=$((passed + 1))
        cases="$cases<testcase classname=\"install-$target\" name=\"$name\"/>"$'\n'
    else
        failed=$((failed + 1))
        cases="$cases<testcase classname=\"install-$target\" name=\"$name\"><failure/></testcase>"$'\n'
        echo "  FAILED: $name"
        tail -n 15 "$place/said" | sed 's/^/    /'
    fi
}

plain=$(eclipse_of "$target")
eclipse=$ide/$target/eclipse

has_ours() { ls "$1/plugins" | grep -E '^(dev\.headwater|org\.eclipse\.(gef|draw2d|swtchart))'; }
has_none_of_ours() { ! has_ours "$1"; }
has_all() {
    local bundle
    for bundle in core editor examples gef.compat launching nd4j trainer ui; do
        ls "$eclipse/plugins" | grep -q "^dev.headwater.${bundle}_" || { echo "dev.headwater.$bundle is missing"; return 1; }
    done
}
same_bundles() {
    diff <(ls "$plain/plugins") <(ls "$eclipse/plugins") &&
        diff <(sort "$plain/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info") \
            <(sort "$eclipse/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info")
}
names_no_other_site() { ! unzip -p "$site/content.jar" 2>/dev/null | grep -i '<references' && ! { xz -dc "$site/content.xml.xz" 2>/dev/null | grep -i '<references'; }; }
no_startup() { ! grep -l 'org\.eclipse\.ui\.startup"' "$root"/bundles/*/plugin.xml; }

check "the plain Eclipse has nothing of ours" has_none_of_ours "$plain"
check "the site enables no other site" names_no_other_site
check "no bundle starts with the workbench" no_startup
check "p2 installs from the built site alone" prepare_ide "$target"
check "all bundles are installed" has_all

# stage NAME THEME WORKSPACE CLASS,...: the robot with these tests.
result=0
stage() {
    echo "  $target, $1"
    with_display robot "$target" "$1" "$2" "$3" "$4"
    local code=$?
    if [ $code -ne 0 ]; then
        result=1
        grep -E '^    +=> |^Failures' "$robot_tests/target/robot/$target-$1.log" | head -n 20
        echo "  FAILED (exit code $code): all that Eclipse said is in bundles/dev.headwater.ui.tests/target/robot/$target-$1.log"
    fi
}

tests=dev.headwater.ui.tests
# Eclipse itself cuts the name of a workspace at a "#"; projects may have one.
workspace="$place/wörk späce 漢字 100%"
# The tests' own classes load the bundles: what is loaded by itself can be seen only while none of them is there.
stage installed light "$workspace" $tests.InstalledTest
stage path light "$workspace" $tests.FirstPathTest
stage restart light "$workspace" $tests.RestartTest
stage faults light "$workspace" $tests.FaultsTest
# The last of these left a training behind when the workbench closed.
no_child_is_left() {
    for _ in $(seq 20); do
        pgrep -f "${place##*/}.*--lifeline" >/dev/null || return 0
        sleep 0.5
    done
    pgrep -fa "${place##*/}.*--lifeline"
    return 1
}
run_says_stopped() { grep -l '"state": *"stopped"' "$workspace"/headwater-examples/runs/circle-selu-*/run.json; }
check "no training is left 10 s after the workbench closed" no_child_is_left
check "the training saved and says that it was stopped" run_says_stopped
stage nothing light "$workspace" $tests.FromNothingTest,$tests.SpeedTest
stage editing light "$workspace" $tests.EditingTest,$tests.PreferencesTest,$tests.TwoRunsTest
stage dark dark "$place/dark" $tests.FirstPathTest

# Names that programs stumble over; once is enough, for they do not depend on the version of Eclipse.
if [ "$target" = latest ]; then
    number=0
    for name in 'a b' 'ü' '漢字' '100%' '%20' 'é + è' '(1)' "it's" 'a&b' 'a;b' '-x' '$HOME ~'; do
        number=$((number + 1))
        stage "strange-$number" light "$place/$name/workspace" $tests.StrangePathTest
    done
fi

check "p2 uninstalls it" uninstall_from "$eclipse"
check "nothing of ours is left" same_bundles

{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo "<testsuite name=\"install-$target\" tests=\"$((passed + failed))\" errors=\"0\" skipped=\"0\" failures=\"$failed\">"
    printf '%s' "$cases"
    echo '</testsuite>'
} >"$report"
[ "$failed" -eq 0 ] && [ "$result" -eq 0 ]
