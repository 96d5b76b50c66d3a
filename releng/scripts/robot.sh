# Sourced after ide.sh: the robot of dev.headwater.ui.tests in an Eclipse that Headwater was installed into.

robot_tests=$root/bundles/dev.headwater.ui.tests

# robot_eclipse TARGET: a copy of the installed Eclipse that knows the tests and what they need beside it. The installation
# itself stays as a user has it.
robot_eclipse() {
    local copy=$ide/$1/robot info jar name version
    rm -rf "$copy"
    cp -al "$ide/$1/eclipse" "$copy" 2>/dev/null || cp -R "$ide/$1/eclipse" "$copy" || return 1
    info=$copy/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info
    # The monitor of blocked threads is a component that is found only in a started bundle. A new file: the old may be
    # the same as the installation's.
    sed '/^org.eclipse.ui.monitoring,/s/,false$/,true/' "$info" >"$info.new" && mv "$info.new" "$info"
    while IFS= read -r jar; do
        name=$(unzip -p "$jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Bundle-SymbolicName: *\([^; ]*\).*/\1/p')
        version=$(unzip -p "$jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Bundle-Version: *//p')
        if [ -n "$name" ] && ! grep -q "^$name," "$info"; then
            cp "$jar" "$copy/plugins/" && echo "$name,$version,plugins/${jar##*/},4,false" >>"$info"
        fi
    done < <(ls "$robot_tests"/target/dev.headwater.ui.tests-*.jar | grep -v -e -sources.jar &&
        grep -E '/(org/junit|org/opentest4j|org/apiguardian)/' "$robot_tests/target/dependencies-list.txt")
    # The monitor looks first after two thirds of the lower threshold: the lower, the truer is what FreezeLog finds ours.
    cat >"$copy/robot.ini" <<'INI'
org.eclipse.ui.monitoring/monitoring_enabled=true
org.eclipse.ui.monitoring/long_event_warning_threshold=30
org.eclipse.ui.monitoring/long_event_error_threshold=100
org.eclipse.ui.monitoring/max_stack_samples=10
org.eclipse.ui.monitoring/deadlock_reporting_threshold=60000
org.eclipse.ui.monitoring/log_to_error_log=false
INI
}

# robot TARGET STAGE THEME WORKSPACE CLASS,...: starts the Eclipse with these tests; reports in bundles/…ui.tests/target.
robot() {
    local target=$1 stage=$2 theme=$3 workspace=$4 classes=$5 eclipse=$ide/$1/robot prefs result
    [ -f "$eclipse/robot.ini" ] || robot_eclipse "$target" || return 1
    rm -rf "$robot_tests/target/robot/$target-$stage"
    mkdir -p "$robot_tests/target/robot/$target-$stage"
    if [ ! -d "$workspace/.metadata" ]; then
        prefs=$workspace/.metadata/.plugins/org.eclipse.core.runtime/.settings
        mkdir -p "$prefs"
        printf 'eclipse.preferences.version=1\nthemeid=org.eclipse.e4.ui.css.theme.e4_%s\n' \
            "$([ "$theme" = dark ] && echo dark || echo default)" >"$prefs/org.eclipse.e4.ui.css.swt.theme.prefs"
    fi
    eclipse_command
    # Without a session bus and accessibility bus GTK would wait for both.
    env NO_AT_BRIDGE=1 GTK_A11Y=none GTK_THEME="Adwaita$([ "$theme" = dark ] && echo :dark)" OMP_NUM_THREADS=1 \
        timeout --kill-after=20 "${HEADWATER_ROBOT_SECONDS:-900}" \
        "${eclipse_java[@]}" -Dheadwater.root="$root" -Dheadwater.robot.tests="$classes" -Dheadwater.robot.theme="$theme" \
        -Dheadwater.robot.reports="$robot_tests/target/robot/$target-$stage" \
        -Dheadwater.robot.pictures="$root/target/screenshots/$target-$stage" \
        -jar "$(ls "$eclipse"/plugins/org.eclipse.equinox.launcher_*.jar)" \
        -data "$workspace" -nosplash -consoleLog -pluginCustomization "$eclipse/robot.ini" \
        -application dev.headwater.ui.tests.robot </dev/null >"$robot_tests/target/robot/$target-$stage.log" 2>&1
    result=$?
    grep -E '^robot: ' "$robot_tests/target/robot/$target-$stage.log" | sed 's/^robot: /    /'
    return $result
}
