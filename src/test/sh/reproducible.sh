#!/bin/sh
# Builds the jar again, in a folder of another name and at another time, and compares the bytes with those of the jar in
# target: whoever has the sources can prove that a jar was made of them. Where they differ, because target may hold files
# of earlier builds, a third build in yet another folder decides.
set -eu
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jar=target/value-compass.jar

build() {
    mkdir "$work/$1"
    cp -R pom.xml src templates site data docs "$work/$1"
    rm -rf "$work/$1/src/test" "$work/$1/data/periods" "$work/$1/data/rounds"
    if ! mvn -o -q -B -f "$work/$1/pom.xml" -Dmaven.test.skip=true -Dcyclonedx.skip=true package >"$work/$1.log" 2>&1; then
        cat "$work/$1.log"
        echo 'reproducible build: FAILED, the build itself failed'
        exit 1
    fi
}

build one
if ! [ -f "$jar" ] || ! cmp "$jar" "$work/one/$jar"; then
    build another
    jar=$work/another/$jar
    if ! cmp "$jar" "$work/one/target/value-compass.jar"; then
        echo 'reproducible build: FAILED, two builds of the same sources differ'
        exit 1
    fi
fi
echo "reproducible build: two builds of the jar are equal, $(sha256sum <"$jar" | cut -c1-16)"
