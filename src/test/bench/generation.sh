#!/bin/sh
# Six periods of 1,000 models with ten cases each: this program, Hugo with as many pages, bytes and other files, and cp -r,
# each in turn. Prints seconds, processor time and peak memory. Needs a build (test classes too), Hugo and GNU time.
# Usage: src/test/bench/generation.sh CLASSPATH [FOLDER]
set -eu
cd "$(dirname "$0")/../../.."
classes=$1
work=${2:-$(mktemp -d)}
bench="java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx400m -cp $classes dev.valuecompass.bench.GenerationBench"
measured() { /usr/bin/time -f "$1: %e s, processor %U + %S s, peak %M kB" sh -c "$2"; }

[ -d "$work/data" ] || $bench freeze "$work/data"
rm -rf "$work/site" "$work/copy" "$work/hugo"
measured 'this program' "$bench render $work/data $work/site"
measured 'this program, nothing changed' "$bench render $work/data $work/site"
mkdir -p "$work/hugo/static"
$bench hugo "$work/site" "$work/hugo"
(cd "$work/site" && find . -type f ! -name '*.html' | cpio -pdl --quiet "$work/hugo/static")
measured 'Hugo' "hugo --quiet -s $work/hugo -d $work/hugo/public"
measured 'cp -r' "cp -r $work/site $work/copy"
for tree in site hugo/public; do
    printf '%s: %s pages, %s bytes of pages, %s bytes in all\n' "$tree" \
        "$(find "$work/$tree" -name '*.html' | wc -l)" \
        "$(find "$work/$tree" -name '*.html' -printf '%s\n' | awk '{s += $1} END {printf "%.0f", s}')" \
        "$(find "$work/$tree" -type f -printf '%s\n' | awk '{s += $1} END {printf "%.0f", s}')"
done
