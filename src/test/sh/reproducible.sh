#!/bin/sh
# Builds the jar twice, in two folders of different names and at two times, and compares the bytes: whoever has the
# sources can prove that a jar was made of them.
set -eu
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for build in one another; do
    mkdir "$work/$build"
    cp -R pom.xml src templates site data "$work/$build"
    rm -rf "$work/$build/src/test" "$work/$build/data/periods"
    if ! mvn -o -q -B -f "$work/$build/pom.xml" -Dmaven.test.skip=true -Dcyclonedx.skip=true package >"$work/$build.log" 2>&1; then
        cat "$work/$build.log"
        echo 'reproducible build: FAILED, the build itself failed'
        exit 1
    fi
done
if cmp "$work/one/target/value-compass.jar" "$work/another/target/value-compass.jar"; then
    echo "reproducible build: two builds of the jar are equal, $(sha256sum <"$work/one/target/value-compass.jar" | cut -c1-16)"
else
    echo 'reproducible build: FAILED, two builds of the same sources differ'
    exit 1
fi
