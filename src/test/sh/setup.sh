#!/bin/sh
# Fetches what the browser, JavaScript and provider tests need and this machine lacks: Node, the Playwright driver, a mock of the
# providers, Chromium.
# Says in one line each what it could not get. Those tests are then skipped; with CI=true that is a failure (exit 1).
set -eu
cd "$(dirname "$0")/../../.."

driver=.cache/playwright
driver_version=1.62.0
driver_sha512='nsNRyq0r2zsG8AcRHWknc9QRA5XCueC7gWMrs+Gx2tlZn9hcl8zudfh00lhJPY1DE7NmZ6bDsT9g2yey8mXljA=='
node_version=20.20.2
mock=.cache/aimock
mock_sha512='V8D8cjSMtAR4rHaD2ulp3DR/ZguXQjDNOqwKDNvjb/OJL/KR1I0SDf5xpRCd+TYKjhmf9fM8Xpg3QBKPmV9Kmw=='
missing=0

lacks() {
    printf 'compass: %s; the tests that need it are skipped\n' "$1" >&2
    missing=1
}

# Installs Debian packages where that is possible: as root, with apt.
apt_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    printf 'compass: installing %s\n' "$*" >&2
    export DEBIAN_FRONTEND=noninteractive
    if ! {
        apt-get -q -o DPkg::Lock::Timeout=300 update &&
            apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@"
    } >.cache/apt.log 2>&1 </dev/null; then
        tail -n 5 .cache/apt.log >&2
        return 1
    fi
}

sha512() {
    node -p 'require("crypto").createHash("sha512").update(require("fs").readFileSync(process.argv[1])).digest("base64")' "$1"
}

# Unpacks the npm package $1 (name@version) into $2/package; $3, where given, is the checksum it must have.
npm_unpack() {
    rm -rf "$2/unpack" "$2/package"
    mkdir -p "$2/unpack"
    (cd "$2/unpack" && npm pack --silent --cache ./npm-cache "$1" >/dev/null 2>&1) || return 1
    if [ -n "${3:-}" ] && [ "$(sha512 "$2"/unpack/*.tgz)" != "$3" ]; then
        printf 'compass: the checksum of %s is not the expected one\n' "$1" >&2
        return 1
    fi
    tar -xzf "$2"/unpack/*.tgz -C "$2" && rm -rf "$2/unpack"
}

node_major() {
    major=$("$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
    echo "${major:-0}"
}

# The driver runs on Node 20 or newer: the machine's own, or a binary from npm.
set_up_node() {
    [ "$(node_major "$driver/node")" -lt 20 ] || return 0
    command -v npm >/dev/null || apt_install nodejs npm || return 1
    if [ "$(node_major node)" -ge 20 ]; then
        ln -sfn "$(command -v node)" "$driver/node"
        return
    fi
    case $(uname -m) in
        x86_64) platform=linux-x64 ;;
        aarch64) platform=linux-arm64 ;;
        *) return 1 ;;
    esac
    npm_unpack "node-$platform@$node_version" .cache/node && ln -sfn ../node/package/bin/node "$driver/node"
}

set_up_driver() {
    grep -qs "\"version\": \"$driver_version\"" "$driver/package/package.json" && return
    npm_unpack "playwright-core@$driver_version" "$driver" "$driver_sha512"
}

# A mock of the providers that nobody here wrote; its version stands in package.json.
set_up_mock() {
    mock_version=$(sed -n 's/.*"@copilotkit\/aimock": "\([^"]*\)".*/\1/p' package.json)
    grep -qs "\"version\": \"$mock_version\"" "$mock/package/package.json" && return
    npm_unpack "@copilotkit/aimock@$mock_version" "$mock" "$mock_sha512"
}

# The names that the browser tests look for, in their order.
has_chromium() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

mkdir -p "$driver"
set_up_node || lacks 'no Node 20 or newer, and it cannot be fetched here'
set_up_driver || lacks 'no Playwright driver, and it cannot be fetched here'
set_up_mock || lacks 'no mock of the providers (@copilotkit/aimock), and it cannot be fetched here'
has_chromium >/dev/null || apt_install chromium fonts-liberation || lacks 'no Chromium, and it cannot be installed here'

[ "$missing" = 0 ] || [ "${CI:-}" != true ]
