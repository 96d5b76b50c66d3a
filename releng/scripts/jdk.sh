# Sourced by ./headwater and ./test: finds a JDK by itself, for `java` on the PATH is often too old.
# Works with bash 3.2 (macOS) and starts no process as long as JAVA_HOME or a usual folder has a fitting JDK.

least_java=21

# java_version_of HOME: sets `version` to the feature number of the JDK in that folder (8, 17, 21 ...), or to 0
# where there is no complete JDK. The file `release` tells it without starting the JVM.
java_version_of() {
    local line text
    version=0
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in JAVA_VERSION=*) text=${line#*\"} && break ;; esac
        done < "$1/release"
    fi
    if [ -z "${text:-}" ]; then
        text=$("$1/bin/java" -version 2>&1) && text=${text#*\"} || return 0
    fi
    text=${text%%\"*}
    text=${text#1.}
    text=${text%%[!0-9]*}
    version=${text:-0}
}

# find_jdk: sets `jdk` and `jdk_version`, exports JAVA_HOME. JAVA_HOME wins, then the PATH, then the newest in the
# folders where systems and tools put JDKs. Fails with one message where there is none.
find_jdk() {
    local home java usual best=0 seen=""
    jdk=""
    if [ -n "${JAVA_HOME:-}" ]; then
        java_version_of "$JAVA_HOME"
        if [ "$version" -ge "$least_java" ]; then jdk=$JAVA_HOME best=$version; fi
        seen="JAVA_HOME=$JAVA_HOME"
    fi
    if [ -z "$jdk" ] && java=$(command -v java); then
        while [ -L "$java" ]; do
            home=$(readlink "$java")
            case $home in /*) java=$home ;; *) java=${java%/*}/$home ;; esac
        done
        home=${java%/bin/java}
        java_version_of "$home"
        if [ "$version" -ge "$least_java" ]; then jdk=$home best=$version; fi
        seen="$seen${seen:+, }java on the PATH: $java"
    fi
    if [ -z "$jdk" ]; then
        # HEADWATER_JVM_FOLDER: look there instead.
        if [ -n "${HEADWATER_JVM_FOLDER:-}" ]; then
            usual=("$HEADWATER_JVM_FOLDER"/*)
        else
            usual=(/usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/*java* /opt/*/*jdk* "${HOME:-/nowhere}"/.sdkman/candidates/java/*
                "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home)
        fi
        for home in "${usual[@]}"; do
            java_version_of "$home"
            if [ "$version" -ge "$least_java" ] && [ "$version" -gt "$best" ]; then jdk=$home best=$version; fi
        done
    fi
    if [ -z "$jdk" ]; then
        cat >&2 <<MESSAGE
Headwater needs a JDK $least_java or newer and found none${seen:+ ($seen)}.
It looks at JAVA_HOME, at java on the PATH and in the usual folders (/usr/lib/jvm, /opt, ~/.sdkman, /Library/Java ...).
Install one: "apt install openjdk-$least_java-jdk-headless" on Debian or Ubuntu, or Eclipse Temurin from https://adoptium.net,
or set JAVA_HOME to the folder of one that is already there.
MESSAGE
        return 1
    fi
    jdk_version=$best
    export JAVA_HOME=$jdk
}
