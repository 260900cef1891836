#!/bin/sh
# Fetches what the browser, JavaScript, provider, encoder and table tests need and this machine lacks: Node, the Playwright driver,
# a mock of the providers, Chromium, Firefox, WebKit, QEMU, which imitates other processors, and R, SQLite and pandas.
# Says in one line each what it could not get. Those tests are then skipped; with CI=true that is a failure (exit 1).
set -eu
cd "$(dirname "$0")/../../.."

driver=.cache/playwright
mock=.cache/aimock
# Not in package-lock.json, since only machines without Node need it.
node_version=20.20.2
node_x64_sha512='PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ=='
node_arm64_sha512='LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg=='
missing=0
updated=no

lacks() {
    printf 'compass: %s; the tests that need it are skipped\n' "$1" >&2
    missing=1
}

# Installs Debian packages where that is possible: with apt, as root or, on a machine that only tests, by sudo.
apt_install() {
    root=
    if [ "$(id -u)" != 0 ]; then
        [ "${CI:-}" = true ] && sudo -n true 2>/dev/null || return 1
        root='sudo -n'
    fi
    command -v apt-get >/dev/null || return 1
    printf 'compass: installing %s\n' "$*" >&2
    if ! {
        { [ "$updated" = yes ] || $root apt-get -q -o DPkg::Lock::Timeout=300 update; } && updated=yes &&
            $root env DEBIAN_FRONTEND=noninteractive \
                apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@"
    } >.cache/apt.log 2>&1 </dev/null; then
        tail -n 5 .cache/apt.log >&2
        return 1
    fi
}

sha512() {
    node -p 'require("crypto").createHash("sha512").update(require("fs").readFileSync(process.argv[1])).digest("base64")' "$1"
}

# What package-lock.json says of the package $1: its version, or with the prefix sha512- its checksum.
locked() {
    sed -n "\\|\"node_modules/$1\": {|,/}/ s|.*\"$2\": \"\\(sha512-\\)\\{0,1\\}\\([^\"]*\\)\".*|\\2|p" package-lock.json
}

# Unpacks the npm package $1 (name@version) into $2/package; $3 is the checksum that it must have.
npm_unpack() {
    rm -rf "$2/unpack" "$2/package"
    mkdir -p "$2/unpack"
    (cd "$2/unpack" && npm pack --silent --cache ./npm-cache "$1" >/dev/null 2>&1) || return 1
    if [ "$(sha512 "$2"/unpack/*.tgz)" != "$3" ]; then
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
        x86_64) platform=linux-x64 sum=$node_x64_sha512 ;;
        aarch64) platform=linux-arm64 sum=$node_arm64_sha512 ;;
        *) return 1 ;;
    esac
    npm_unpack "node-$platform@$node_version" .cache/node "$sum" && ln -sfn ../node/package/bin/node "$driver/node"
}

# The package $1 as package-lock.json has it, in the folder $2.
set_up() {
    version=$(locked "$1" version)
    grep -qs "\"version\": \"$version\"" "$2/package/package.json" && return
    npm_unpack "$1@$version" "$2" "$(locked "$1" integrity)"
}

# Debian has Chromium without a window beside the whole one. It takes a third of the time, so it is asked for once, and whatever
# browser is there will do. The names are those that the tests look for, in their order.
set_up_chromium() {
    ! command -v chromium-headless-shell || return 0
    if grep -qs '^ID=debian' /etc/os-release && [ ! -e .cache/no-headless-shell ]; then
        ! apt_install chromium-headless-shell fonts-liberation || return 0
        : >.cache/no-headless-shell
    fi
    command -v chromium || command -v chromium-browser || command -v google-chrome || apt_install chromium fonts-liberation
}

mkdir -p "$driver"
set_up_node || lacks 'no Node 20 or newer, and it cannot be fetched here'
set_up playwright-core "$driver" || lacks 'no Playwright driver, and it cannot be fetched here'
set_up @copilotkit/aimock "$mock" || lacks 'no mock of the providers (@copilotkit/aimock), and it cannot be fetched here'
set_up_chromium >/dev/null || lacks 'no Chromium, and it cannot be installed here'
[ "$(uname -m)" != x86_64 ] || command -v qemu-x86_64 >/dev/null || apt_install qemu-user ||
    lacks 'no qemu-x86_64 (qemu-user), and it cannot be installed here'
# What docs/data.md reads the published tables with, besides DuckDB, which comes with the libraries.
{ command -v Rscript && command -v sqlite3 && /usr/bin/python3 -c 'import pandas'; } >/dev/null 2>&1 ||
    apt_install r-base-core sqlite3 python3-pandas || lacks 'no R, SQLite and pandas, and they cannot be installed here'

# Pages are tried in Firefox and in WebKit too.
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || apt_install firefox-esr ||
    lacks 'no Firefox, and it cannot be installed here'
{ command -v WebKitWebDriver && command -v Xvfb; } >/dev/null || apt_install webkit2gtk-driver xvfb ||
    lacks 'no WebKit, and it cannot be installed here'

[ "$missing" = 0 ] || [ "${CI:-}" != true ]
