# Sourced after jdk.sh and build.sh, with `root` set to the checkout and `class_path` to the product's: ./headwater bench.
# What is made here lies in target/benchmarks:
#   classes/NAME        compiled sources; NAME is main, or a library to compare with that has been fetched
#   NAME.class-path     its jars
#   natives, djl        unpacked native libraries of the comparison

bench=$root/releng/benchmarks
bench_made=$root/target/benchmarks

# compile NAME SOURCES CLASS-PATH [JAVAC-OPTION...]: unless that was done since they changed.
compile() {
    local name=$1 sources=$2 path=$3 into=$bench_made/classes/$1 newer
    shift 3
    if [ -f "$into.made-of" ] && [ "$(cat "$into.made-of")" = "$path" ]; then
        newer=$(find "$sources" -newer "$into.made-of" -print -quit) && [ -z "$newer" ] && return
    fi
    rm -rf "$into" "$into.made-of"
    mkdir -p "$into"
    find "$sources" -name '*.java' | sed 's/.*/"&"/' >"$into.sources"
    "$JAVA_HOME/bin/javac" --release 21 -encoding UTF-8 -nowarn -proc:full -d "$into" -cp "$path" "$@" "@$into.sources" >&2 || return
    [ -d "$sources/../resources" ] && cp -R "$sources/../resources/." "$into"
    printf '%s' "$path" >"$into.made-of"
}

# fetch NAME: sets `fetched` to the class path of a profile of the benchmarks' pom; fails where it cannot be had.
fetch() {
    local file=$bench_made/$1.class-path entry complete=yes
    fetched=""
    if [ -f "$file" ] && [ ! "$bench/pom.xml" -nt "$file" ]; then
        fetched=$(cat "$file")
        while IFS= read -r -d : entry; do [ -e "$entry" ] || complete=""; done <<<"$fetched:"
        [ -n "$complete" ] && return
    fi
    echo "Fetching $1 from Maven Central, once ..." >&2
    run_maven -q -f "$bench/pom.xml" -P "$1" dependency:build-classpath "-Dnd4j.classifier=linux-x86_64$extension" \
        "-Dmdep.outputFile=$file.new" </dev/null 9>&- >"$bench_made/$1.log" 2>&1 || return
    mv "$file.new" "$file"
    fetched=$(cat "$file")
}

# native_extension: sets `extension` to the suffix of ND4J's fastest native library for this processor.
native_extension() {
    extension=-onednn
    if grep -qm1 -w avx512f /proc/cpuinfo 2>/dev/null; then extension=-onednn-avx512
    elif grep -qm1 -w avx2 /proc/cpuinfo 2>/dev/null; then extension=-onednn-avx2; fi
}

# java_bench ARGUMENT...: the benchmarks' program on the class path `path`, with the options in `more`.
java_bench() {
    set -f # several options may stand in one variable, none of them a pattern
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" "${options[@]}" "${more[@]}" ${HEADWATER_JAVA_OPTS:-} -cp "$path" dev.headwater.benchmarks.Main "$@"
}

# open_bench ARGUMENT...: ./headwater bench. Its help is the terminal's (BenchCommand).
open_bench() {
    local needs code name path base extension coretype=${OPENBLAS_CORETYPE:-} more=()
    mkdir -p "$bench_made/classes"
    lock
    compile main "$bench/src/main/java" "$class_path" || { unlock; return 3; }
    java_options
    options+=("-Dheadwater.command=$0")
    path=$bench_made/classes/main:$class_path
    more=(-Dheadwater.benchmarks.ask=true)
    if needs=$(java_bench bench "$@"); then :; else
        code=$?
        unlock
        [ -z "$needs" ] || printf '%s\n' "$needs" # an error as JSON
        return $code
    fi

    more=("-Dheadwater.benchmarks.product=$bench_made/classes/main:$class_path" "-Dheadwater.benchmarks.folder=$bench_made"
        "-DDJL_CACHE_DIR=$bench_made/djl" -Dai.djl.offline=true -Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Xmx4g)
    native_extension
    for name in $needs; do
        if [ "$(uname -sm)" != "Linux x86_64" ] && [ "$name" != kernels ]; then
            echo "headwater: $name is compared with on Linux x86_64 only; going on without it" >&2
        elif ! fetch "$name"; then
            echo "headwater: $name could not be fetched from Maven Central; going on without it (see $bench_made/$name.log)" >&2
        elif ! compile "$name" "$bench/src/$name/java" "$bench_made/classes/main:$class_path:$fetched"; then
            echo "headwater: $name cannot be compiled; going on without it" >&2
        elif [ "$name" = dl4j ]; then
            # ND4J's native library with oneDNN stands in for the product's: DL4J is to have its best.
            base=$root/bundles/dev.headwater.nd4j.linux.x86_64/lib/nd4j-native-linux-x86_64.jar
            path=$bench_made/classes/dl4j:${path//":$base"/}:$fetched
            more+=("-Dorg.bytedeco.javacpp.platform.extension=$extension" "-Dheadwater.natives=$bench_made/natives")
        else
            path=$bench_made/classes/$name:$path:$fetched
        fi
    done
    unlock
    case " $* " in
        *" --keep-coretype "*) [ -z "$coretype" ] || more+=("-Dheadwater.benchmarks.coretype=OPENBLAS_CORETYPE=$coretype") ;;
        *)
            if [ -n "$coretype" ]; then
                unset OPENBLAS_CORETYPE
                more+=("-Dheadwater.benchmarks.coretype=OPENBLAS_CORETYPE=$coretype was left out")
                echo "headwater: OPENBLAS_CORETYPE=$coretype is left out, so that OpenBLAS chooses its kernels by the processor (--keep-coretype keeps it)" >&2
            fi
            ;;
    esac
    java_bench bench "$@"
}
