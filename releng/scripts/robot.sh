# Sourced after ide.sh: the robot of dev.headwater.ui.tests in an Eclipse that Headwater was installed into.

robot_tests=$root/bundles/dev.headwater.ui.tests

# robot_configuration TARGET DIR: a configuration of the installed Eclipse that knows the tests and what they need beside
# it. The installation itself stays as a user has it.
robot_configuration() {
    local eclipse=$ide/$1/eclipse configuration=$2 info jar name version
    mkdir -p "$configuration/org.eclipse.equinox.simpleconfigurator"
    info=$configuration/org.eclipse.equinox.simpleconfigurator/bundles.info
    # The monitor of blocked threads is a component that is found only in a started bundle.
    sed -e "s#,plugins/#,$(uri "$eclipse" | sed 's/[&#]/\\&/g')/plugins/#" -e '/^org.eclipse.ui.monitoring,/s/,false$/,true/' \
        "$eclipse/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info" >"$info"
    sed "s#file\\\\:plugins/#file\\\\:$eclipse/plugins/#; s#reference\\\\:file\\\\:org#reference\\\\:file\\\\:$eclipse/plugins/org#" \
        "$eclipse/configuration/config.ini" >"$configuration/config.ini"
    for jar in "$robot_tests"/target/dev.headwater.ui.tests-*.jar $(grep -E '/(org/junit|org/opentest4j|org/apiguardian)/' "$robot_tests/target/dependencies-list.txt"); do
        case $jar in *-sources.jar) continue ;; esac
        name=$(unzip -p "$jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Bundle-SymbolicName: *\([^; ]*\).*/\1/p')
        version=$(unzip -p "$jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Bundle-Version: *//p')
        [ -n "$name" ] && ! grep -q "^$name," "$info" && echo "$name,$version,$(uri "$jar"),4,false" >>"$info"
    done
    cat >"$configuration/robot.ini" <<'INI'
org.eclipse.ui.monitoring/monitoring_enabled=true
org.eclipse.ui.monitoring/long_event_warning_threshold=100
org.eclipse.ui.monitoring/long_event_error_threshold=100
org.eclipse.ui.monitoring/deadlock_reporting_threshold=60000
org.eclipse.ui.monitoring/log_to_error_log=false
INI
}

# robot TARGET STAGE THEME WORKSPACE CLASS,...: starts the Eclipse with these tests; reports in bundles/…ui.tests/target.
robot() {
    local target=$1 stage=$2 theme=$3 workspace=$4 classes=$5 configuration eclipse=$ide/$1/eclipse prefs result
    configuration=$ide/$1/configuration
    [ -f "$configuration/robot.ini" ] || robot_configuration "$target" "$configuration"
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
        -jar "$(ls "$eclipse"/plugins/org.eclipse.equinox.launcher_*.jar)" -install "$(uri "$eclipse")/" \
        -configuration "$configuration" -data "$workspace" -nosplash -consoleLog -pluginCustomization "$configuration/robot.ini" \
        -application dev.headwater.ui.tests.robot </dev/null >"$robot_tests/target/robot/$target-$stage.log" 2>&1
    result=$?
    grep -E '^robot: ' "$robot_tests/target/robot/$target-$stage.log" | sed 's/^robot: /    /'
    return $result
}
