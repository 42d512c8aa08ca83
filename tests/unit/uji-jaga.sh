#!/bin/bash
# uji-jaga.sh - the supervisor: processes come back however often they are
# killed, one that cannot start costs little, everything ends when told to.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

jaga=${SIFILMA_BANGUN:-.}/cgi-bin/pekerja/jaga
kerja=$(mktemp -d)
J=

trap '[ -z "$J" ] || kill "$J" 2>/dev/null; rm -rf "$kerja"' EXIT

# sampai SECONDS COMMAND...: wait until it holds; how it ended.
sampai()
{
	local batas=$((SECONDS + $1 + 1))
	shift
	until "$@"; do
		[ $SECONDS -lt $batas ] || return 1
		sleep 0.02
	done
}

anak()
{
	tr ' ' '\n' < "/proc/$J/task/$J/children" | sed '/^$/d'
}

ada()
{
	[ "$(anak | wc -l)" -eq "$1" ]
}

mati()
{
	! kill -0 "$1" 2>/dev/null
}

"$jaga" 3 sleep 1000 2>"$kerja/galat" &
J=$!
sampai 5 ada 3
sama "as many processes as asked for" 3 "$(anak | wc -l)"
for ((i = 0; i < 200; i++)); do
	p=$(anak | shuf -n 1)
	[ -z "$p" ] || kill -KILL "$p" 2>/dev/null
done
sampai 1 ada 3
sama "all are back within a second of 200 kills" 3 "$(anak | wc -l)"

lama=$(anak | sort)
kill -HUP $J
baru()
{
	ada 3 && [ -z "$(comm -12 <(anak | sort) <(echo "$lama"))" ]
}
sampai 2 baru
sama "HUP replaces all of them" 0 $?

p=$(anak | head -n 1)
kill -TERM $J
wait $J
sama "TERM ends it well" 0 $?
sama "and its processes" ya "$(mati "$p" && echo ya)"

"$jaga" 1 sleep 1000 2>/dev/null &
J=$!
sampai 5 ada 1
p=$(anak)
kill -KILL $J
wait $J 2>/dev/null
sampai 5 mati "$p"
sama "processes do not outlive a killed supervisor" 0 $?

"$jaga" 1 /no/such/program 2>"$kerja/galat" &
J=$!
sleep 1.7
kill -TERM $J
wait $J
kali=$(grep -c 'exit 127' "$kerja/galat")
sama "one that cannot start is tried twice a second" ya \
	"$([ "$kali" -ge 2 ] && [ "$kali" -le 5 ] && echo ya || echo "$kali")"

# The socket: standard input of the processes, replaced in place.
touch "$kerja/s"
"$jaga" -s "$kerja/s" 1 sh -c 'readlink /proc/self/fd/0 > '"$kerja"'/fd; exec sleep 1000' &
J=$!
sampai 5 test -s "$kerja/fd"
sama "standard input is a socket" socket "$(cut -d: -f1 "$kerja/fd")"
sama "its path is a socket of mode 660" "srw-rw----" \
	"$(stat -c %A "$kerja/s")"
kill -TERM $J
wait $J
J=
"$jaga" -s "$kerja/$(printf '%0120d' 0)" 1 true 2>/dev/null
sama "a path that is too long is refused" 1 $?
"$jaga" 0 true 2>/dev/null
sama "wrong use" 2 $?

selesai
