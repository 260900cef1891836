#!/bin/sh
# Prints the whole table of the engine in docs/benchmarks.md, in about four minutes on an idle machine.
# Usage, after a build (./compass plan builds) and `mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp`:
#   src/test/sh/engine-bench.sh "$(cat target/cp)" [FOLDER where `npm install promptfoo` was run]
set -eu
libraries=$1
promptfoo=${2:-}
cd "$(dirname "$0")/../../.."
classes=$PWD/target/test-classes:$PWD/target/classes:$libraries
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
bench() { main=$1; shift; java $flags -cp "$classes" "dev.valuecompass.bench.$main" "$@"; }

uptime
for inflight in 64 256 1024; do
    # shellcheck disable=SC2086
    bench EngineBench $inflight $((50 * inflight)) 2 300 $flags
done
echo "100,000 items in a heap of 300 MB:"
# shellcheck disable=SC2086
bench EngineBench 256 100000 1 300 $flags -Xmx300m
echo "100,000 items with answers of 4,000 characters in a heap of 128 MB:"
# shellcheck disable=SC2086
bench EngineBench 256 100000 1 4000 $flags -Xmx128m
bench StoreLoad 256 20000 300

[ -n "$promptfoo" ] || exit 0
export PROMPTFOO_DISABLE_TELEMETRY=1 PROMPTFOO_DISABLE_UPDATE=1 PROMPTFOO_DISABLE_REMOTE_GENERATION=1
PROMPTFOO_CONFIG_DIR=$(mktemp -d)
export PROMPTFOO_CONFIG_DIR
# shellcheck disable=SC2086
java $flags -cp "$classes" dev.valuecompass.bench.LatencyServer 100 300 >"$PROMPTFOO_CONFIG_DIR/port" &
server=$!
trap 'kill $server' EXIT
while [ ! -s "$PROMPTFOO_CONFIG_DIR/port" ]; do sleep 1; done
port=$(cat "$PROMPTFOO_CONFIG_DIR/port")
# Seconds that promptfoo says its evaluation took: its start is not counted.
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
        i=0
        while [ $i -lt $((calls / 4)) ]; do
            echo "  - vars: {q: 'Should rule number $i of the town be kept, although some suffer under it?'}"
            i=$((i + 1))
        done
    } >"$PROMPTFOO_CONFIG_DIR/config.yaml"
    (cd "$promptfoo" && node node_modules/promptfoo/dist/src/entrypoint.js eval -c "$PROMPTFOO_CONFIG_DIR/config.yaml" \
        -j "$inflight" --no-cache --no-write --no-table --no-progress-bar) |
        sed -n 's/^ *Duration: \(.*\) (concurrency.*/\1/p' |
        awk '{ s = 0; for (i = 1; i <= NF; i++) s += $i ~ /m$/ ? 60 * $i : $i + 0; print s }'
}
for inflight in 64 256 1024; do
    took=$(seconds $inflight 2000)
    echo "promptfoo, $inflight in flight: 2,000 calls in $took s, $((2000 / took)) calls/s"
done
