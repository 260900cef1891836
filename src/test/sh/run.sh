#!/bin/sh
# The whole test suite: sets up what it needs, runs mvn verify (Java, JavaScript and browser tests, layers, format),
# and closes with Surefire's summary. Arguments go to Maven, for instance -Dtest=LayersTest.
set -eu
cd "$(dirname "$0")/../../.."

json=
quick=
phase=verify
while :; do
    case ${1:-} in
        -h | --help)
            echo 'Usage: compass test [--json] [--quick] [MAVEN OPTIONS]'
            echo 'Runs the test suite; fetches Node, Chromium and its driver where it can (-Dtest=NAME runs one class).'
            echo 'With --quick only what takes no browser, no process of its own and no whole evaluation: two minutes.'
            exit 0
            ;;
        --json) json=yes ;;
        # Up to the tests alone: no jar, no list of what is in it, no formatting.
        --quick) quick='-DexcludedGroups=browser,slow -Dcyclonedx.skip=true' phase=test ;;
        *) break ;;
    esac
    shift
done
command -v mvn >/dev/null || {
    echo 'compass: needs Maven 3.8.1 or newer, but there is no mvn on the PATH. Install it.' >&2
    exit 2
}
mkdir -p target
log=target/test.log

# Results alone go to standard output with --json; descriptor 3 is where people read.
if [ -n "$json" ]; then exec 3>&2; else exec 3>&1; fi
[ -n "$quick" ] || src/test/sh/setup.sh >&3
# Tests make thousands of files: in memory, where there is room and programs may run, that takes a fraction of the time.
memory=/dev/shm
temp=
kilobytes() { [ "${1:-0}" -ge "$2" ] 2>/dev/null; }
if [ -w "$memory" ] &&
    kilobytes "$(df -Pk "$memory" 2>/dev/null | awk 'NR == 2 { print $4 }')" 4000000 &&
    kilobytes "$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo 2>/dev/null)" 10000000 &&
    temp=$(mktemp -d "$memory/value-compass-test.XXXXXX"); then
    trap 'rm -rf "$temp"' EXIT
    trap 'exit 130' INT TERM
    printf '#!/bin/sh\n' >"$temp/runs" && chmod +x "$temp/runs"
    ! "$temp/runs" 2>/dev/null || quick="$quick -Dtest.temp=$temp"
fi
# A build is too short to pay for the second compiler.
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}"
# The exit code goes through a file, because sh keeps only that of the last command of a pipe.
# shellcheck disable=SC2086
{ mvn -B "$phase" $quick "$@" 2>&1 && echo 0 >target/test.status || echo 1 >target/test.status; } | tee "$log" >&3
status=$(cat target/test.status)
# Only the whole suite ends with the comparison of two builds; a single class is run for its own sake.
if [ "$status" -eq 0 ] && [ $# -eq 0 ] && [ "$phase" = verify ]; then src/test/sh/reproducible.sh >&3 || status=1; fi

# The last summary that Surefire gave: "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0".
summary=$(sed -n 's/.*\(Tests run:.*Skipped: [0-9]*\)$/\1/p' "$log" | tail -n 1)
echo "${summary:-Tests run: 0, Failures: 0, Errors: 0, Skipped: 0}" >&3
if [ -n "$json" ]; then
    echo "${summary:-Tests run: 0, Failures: 0, Errors: 0, Skipped: 0}" |
        sed 's/Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)/"tests":\1,"failures":\2,"errors":\3,"skipped":\4/; s/.*/{"exit":'"$status"',&}/'
fi
exit "$status"
