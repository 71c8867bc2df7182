# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# `dep sync` beside the bare download, and beside the C programs of this folder that load the same rows. tests/bench/run
# sources it: `rounds`, `bench`, `tree` and shown() are its.
# shellcheck disable=SC2154

# How many devices a full sync has, least first: a million takes minutes, and is for tests/long.
fleets=(100000)
few=10000
changes=1000
if [ "$rounds" -lt 200 ]; then
    fleets=(2000)
    few=500
    changes=100
elif [ "$rounds" -ge 1000 ]; then
    fleets=(100000 1000000)
fi

# stop WHAT...: what did not run, with what it said
stop() {
    echo "error: $*" >&2
    cat log >&2
    exit 1
}

median() { sort -n | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }

# pretend_fleet SIZE: in the rehearsal of as many devices, which is made, and served: a store that has its server token
# and no device yet (empty.db), and what the others need: pages, rows.tsv
pretend_fleet() {
    begin_serving "fleet$1" && cd "fleet$1" || return
    mdmctl tenant add acme && public_key acme.pem && download first.p7m --public-key acme.pem &&
        mdmctl dep import first.p7m --without-apns && fleet add --count "$1" &&
        mdmctl dep export --unencrypted --out token.json &&
        "$tree/tests/bench/walk_devices" pages pages rows.tsv &&
        sqlite3 "$MDMCTL_STORE" 'pragma wal_checkpoint(truncate)' && cp "$MDMCTL_STORE" empty.db
}

# new_store ENGINE: the store is as it was before the first sync, and the loader has nothing
new_store() {
    rm -f "$MDMCTL_STORE"{,-wal,-shm} loaded.db*
    cp empty.db "$MDMCTL_STORE"
    [ "$1" = sqlite ] || {
        dropdb --if-exists "$database" && dropdb --if-exists loaded && createdb "$database" && createdb loaded &&
            mdmctl store copy --to "$server/$database"
    }
}

# full_sync ENGINE SIZE AIM: prints its row, and leaves its time in `full_time`
full_sync() {
    local engine=$1 size=$2 aim=$3 runs=3 run limit figures loader=(load_devices_sqlite rows.tsv loaded.db)
    local store=$MDMCTL_STORE database=devices$size
    if [ "$engine" = postgresql ]; then
        store=$server/$database
        loader=(load_devices_postgresql rows.tsv dbname=loaded)
    fi
    [ "$rounds" -ge 200 ] || runs=1
    rm -f {curl,loader,sync}.times
    for ((run = 0; run < runs; run++)); do
        new_store "$engine" >log 2>&1 || stop "no new store on $engine"
        "$tree/tests/bench/walk_devices" curl pages curl.conf >log 2>&1 || stop 'no sessions for curl'
        sync
        measured curl --config curl.conf >>curl.times || stop curl
        measured "${loader[@]}" >>loader.times || stop "${loader[0]}"
        sync
        measured mdmctl dep sync --store "$store" --output json >>sync.times || stop 'dep sync'
    done
    [ "$(mdmctl dep show --store "$store" --output json | jq .devices)" = "$size" ] || stop "not $size devices in '$store'"
    figures=$(median <sync.times)
    full_time=${figures% *}
    limit=$(for one in curl loader; do median <$one.times; done | sort -n | awk 'END { print $1 }')
    shown "$aim" "$full_time $limit" "dep sync $size devices -- slower of curl and loader"
    awk -v size="$size" -v ours="$figures" -v curl="$(median <curl.times)" -v loader="$(median <loader.times)" -v engine="$engine" '
        BEGIN {
            split(ours, o); split(curl, c); split(loader, l)
            printf "    %s: %.0f devices a second, %.0f MiB at most; curl %.0f ms, %s %.0f ms\n", engine,
                size / o[1] * 1000000, o[2] / 1024, c[1] / 1000, "load_devices", l[1] / 1000
        }'
}

# delta_sync STORE: the median time of the changes that a sync brings
delta_sync() {
    local run
    rm -f delta.times
    for run in 0 1 2; do
        fleet change --count "$changes" --skip $((run * changes / 10)) >log 2>&1 || stop 'no changes at the portal'
        measured mdmctl dep sync --store "$1" --output json >>delta.times || stop 'dep sync'
    done
    median <delta.times | cut -d ' ' -f 1
}

declare -A full delta  # by "ENGINE SIZE", in microseconds

# measure_on ENGINE SIZE AIM: a full sync, and then one of changes
measure_on() {
    local store=$MDMCTL_STORE
    [ "$1" = sqlite ] || store=$server/devices$2
    full_sync "$@"
    full[$1 $2]=$full_time
    delta[$1 $2]=$(delta_sync "$store") || exit
}

# compare_on ENGINE: what a sync costs among many, beside what it costs among few
compare_on() {
    local least=${fleets[0]} most=${fleets[-1]}
    local of_least=${full[$1 $least]}
    [ "$least" = "$most" ] ||
        shown 1.0 "${full[$1 $most]} $((of_least * most * 12 / (least * 10)))" "$1: dep sync $most -- 12 times $least"
    shown 1.2 "${delta[$1 $most]} ${delta[$1 $few]}" "$1: $changes of $most -- $changes changes among $few"
}

# A shell of its own, for a rehearsal sets the environment: device_rows ENGINE...
device_rows() (
    # shellcheck source=tests/dep/rehearsal.sh
    . "$tree/tests/dep/rehearsal.sh"
    for size in "$few" "${fleets[@]}"; do
        pretend_fleet "$size" >log 2>&1 || stop "no $size pretend devices"
        for engine in "$@"; do
            case $engine in
                sqlite) measure_on sqlite "$size" 1.25 ;;
                *) measure_on postgresql "$size" 1.5 ;;
            esac
        done
        end_serving
        cd "$files" || exit
    done
    for engine in "$@"; do compare_on "$engine"; done
)
