#!/bin/sh
# Six periods of 1,000 models with ten cases each: this program into an empty folder and once more over it, Hugo with as
# many pages, bytes and other files, and cp -r, in turn and each twice; then a site of five periods that gets the sixth.
# Prints seconds, processor time, peak memory and ratios. Needs a build of the test classes, Hugo, cpio and GNU time; the program
# itself is what ./compass builds and starts, with a bound on the heap.
# Usage: [MODELS=1000] [PERIODS=6] [ROUNDS=2] [JAVA_FLAGS=-Xmx350m] src/bench/sh/generation.sh CLASSPATH [FOLDER]
# What was frozen in FOLDER/data-<models>-<periods> is used again. Takes about seven minutes on two quiet cores.
set -eu
cd "$(dirname "$0")/../../.."
classes=$1
work=${2:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
models=${MODELS:-1000}
periods=${PERIODS:-6}
rounds=${ROUNDS:-2}
java="java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp $classes dev.valuecompass.bench.GenerationBench"
# Pages in English alone, as those that Hugo is given.
sed 's/languages: .*/languages: [en]/' data/leaderboard.yml >"$work/english.yml"
compass="env JAVA_TOOL_OPTIONS='${JAVA_FLAGS:--Xmx350m}' ./compass site --config $work/english.yml"
data=$work/data-$models-$periods
times=$work/times

# A word, and a command whose seconds, processor time and peak memory are noted under it.
measured() {
    sync
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' sh -c "$2"
    echo "$1 $(cat "$work/time")" | tee -a "$times" | awk '{
        printf "%s: %.1f s, processor %.1f + %.1f s, peak %d MiB, load %s\n", $1, $2, $3, $4, $5 / 1024, load
    }' load="$(cut -d ' ' -f 1 /proc/loadavg)"
}

counted() {
    printf '%s: %s pages, %s bytes of pages, %s files, %s bytes in all\n' "$1" \
        "$(find "$2" -name '*.html' | wc -l)" \
        "$(find "$2" -name '*.html' -printf '%s\n' | awk '{s += $1} END {printf "%.0f", s}')" \
        "$(find "$2" -type f | wc -l)" \
        "$(find "$2" -type f -printf '%s\n' | awk '{s += $1} END {printf "%.0f", s}')"
}

./compass --version
[ -d "$data" ] || { $java freeze "$data.part" "$models" "$periods" && mv "$data.part" "$data"; }
rm -rf "$work/hugo" "$times"
for round in $(seq "$rounds"); do
    rm -rf "$work/site" "$work/copy" "$work/hugo/public"
    measured fresh "$compass --data $data --out $work/site"
    if [ "$round" = 1 ]; then
        mkdir -p "$work/hugo/static"
        $java hugo "$work/site" "$work/hugo"
        (cd "$work/site" && find . -type f ! -name '*.html' | cpio -pdm --quiet "$work/hugo/static")
    fi
    measured hugo "hugo --quiet -s $work/hugo -d $work/hugo/public"
    measured again "$compass --data $data --out $work/site"
    measured copy "cp -r $work/site $work/copy"
done

# One period more: the site is that of all periods at once, and what says the same was not written.
newest=$(ls "$data/periods" | tail -n 1)
rm -rf "$work/fewer" "$work/grown"
mkdir -p "$work/fewer/periods"
cp -al "$data"/periods/* "$work/fewer/periods/"
rm -rf "$work/fewer/periods/$newest"
sh -c "$compass --data $work/fewer --out $work/grown" >/dev/null
touch "$work/before"
sleep 1
measured added "$compass --data $data --out $work/grown"
printf 'one period more: %s of %s files written, %s of them outside %s\n' \
    "$(find "$work/grown" -type f -newer "$work/before" | wc -l)" \
    "$(find "$work/grown" -type f | wc -l)" \
    "$(cd "$work/grown" && find . -type f -newer "$work/before" ! -path "./$newest/*" | wc -l)" "$newest"
diff -rq "$work/site" "$work/grown" && echo 'the same bytes as all periods at once'

counted 'this program' "$work/site"
counted 'Hugo' "$work/hugo/public"
awk '
    { n[$1]++; wall[$1] += $2; cpu[$1] += $3 + $4; if ($5 > peak[$1]) peak[$1] = $5 }
    END {
        split("fresh again added copy", names, " ")
        for (i = 1; i <= 4; i++) {
            k = names[i]
            printf "%s against Hugo: %.2f of its seconds, %.2f of its processor time (means of %d), peak %d MiB\n",
                k, (wall[k] / n[k]) / (wall["hugo"] / n["hugo"]), (cpu[k] / n[k]) / (cpu["hugo"] / n["hugo"]), n[k], peak[k] / 1024
        }
    }' "$times"
