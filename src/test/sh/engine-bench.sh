#!/bin/sh
# Prints the figures of the engine in docs/benchmarks.md and, at the end, each goal with what was reached: about eight minutes
# on an idle machine, and what npm takes to fetch promptfoo (a minute or more) where it is not given.
# Usage: src/test/sh/engine-bench.sh [-s PARTS] [-c CLASSPATH] [-p FOLDER]
#   -s  divides the number of calls, to see in two minutes whether it runs: -s 20
#   -c  class path of the libraries; without it Maven builds the program and tells it
#   -p  folder where `npm install promptfoo` was run; "none" leaves promptfoo out
set -eu
cd "$(dirname "$0")/../../.."
parts=1
libraries=
promptfoo=
while getopts s:c:p: option; do
    case $option in
        s) parts=$OPTARG ;;
        c) libraries=$OPTARG ;;
        p) promptfoo=$OPTARG ;;
        *) sed -n '2,8s/^# //p' "$0" >&2; exit 2 ;;
    esac
done

scratch=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM

if [ -z "$libraries" ]; then
    mvn -q -B -Dspotless.check.skip=true test-compile dependency:build-classpath -Dmdep.outputFile="$scratch/libraries" >&2
    libraries=$(cat "$scratch/libraries")
fi
classes=$PWD/target/test-classes:$PWD/target/classes:$libraries
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
seen=$scratch/seen
: >"$seen"
# What a program prints is shown, and kept under a name for the end.
bench() {
    name=$1
    main=$2
    shift 2
    # shellcheck disable=SC2086
    java $flags -cp "$classes" "dev.valuecompass.bench.$main" "$@" | tee "$scratch/out"
    sed "s/^/$name /" "$scratch/out" >>"$seen"
}

# promptfoo is fetched first, so that nothing else runs while things are measured.
if [ -z "$promptfoo" ]; then
    promptfoo=$scratch/promptfoo
    mkdir "$promptfoo"
    echo "fetching promptfoo" >&2
    (cd "$promptfoo" && npm install --no-audit --no-fund --loglevel=error promptfoo@0.121.20 >&2) || promptfoo=none
fi

uptime
for inflight in 64 256 1024; do
    # shellcheck disable=SC2086
    bench "engine$inflight" EngineBench $inflight $((50 * inflight / parts + inflight)) 2 300 $flags
done
echo "$((100000 / parts)) items in a heap of 300 MB:"
# shellcheck disable=SC2086
bench many EngineBench 256 $((100000 / parts)) 1 300 $flags -Xmx300m
echo "$((100000 / parts)) items with answers of 4,000 characters in a heap of 128 MB:"
# shellcheck disable=SC2086
bench long EngineBench 256 $((100000 / parts)) 1 4000 $flags -Xmx128m
bench store StoreLoad 256 $((20000 / parts)) 300

# Asks promptfoo the same of the same server, and prints the seconds that it says its evaluation took, its start not counted.
seconds() {
    inflight=$1
    calls=$2
    {
        echo 'prompts: ["{{q}}"]'
        echo 'providers:'
        for model in 1 2 3 4; do
            echo "  - id: 'openai:chat:m$model'"
            echo "    config: {apiBaseUrl: 'http://127.0.0.1:$port/v1', apiKey: none, max_tokens: 400, temperature: 1.0}"
        done
        echo 'tests:'
        awk -v n=$((calls / 4)) 'BEGIN {
            for (i = 0; i < n; i++) {
                print "  - vars: {q: \"Should rule number " i " of the town be kept, although some suffer under it?\"}"
            }
        }'
    } >"$scratch/config.yaml"
    (cd "$promptfoo" && node node_modules/promptfoo/dist/src/entrypoint.js eval -c "$scratch/config.yaml" -j "$inflight" \
        --no-cache --no-write --no-table --no-progress-bar 2>"$scratch/promptfoo.log" || :) |
        sed -n 's/^ *Duration: \(.*\) (concurrency.*/\1/p' |
        awk '{ s = 0; for (i = 1; i <= NF; i++) s += $i ~ /h$/ ? 3600 * $i : $i ~ /m$/ ? 60 * $i : $i + 0; print s; exit }'
}

if [ "$promptfoo" != none ]; then
    PROMPTFOO_CONFIG_DIR=$scratch/settings
    export PROMPTFOO_CONFIG_DIR
    export PROMPTFOO_DISABLE_TELEMETRY=1 PROMPTFOO_DISABLE_UPDATE=1 PROMPTFOO_DISABLE_REMOTE_GENERATION=1
    # shellcheck disable=SC2086
    java $flags -cp "$classes" dev.valuecompass.bench.LatencyServer 100 300 >"$scratch/port" &
    server=$!
    while [ ! -s "$scratch/port" ]; do sleep 1; done
    port=$(cat "$scratch/port")
    calls=$((2000 / parts / 4 * 4))
    for inflight in 64 256 1024; do
        took=$(seconds $inflight $calls)
        awk -v took="${took:-0}" -v calls="$calls" -v inflight="$inflight" 'BEGIN {
            if (took > 0) printf "promptfoo, %d in flight: %d calls in %s s, %.0f calls/s\n", inflight, calls, took, calls / took
            else printf "promptfoo, %d in flight: broke off\n", inflight
        }' | tee "$scratch/out"
        sed 's/^/promptfoo /' "$scratch/out" >>"$seen"
    done
fi

# The best of each; a machine that does something else for a moment only ever makes it worse.
awk '
    function figure(pattern) { return match($0, pattern) ? substr($0, RSTART, RLENGTH) + 0 : 0 }
    { name = $1; sub(/^[^ ]+ /, "") }
    name == "promptfoo" { rate = figure("[0-9]+ calls/s"); if (rate > theirs) theirs = rate }
    /^engine / {
        rate = substr($2, 1) + 0
        if (rate > speed[name]) { speed[name] = rate; match($0, /= [0-9.]+ %/); share[name] = substr($0, RSTART + 2, RLENGTH - 4) }
        match($0, /CPU [0-9.]+ times/)
        ratio = substr($0, RSTART + 4, RLENGTH - 10) + 0
        if (!(name in cpu) || ratio < cpu[name]) cpu[name] = ratio
        match($0, /heap [0-9]+ MB/)
        heap[name] = substr($0, RSTART + 5, RLENGTH - 8) + 0
    }
    END {
        print "\nGoals"
        printf "share of concurrency / latency at 256: %.1f %% (goal 90)\n", share["engine256"]
        printf "CPU a call, times a plain loop: %.2f at 256, %.2f at 1,024, %.2f over 100,000 (goal 1.5)\n", cpu["engine256"], cpu["engine1024"], cpu["many"]
        printf "heap in use after 100,000 items: %d MB in -Xmx300m, %d MB of -Xmx128m with 4 kB each (goal 300, 128)\n", heap["many"], heap["long"]
        if (theirs > 0) {
            printf "times the best of promptfoo (%d/s): %.1f at 256 (goal 10), %.1f at 1,024 (goal 25)\n", theirs, speed["engine256"] / theirs, speed["engine1024"] / theirs
        }
    }
' "$seen"
uptime
