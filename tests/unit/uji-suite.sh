#!/bin/bash
# uji-suite.sh - nginx/suite: starts again after being killed, after a stale
# process id and from another place, keeps the data, never runs twice.
#
# With the database alone (SIFILMA_HANYA_BASIS), in a folder of its own.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

suite=${SIFILMA_SUITE:-$(dirname -- "$0")/../../nginx/suite}
kerja=$(mktemp -d)
export SIFILMA_HANYA_BASIS=ya SIFILMA_BUFFER=16M
export SIFILMA_VAR=$kerja/satu
unset SIFILMA_UJI SIFILMA_KONFIG

akhir()
{
	for v in "$kerja"/*/; do
		SIFILMA_VAR=${v%/} "$suite" stop >/dev/null 2>&1
	done
	rm -rf "$kerja"
}
trap akhir EXIT

tanya()
{
	"$suite" sql -BN -e "$1" 2>&1
}

"$suite" start >"$kerja/1.txt" 2>&1 || cat "$kerja/1.txt"
sama "it starts from nothing" 0 $?
tanya 'CREATE TABLE tanda (x INT); INSERT INTO tanda VALUES (42)'
"$suite" start >/dev/null 2>&1
sama "a second one in the same folder is refused" 1 $?

kill -KILL "$(cat "$SIFILMA_VAR/run/suite.pid")"
"$suite" start >/dev/null 2>&1
sama "it starts right after it was killed" 0 $?
sama "with its data" 42 "$(tanya 'SELECT x FROM tanda')"

lama=$("$suite" pid basis)
"$suite" restart basis
for ((i = 0; i < 250; i++)); do
	[ "$(tanya 'SELECT x FROM tanda')" != 42 ] || break
	sleep 0.02
done
sama "a killed database is back within 5 s" 42 \
	"$(tanya 'SELECT x FROM tanda')"
sama "as another process" ya \
	"$([ "$("$suite" pid basis)" != "$lama" ] && echo ya)"

"$suite" stop >/dev/null
sama "it stops" 0 $?
"$suite" status >/dev/null
sama "and is known not to run" 1 $?
sama "without leaving a process" "" \
	"$(pgrep -f "datadir=$SIFILMA_VAR/" || true)"

# A process id of somebody who has nothing to do with it.
echo $$ > "$SIFILMA_VAR/run/suite.pid"
"$suite" stop >/dev/null
sama "a stale process id is nobody's end" ya "$(kill -0 $$ && echo ya)"

panjang=$kerja/$(printf 'panjang%.0s' {1..16})
mv "$SIFILMA_VAR" "$panjang"
export SIFILMA_VAR=$panjang
"$suite" start >/dev/null 2>&1
sama "it starts where it was moved, however long the path" 0 $?
sama "with its data" 42 "$(tanya 'SELECT x FROM tanda')"
soket=$(cat "$SIFILMA_VAR/run/soket")
sama "its sockets are for its owner only" "drwx------" \
	"$(stat -c %A "$soket")"
"$suite" stop >/dev/null
sama "and are gone afterwards" "" "$(ls -d "$soket" 2>/dev/null)"

# The first start is cut off: nothing of it is trusted.
rm "$SIFILMA_VAR/db/sifilma-siap"
"$suite" start >"$kerja/2.txt" 2>&1
sama "an unfinished database is made anew" 1 \
	"$(grep -c 'making the database' "$kerja/2.txt")"

selesai
