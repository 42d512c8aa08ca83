#!/bin/bash
# uji-pekerja.sh - what all workers have in common (lib/worker): arguments,
# configuration, the pause that SIGTERM ends, a database that is away.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

dir=${SIFILMA_BANGUN:-.}/cgi-bin/pekerja
kerja=$(mktemp -d)
P=

trap '[ -z "$P" ] || kill "$P" 2>/dev/null; rm -rf "$kerja"' EXIT

# Nobody listens on that socket.
mkdir "$kerja/sandi" "$kerja/kunci"
printf '%064d\n' 7 > "$kerja/kunci/segel"
while read -r p; do
	echo tidak-ada > "$kerja/sandi/$p"
done < "$dir/daftar"
cat > "$kerja/konfig" <<K
mode = pengembangan
zona = WIB
basis_socket = $kerja/tidak-ada.sock
basis_nama = sifilma
basis_sandi_dir = $kerja/sandi
kunci_dir = $kerja/kunci
simpanan = $kerja/tidak-ada
terbitan = $kerja
xslt = ${srcdir:-$(dirname -- "$0")/../..}/xslt
K

# coba NAME ARGUMENT...: how it ended; what it said is in salah.
coba()
{
	timeout 20 "$dir/$1" "${@:2}" </dev/null >/dev/null 2>"$kerja/salah"
	echo $?
}

# Started, told to end as soon as it has complained: how it ended, and
# whether it took less than three seconds.  Not by timeout, which would tell
# the processes that a worker has, too.
hentikan()
{
	local mulai kode jaga
	: > "$kerja/salah"
	"$dir/$1" </dev/null 2>"$kerja/salah" &
	P=$!
	(
		sleep 60
		kill -KILL $P
	) >/dev/null 2>&1 &
	jaga=$!
	until [ -s "$kerja/salah" ] || ! kill -0 $P 2>/dev/null; do
		sleep 0.01
	done
	mulai=$SECONDS
	kill -TERM $P
	wait $P
	kode=$?
	kill $jaga 2>/dev/null
	echo "$kode $((SECONDS - mulai <= 3))"
	P=
}

while read -r p; do
	export SIFILMA_KONFIG=$kerja/konfig
	sama "$p: an unknown option is refused" 2 "$(coba "$p" --salah)"
	sama "$p: and it says what there is" "usage: $p" \
		"$(head -n 1 "$kerja/salah" | cut -d ' ' -f 1,2)"
	sama "$p: arguments that are too many are refused" 2 \
		"$(coba "$p" --sekali 1 2)"
	sama "$p: --sekali fails without a database" ya \
		"$([ "$(coba "$p" --sekali)" -gt 0 ] && echo ya)"
	sama "$p: goes on without one until SIGTERM, which it obeys at once" \
		"0 1" "$(hentikan "$p")"
	export SIFILMA_KONFIG=$kerja/bukan-konfig
	sama "$p: does not start without a configuration" 2 "$(coba "$p")"
done < "$dir/daftar"

export SIFILMA_KONFIG=$kerja/konfig
rm "$kerja/kunci/segel"
sama "the sealer does not start without its key" 2 \
	"$(coba penyegel-audit --kepala)"

selesai
