# Sourced after jdk.sh and build.sh, with `root` set to the checkout: an Eclipse with Headwater installed from the update
# site that the build made, and a display for tests. What is made here lies in target/ide:
#   TARGET/eclipse   an Eclipse of that target platform (minimum, latest) with Headwater in it
#   TARGET/stamp     as old as the beginning of the last successful preparation

ide=$root/target/ide
site=$root/update-site/target/repository
ide_features=dev.headwater.feature.feature.group,dev.headwater.examples.feature.feature.group

# packages COMMAND-OR-LIBRARY:PACKAGE...: installs what is missing where that is possible, else names it in one line.
packages() {
    local pair need missing=""
    for pair in "$@"; do
        need=${pair%%:*}
        case $need in
            lib*) ldconfig -p 2>/dev/null | grep -qF "$need" || missing="$missing ${pair#*:}" ;;
            font) command -v fc-list >/dev/null && fc-list 2>/dev/null | grep -q . || missing="$missing ${pair#*:}" ;;
            *) command -v "$need" >/dev/null || missing="$missing ${pair#*:}" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian packages:$missing" >&2
        # shellcheck disable=SC2086 # several packages in one variable
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } \
            >"$root/target/packages.log" 2>&1 && return 0
        tail -n 3 "$root/target/packages.log" >&2
    fi
    echo "Headwater's IDE needs packages that are missing here; install them: sudo apt install$missing" >&2
    return 1
}

# gtk_package: the name of GTK 3 in this Debian or Ubuntu.
gtk_package() {
    if command -v apt-cache >/dev/null && apt-cache show libgtk-3-0t64 >/dev/null 2>&1; then echo libgtk-3-0t64; else echo libgtk-3-0; fi
}

ide_packages() { packages "libgtk-3.so.0:$(gtk_package)" font:fonts-dejavu-core; }
test_packages() { packages Xvfb:xvfb openbox:openbox xdotool:xdotool "libgtk-3.so.0:$(gtk_package)" font:fonts-dejavu-core; }

# eclipse_of TARGET: where the build put the plain Eclipse of a target platform.
eclipse_of() { echo "$root/releng/eclipse-$1/target/products/plain.$1/linux/gtk/x86_64"; }

# director ARGUMENT...: p2's director, run from a folder without a project so that Maven reads none.
director() {
    mkdir -p "$ide/director"
    (cd "$ide/director" && MAVEN_OPTS="--enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" MAVEN_BASEDIR="$root" \
        sh "$root/mvnw" -B -ntp -q "org.eclipse.tycho:tycho-p2-director-plugin:$(tycho_version):director" "$@" </dev/null)
}

tycho_version() { sed -n 's:.*<tycho.version>\(.*\)</tycho.version>.*:\1:p' "$root/pom.xml"; }

# uri PATH: the path as a URI, for p2 reads nothing else; bytes beyond plain ASCII are escaped.
uri() {
    local LC_ALL=C path=$1 i c out=""
    for ((i = 0; i < ${#path}; i++)); do
        c=${path:i:1}
        case $c in [A-Za-z0-9/._~-]) out=$out$c ;; *) printf -v c '%%%02X' "'$c" && out=$out${c/FFFFFFFFFFFFFF/} ;; esac
    done
    echo "file:$out"
}

# install_into ECLIPSE: the features from the built site, and from nowhere else.
install_into() {
    director "-Drepositories=$(uri "$site")" "-DinstallIUs=$ide_features" "-Ddestination=$1" -Dprofile=DefaultProfile
}

# uninstall_from ECLIPSE: the features, and with them all that nothing else needs.
uninstall_from() {
    director "-Drepositories=$(uri "$site")" "-DuninstallIUs=$ide_features" "-Ddestination=$1" -Dprofile=DefaultProfile
}

# prepare_ide TARGET: a fresh plain Eclipse with Headwater installed; the build must be done.
prepare_ide() {
    local made_for=$ide/$1 plain
    plain=$(eclipse_of "$1")
    [ -d "$plain" ] && [ -d "$site" ] || { echo "There is no built Eclipse or site; run the build first." >&2; return 1; }
    rm -rf "$made_for"
    mkdir -p "$made_for"
    cp -R "$plain" "$made_for/eclipse" || return 1
    install_into "$made_for/eclipse" >"$made_for/install.log" 2>&1 || { cat "$made_for/install.log" >&2; return 1; }
}

# ide_is_fresh TARGET: nothing that the IDE is made of is newer than the last preparation.
ide_is_fresh() {
    local newer
    [ -f "$ide/$1/stamp" ] || return 1
    newer=$(find "$root/pom.xml" "$root"/.mvn "$root"/releng/*/pom.xml "$root"/releng/target/*.target "$root/releng/eclipse-$1" \
        "$root"/bundles/*/{src,META-INF,plugin.xml,plugin.properties,build.properties,icons,help,templates,examples,css} \
        "$root"/features "$root"/update-site \
        -name target -prune -o -newer "$ide/$1/stamp" -print -quit 2>/dev/null)
    [ -z "$newer" ]
}

# ensure_ide TARGET: builds and installs where something changed.
ensure_ide() {
    local list="" module
    ide_is_fresh "$1" && return
    lock
    mkdir -p "$ide"
    touch "$ide/stamp.new"
    if ! ide_is_fresh "$1"; then
        for module in $modules bundles/dev.headwater.examples bundles/dev.headwater.gef.compat bundles/dev.headwater.launching \
            bundles/dev.headwater.editor bundles/dev.headwater.ui features/dev.headwater.feature \
            features/dev.headwater.examples.feature update-site "releng/eclipse-$1"; do
            list=$list$module,
        done
        echo "Building Headwater's IDE (the first time a few minutes, about 400 MB from Maven Central) ..." >&2
        if ! run_maven package -q -pl "${list%,}" -Dmaven.test.skip=true -Dheadwater.testCompile=none </dev/null 9>&- >"$ide/build.log" 2>&1; then
            grep -v '^WARNING: ' "$ide/build.log" >&2
            echo "The build failed; all that Maven said is in $ide/build.log" >&2
            unlock
            return 1
        fi
        if ! prepare_ide "$1"; then
            unlock
            return 1
        fi
        mv "$ide/stamp.new" "$ide/$1/stamp"
    fi
    unlock
}

# eclipse_java: sets `eclipse_java` to the command that starts an Eclipse, options of the JVM included.
eclipse_command() {
    eclipse_java=("$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED)
    if [ "$jdk_version" -ge 23 ]; then eclipse_java+=(--sun-misc-unsafe-memory-access=allow); fi
}

# open_ide ARGUMENT...: ./headwater ide. Its help is the terminal's (IdeCommand).
open_ide() {
    local workspace=${HEADWATER_WORKSPACE:-${HOME:-$root}/headwater-workspace} eclipse=$ide/latest/eclipse
    while [ $# -gt 0 ]; do
        case $1 in
            --workspace) workspace=${2:?--workspace needs a folder} && shift ;;
            *) echo "headwater: unknown option '$1' (see headwater ide --help)" >&2 && return 2 ;;
        esac
        shift
    done
    if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        echo "headwater: the IDE needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set;" \
            "log in to a desktop, use 'ssh -X', or give it one of its own: xvfb-run -s '-screen 0 1600x1000x24' $0 ide" >&2
        return 2
    fi
    ide_packages || return 2
    ensure_ide latest || return 3
    eclipse_command
    local launcher
    launcher=$(ls "$eclipse"/plugins/org.eclipse.equinox.launcher_*.jar)
    if [ ! -d "$workspace/.metadata" ]; then
        "${eclipse_java[@]}" -jar "$launcher" -nosplash -data "$workspace" \
            -application dev.headwater.ui.exampleWorkspace >"$ide/workspace.log" 2>&1 || cat "$ide/workspace.log" >&2
        set -- -perspective dev.headwater.ui.perspective
    fi
    exec "${eclipse_java[@]}" -jar "$launcher" -nosplash -data "$workspace" "$@"
}

# with_display COMMAND...: runs it on a screen of its own, with a window manager.
with_display() {
    local number_file xvfb wm result
    number_file=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number_file" >/dev/null 2>&1 9>&- &
    xvfb=$!
    for _ in $(seq 100); do
        [ -s "$number_file" ] && break
        kill -0 "$xvfb" 2>/dev/null || break
        sleep 0.1
    done
    if [ ! -s "$number_file" ]; then
        echo "Xvfb did not start" >&2
        rm -f "$number_file"
        return 1
    fi
    DISPLAY=:$(cat "$number_file")
    export DISPLAY
    rm -f "$number_file"
    openbox >/dev/null 2>&1 9>&- &
    wm=$!
    "$@"
    result=$?
    kill "$wm" "$xvfb" 2>/dev/null
    wait "$wm" "$xvfb" 2>/dev/null
    unset DISPLAY
    return $result
}
