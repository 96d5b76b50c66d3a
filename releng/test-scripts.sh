#!/usr/bin/env bash
# Tests of ./headwater as a newcomer meets it: in a fresh copy of the checkout whose path has a space and an umlaut.
# Usage: releng/test-scripts.sh [REPORT.xml [NOT-RUN.txt]]
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P) || exit 3
report=${1:-/dev/null}
not_run=${2:-/dev/null}
. "$root/releng/scripts/jdk.sh"
. "$root/releng/scripts/build.sh"
find_jdk || exit 2
real_jdk=$jdk
unset JAVA_HOME

place=$(mktemp -d "${TMPDIR:-/tmp}/headwater test.XXXXXX") || exit 3
trap 'rm -rf "$place"' EXIT
copy="$place/dir with späce"
out=$place/out
err=$place/err
mkdir "$copy"
(cd "$root" && tar -c --exclude=./target --exclude=./.git --exclude=./runs --exclude='./*/*/target' --exclude='./bundles/*/lib' --exclude=./update-site/target .) |
    (cd "$copy" && tar -x)

passed=0
failed=0
skipped=0
cases=""

# check NAME CONDITION...: one test; CONDITION is a command.
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        cases="$cases<testcase classname=\"scripts\" name=\"$name\"/>"$'\n'
    else
        failed=$((failed + 1))
        cases="$cases<testcase classname=\"scripts\" name=\"$name\"><failure/></testcase>"$'\n'
        echo "  FAILED: $name"
        sed 's/^/    out: /' "$out" | tail -n 5
        sed 's/^/    err: /' "$err" | tail -n 15
    fi
}

skip() {
    skipped=$((skipped + 1))
    cases="$cases<testcase classname=\"scripts\" name=\"$1\"><skipped message=\"$2\"/></testcase>"$'\n'
}

# run COMMAND...: keeps what it prints in $out and $err and its exit code in $code.
run() {
    "$@" >"$out" 2>"$err" </dev/null
    code=$?
}

is() { [ "$1" = "$2" ]; }
says() { grep -qF -- "$2" "$1"; }
silent() { [ ! -s "$1" ]; }
started_maven() { [ -e "$place/maven-was-here" ]; }
no_maven() { ! started_maven; }

# From here on a Maven that starts leaves a mark.
{
    echo '#!/bin/sh'
    echo 'touch "$HEADWATER_MARK"'
    cat "$root/mvnw"
} >"$copy/mvnw"
export HEADWATER_MARK=$place/maven-was-here

# --- A fresh clone, JAVA_HOME unset
run "$copy/headwater" --version
check "a fresh clone builds itself" started_maven
check "a fresh clone answers --version" is "$code" 0
check "the build speaks on standard error" says "$err" "Building Headwater"
check "the build leaves standard output alone" says "$out" "headwater"
check "standard output is one line" is "$(wc -l <"$out" | tr -d ' ')" 1

rm -f "$HEADWATER_MARK"
run "$copy/headwater" --version
check "an up-to-date run starts no Maven" no_maven
check "an up-to-date run says nothing of its own" silent "$err"

# --- Where it is called from
ln -s "$copy/headwater" "$place/link"
cd /
run "$place/link" --version
check "works through a link, from another directory" is "$code" 0
cd "$copy"
run ./headwater --version
check "works by a relative path" is "$code" 0
cd bundles
run ../headwater --version
check "works from a folder below" is "$code" 0
PATH=$copy:$PATH run headwater --version
check "works from the PATH" is "$code" 0
cd "$place"
check "none of these started Maven" no_maven

# --- Options and exit codes
HEADWATER_JAVA_OPTS="-Dsome=thing -version" run "$copy/headwater"
check "HEADWATER_JAVA_OPTS reaches Java" says "$err" "64-Bit Server VM"
run "$copy/headwater" --no-such-option
check "the exit code of Java is passed on" is "$code" 2

# --- The benchmarks, without what they compare with
run "$copy/headwater" bench --help
check "bench --help has exit code 0" is "$code" 0
check "bench --help names the workloads" says "$out" "rezero1000"
check "bench --help compiles nothing" is "$(ls "$copy/target" | grep -c benchmarks)" 0
run "$copy/headwater" bench lstm12
check "an unknown workload has exit code 2" is "$code" 2
check "an unknown workload is told what may be meant" says "$err" "did you mean 'lstm128'?"
check "an unknown workload prints nothing" silent "$out"
OPENBLAS_CORETYPE=Haswell run "$copy/headwater" bench mlp10x128-relu --no-peers --quick --json --out "$place/figures"
check "a look at one workload has exit code 0" is "$code" 0
check "its JSON is one line" is "$(wc -l <"$out" | tr -d ' ')" 1
for field in machine blas versions workloads name batch ms gflops peakGflops telemetryCost memory peers; do
    check "its JSON has $field" says "$out" "\"$field\":"
done
check "it leaves the JSON as a file" says "$place/figures/bench.json" '"mlp10x128-relu"'
check "it leaves Markdown" says "$place/figures/bench.md" "| mlp10x128-relu |"
check "it says that the choice of kernels was left out" says "$err" "OPENBLAS_CORETYPE=Haswell is left out"
check "none of these fetches anything" no_maven

# --- Without a network
if unshare -rn true 2>/dev/null; then
    run unshare -rn "$copy/headwater" --version
    check "works without a network" is "$code" 0
else
    skip "works without a network" "this machine gives a test no network of its own"
fi

# --- Which JDK
mkdir -p "$place/tools" "$place/jvms/old/bin" "$place/nothing" "$place/home"
ln -s /usr/bin/* /bin/* "$place/tools/" 2>/dev/null
rm -f "$place/tools/java" "$place/tools/javac" "$place/tools/flock"
printf '#!/bin/sh\necho "openjdk version \\"17.0.1\\""\n' >"$place/jvms/old/bin/java"
cp "$place/jvms/old/bin/java" "$place/jvms/old/bin/javac"
chmod +x "$place"/jvms/old/bin/*
printf 'JAVA_VERSION="17.0.1"\n' >"$place/jvms/old/release"
plain=(env -i "PATH=$place/tools" "HOME=$place/home" "HEADWATER_MARK=$HEADWATER_MARK")

run "${plain[@]}" HEADWATER_JVM_FOLDER="$place/nothing" "$copy/headwater" --version
check "without a JDK the exit code is 2" is "$code" 2
check "without a JDK it says what it needs" says "$err" "JDK 21 or newer"
check "without a JDK it says what to install" says "$err" "openjdk-21-jdk"
run "${plain[@]}" HEADWATER_JVM_FOLDER="$place/jvms" JAVA_HOME="$place/jvms/old" "$copy/headwater" --version
check "an old JDK alone is not enough" is "$code" 2
check "it names the old JDK" says "$err" "JAVA_HOME=$place/jvms/old"
ln -s "$real_jdk" "$place/jvms/new"
run "${plain[@]}" HEADWATER_JVM_FOLDER="$place/jvms" JAVA_HOME="$place/jvms/old" "$copy/headwater" --version
check "beside an old JAVA_HOME it finds the new one" is "$code" 0
run "${plain[@]}" HEADWATER_JVM_FOLDER="$place/nothing" JAVA_HOME="$real_jdk" "$copy/headwater" --version
check "JAVA_HOME is enough" is "$code" 0
run "${plain[@]}" "PATH=$place/jvms/old/bin:$place/tools" HEADWATER_JVM_FOLDER="$place/jvms" "$copy/headwater" --version
check "an old java on the PATH does not matter" is "$code" 0
check "none of these started Maven either" no_maven

# --- A change, two at once
touch "$copy/bundles/dev.headwater.trainer/src/main/java/dev/headwater/trainer/Main.java"
"$copy/headwater" --version >"$place/out1" 2>"$place/err1" </dev/null &
first=$!
"$copy/headwater" --version >"$place/out2" 2>"$place/err2" </dev/null &
second=$!
wait $first
code1=$?
wait $second
code2=$?
cat "$place/err1" "$place/err2" >"$err"
check "a changed source is built" started_maven
check "two at once both succeed" is "$code1 $code2" "0 0"
check "two at once build once" is "$(grep -c 'Building Headwater' "$err")" 1
check "two at once: the other waits" says "$err" "Waiting for another build"

# --- A build that fails, then the mended one, without flock and with a lock that a dead process left
printf 'package dev.headwater.trainer;\nclass Broken {\n' >"$copy/bundles/dev.headwater.trainer/src/main/java/dev/headwater/trainer/Broken.java"
run "$copy/headwater" --version
check "a failing build has exit code 3" is "$code" 3
check "a failing build shows the error" says "$err" "Broken.java"
check "a failing build names its log" says "$err" "build.log"
check "a failing build leaves standard output empty" silent "$out"
rm "$copy/bundles/dev.headwater.trainer/src/main/java/dev/headwater/trainer/Broken.java"
mkdir "$copy/target/headwater/lock.d"
bash -c 'echo $$' >"$copy/target/headwater/lock.d/owner"
run "${plain[@]}" HOME="${HOME:-}" JAVA_HOME="$real_jdk" "$copy/headwater" --version
check "a deleted source is a change, and a dead lock is taken over" is "$code" 0
check "the lock is gone afterwards" is "$(ls "$copy/target/headwater" | grep -c 'lock\.d')" 0

# --- Moved elsewhere
rm -f "$HEADWATER_MARK"
mv "$copy" "$place/elsewhere"
run "$place/elsewhere/headwater" --version
check "a moved checkout works as it is" is "$code" 0
check "a moved checkout starts no Maven" no_maven

# --- One place for versions
in_pom() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml"; }
: >"$out"
: >"$err"
check "JUnit is the same in pom.xml and minimum.target" says "$root/releng/target/minimum.target" "<version>$(in_pom junit.version)</version>"
check "the benchmarks compare with the DL4J of the product's ND4J" says "$root/releng/benchmarks/pom.xml" \
    "<dl4j.version>$(in_pom nd4j.version)</dl4j.version>"
check "every module has the version of the parent" is \
    "$(grep -h -A2 '<artifactId>headwater-parent' "$root"/bundles/*/pom.xml "$root"/releng/*/pom.xml | grep '<version>' | sort -u | wc -l | tr -d ' ')" 1

# --- Every jar that is carried along is accounted for
named_everywhere() {
    local module jar name
    for module in "$root"/bundles/*; do
        [ -d "$module/lib" ] || continue
        for jar in "$module"/lib/*.jar; do
            name=${jar##*/}
            grep -q "lib/$name" "$module/META-INF/MANIFEST.MF" || { echo "$name is not in the manifest" >"$err" && return 1; }
            name=${name%.jar}
            case $name in
                # The other platforms' natives are the same three jars; their about.html says what is in them.
                *-linux-arm64 | *-windows-x86_64 | *-macosx-x86_64 | *-macosx-arm64) continue ;;
                *-linux-x86_64) name="| ${name%-linux-x86_64}, linux-x86_64 |" ;;
                guava) name="| guava (" ;;
                *) name="| $name |" ;;
            esac
            says "$root/THIRD-PARTY.md" "$name" || { echo "THIRD-PARTY.md has no line '$name'" >"$err" && return 1; }
        done
    done
}
check "every nested jar stands in its manifest and in THIRD-PARTY.md" named_everywhere

{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo "<testsuite name=\"scripts\" tests=\"$((passed + failed + skipped))\" errors=\"0\" skipped=\"$skipped\" failures=\"$failed\">"
    printf '%s' "$cases"
    echo '</testsuite>'
} >"$report"
echo "  Tests run: $((passed + failed + skipped)), Failures: $failed, Errors: 0, Skipped: $skipped (scripts)"
[ "$failed" -eq 0 ]
