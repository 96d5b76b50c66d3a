# Sourced by ./headwater and ./test after jdk.sh, with `root` set to the checkout: builds what the terminal needs.
# What the build leaves for the start is in target/headwater:
#   stamp        as old as the beginning of the last successful build
#   class-path   the child's class path, one entry a line; what lies in the checkout is relative to it, so that
#                the checkout may be moved
#   N/           the product's own jars of build N: a running process keeps the ones it began with
#   N/classes.jsa  the JVM's archive of loaded classes, which shortens the start

made=$root/target/headwater
modules="releng/target bundles/dev.headwater.nd4j bundles/dev.headwater.nd4j.linux.x86_64 bundles/dev.headwater.core bundles/dev.headwater.trainer"

# Java takes the names of files from the locale; with none set, a folder with an umlaut could not be opened.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# read_class_path: sets `class_path`; fails where an entry is missing.
read_class_path() {
    local entry
    class_path=""
    [ -f "$made/class-path" ] || return 1
    while IFS= read -r entry; do
        case $entry in /*) ;; *) entry=$root/$entry ;; esac
        [ -e "$entry" ] || return 1
        class_path=$class_path${class_path:+:}$entry
    done <"$made/class-path"
    [ -n "$class_path" ]
}

# is_fresh: true when nothing that the terminal is made of is newer than the last build. One process and no Maven, for
# this is the way of every ordinary start. A folder is newer too when something in it was deleted or renamed.
is_fresh() {
    local entry module newer
    local watched=("$root/pom.xml" "$root/.mvn" "$root/releng/compiler.properties" "$root/releng/scripts/build.sh")
    [ -f "$made/stamp" ] || return 1
    for module in $modules; do
        module=$root/$module
        for entry in "$module"/pom.xml "$module"/src/main "$module"/META-INF "$module"/build.properties "$module"/*.target; do
            [ -e "$entry" ] && watched+=("$entry")
        done
    done
    newer=$(find "${watched[@]}" -newer "$made/stamp" -print -quit) && [ -z "$newer" ]
}

# run_maven ARGUMENT...: the wrapper's Maven on the JDK that was found, from the top of the checkout.
run_maven() {
    local options=${MAVEN_OPTS:-}
    # Maven's own libraries use what newer JDKs warn of.
    [ "$jdk_version" -ge 23 ] && options="--sun-misc-unsafe-memory-access=allow $options"
    (cd "$root" && MAVEN_OPTS="--enable-native-access=ALL-UNNAMED $options" sh ./mvnw "$@")
}

# lock, unlock: one build at a time in a checkout. flock where there is one, for the kernel then lets go of the lock of
# a killed process; else a folder that names its owner.
lock() {
    mkdir -p "$made"
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$made/lock"
        flock -n 9 || { echo "Waiting for another build of Headwater in this folder ..." >&2; flock 9; }
        return
    fi
    local owner told=""
    until mkdir "$made/lock.d" 2>/dev/null; do
        owner=$(cat "$made/lock.d/owner" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            # Its owner is gone. Renaming works for one of those who wait.
            mv "$made/lock.d" "$made/lock.stale.$$" 2>/dev/null && rm -rf "$made/lock.stale.$$"
            continue
        fi
        [ -n "$told" ] || echo "Waiting for another build of Headwater in this folder ..." >&2
        told=yes
        sleep 0.2
    done
    echo $$ >"$made/lock.d/owner"
    trap 'rm -rf "$made/lock.d"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    if [ -d "$made/lock.d" ]; then
        rm -rf "$made/lock.d"
        trap - EXIT INT TERM
    else
        exec 9>&-
    fi
}

# build: Maven, then the class path. Quiet unless it fails; everything on standard error.
build() {
    local log=$made/build.log list
    list=$(printf '%s,' $modules)
    rm -f "$made/stamp"
    touch "$made/stamp.new"
    echo "Building Headwater ..." >&2
    if ! run_maven package -q -pl "${list%,}" -Dmaven.test.skip=true -Dheadwater.testCompile=none </dev/null 9>&- >"$log" 2>&1; then
        grep -v '^WARNING: ' "$log" >&2
        echo "The build failed; all that Maven said is in $log" >&2
        return 1
    fi
    write_class_path && read_class_path || return 1
    archive_classes
    mv "$made/stamp.new" "$made/stamp"
}

# write_class_path: unfolds what Tycho found to be the trainer's bundles. A bundle with nested jars stands for these;
# the product's own jars are copied, for the next build must not rewrite what a running process reads.
write_class_path() {
    local number=1 bundle module nested entries=""
    while [ -d "$made/$number" ]; do number=$((number + 1)); done
    mkdir -p "$made/$number.new"
    while IFS= read -r bundle; do
        case $bundle in
            "$root"/bundles/*)
                module=${bundle%/target/*}
                if [ -d "$module/lib" ]; then
                    for nested in "$module"/lib/*.jar; do entries=$entries${nested#"$root/"}$'\n'; done
                else
                    cp "$bundle" "$made/$number.new/${module##*/}.jar" || return 1
                    entries=target/headwater/$number/${module##*/}.jar$'\n'$entries
                fi
                ;;
            # Tycho compiles every bundle against OSGi's annotations; nothing of them is there when it runs.
            */org/osgi/*) ;;
            *) entries=$entries$bundle$'\n' ;;
        esac
    done <"$root/bundles/dev.headwater.trainer/target/dependencies-list.txt"
    mv "$made/$number.new" "$made/$number"
    printf '%s' "$entries" >"$made/class-path.new" && mv "$made/class-path.new" "$made/class-path"
    # The last build's jars stay for those who have just begun with them.
    for bundle in "$made"/[0-9]*; do
        case ${bundle##*/} in "$number" | "$((number - 1))" | *.new) ;; *) rm -rf "$bundle" ;; esac
    done
}

# java_options: sets `options` for the child. JavaCPP reads memory through sun.misc.Unsafe, which newer JDKs warn of; what
# the JVM itself has to say must not get between the lines of --json.
java_options() {
    options=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xshare:auto -XX:+DisplayVMOutputToStderr -Xlog:disable
        "-Dheadwater.home=$root")
    if [ "$jdk_version" -ge 23 ]; then options+=(--sun-misc-unsafe-memory-access=allow); fi
}

# archive_classes: has the JVM write down the classes that a short training loads, parsed and verified; where none is
# possible, those of a check. Written here, once and under the lock, for two processes must not write it at the same time.
# Without it all is the same, but slower.
archive_classes() {
    local folder options run=$made/archive-run examples=$root/bundles/dev.headwater.examples/examples
    folder=$(printf '%s\n' "$class_path")
    folder=${folder%%/dev.headwater.*.jar*}
    java_options
    rm -rf "$run"
    archive "$folder" train "$examples/xor.headwater" --epochs 1 --out "$run" ||
        archive "$folder" check "$examples/circle-healthy.headwater"
    rm -rf "$run"
    return 0
}

# archive FOLDER ARGUMENT...: runs a command and archives what it loaded; fails where it did.
archive() {
    local folder=$1
    shift
    rm -f "$folder/classes.new"
    OMP_NUM_THREADS=1 "$JAVA_HOME/bin/java" "${options[@]}" -XX:ArchiveClassesAtExit="$folder/classes.new" \
        -cp "$class_path" dev.headwater.trainer.Main "$@" </dev/null >/dev/null 2>&1 9>&- &&
        [ -f "$folder/classes.new" ] && mv "$folder/classes.new" "$folder/classes.jsa"
}

# ensure_built: sets `class_path`, builds first where needed; whoever had to wait finds the work done.
ensure_built() {
    is_fresh && read_class_path && return
    lock
    local result=0
    { is_fresh && read_class_path; } || { build && read_class_path; } || result=1
    unlock
    return $result
}
