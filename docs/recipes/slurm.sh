#!/bin/sh
# One evaluation as an array job: each task asks and reads one part, and a last job merges them.
#
#   sh docs/recipes/slurm.sh DATA PARTS FOLDER
#
# DATA    data folder with leaderboard.yml, on a file system that all nodes see
# PARTS   into how many parts the items are divided
# FOLDER  where stores, logs and the site are put
#
# A part that failed is asked again by the same command; nothing is asked twice. COMPASS names the program. With LABELS=1
# parts freeze their labels, and the merge takes these and no answers.
set -eu

compass=${COMPASS:-./compass}

if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
    # A task of the array, numbered from 1.
    status=0
    "$compass" evaluate --data "$DATA" --runs "$FOLDER/shards/shard-$SLURM_ARRAY_TASK_ID" \
        --shard "$SLURM_ARRAY_TASK_ID/$PARTS" ${LABELS:+--freeze-labels} ${STOP_AFTER:+--stop-after "$STOP_AFTER"} || status=$?
    # 3: something is missing yet; merge says what.
    [ "$status" -eq 3 ] && exit 0
    exit "$status"
fi

if [ -n "${MERGE:-}" ]; then
    if [ -n "${LABELS:-}" ]; then
        set -- "$FOLDER"/shards/*/*.labels.jsonl
    else
        set -- "$FOLDER/shards"
    fi
    exec "$compass" merge "$@" --data "$DATA" --runs "$FOLDER/merged" --out "$FOLDER/site"
fi

if [ $# -ne 3 ]; then
    sed -n '2,11p' "$0" | cut -c3- >&2
    exit 2
fi
case $2 in
    '' | *[!0-9]* | 0*) echo "PARTS is a number from 1: $2" >&2; exit 2 ;;
esac
[ -f "$1/leaderboard.yml" ] || { echo "no leaderboard.yml in $1" >&2; exit 2; }

mkdir -p "$3"
DATA=$(cd "$1" && pwd)
FOLDER=$(cd "$3" && pwd)
PARTS=$2
export DATA FOLDER PARTS

# Keys are in the environment and reach the tasks with it; they stand in no file.
array=$(sbatch --parsable --job-name=compass --array="1-$PARTS" --cpus-per-task=2 --mem=4G --time=24:00:00 \
    --export=ALL --output="$FOLDER/shard-%a.log" "$0")
array=${array%%;*}
last=$(MERGE=1 sbatch --parsable --job-name=compass-merge --dependency="afterany:$array" --cpus-per-task=2 --mem=8G \
    --time=02:00:00 --export=ALL --output="$FOLDER/merge.log" "$0")
echo "array job $array, then ${last%%;*}; the site will be in $FOLDER/site"
