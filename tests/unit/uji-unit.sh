#!/bin/bash
# uji-unit.sh - what `make install` puts in place: systemd takes every unit
# without a word, each program and worker has one, and nothing of a pattern
# is left unfilled.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

bangun=${SIFILMA_BANGUN:-.}
kerja=$(mktemp -d)
trap 'rm -rf "$kerja"' EXIT

make -C "$bangun" install DESTDIR="$kerja/akar" >"$kerja/pasang.txt" 2>&1
kode=$?
sama "it can be installed" 0 $kode
[ $kode -eq 0 ] || { tail -n 20 "$kerja/pasang.txt"; selesai; exit 1; }
unit=$(dirname "$(find "$kerja/akar" -name sifilma.target)")
kosong "every pattern is filled in" \
	"$(grep -rlE '@[A-Z]+@' "$unit" "$kerja"/akar/*/*/sbin)"
ada=$(cd "$unit" && for f in sifilma-*.service; do echo "${f%.service}"; done)
harap=$({
	echo cadangkan
	cat "$bangun/cgi-bin/pekerja/daftar"
	for f in "$bangun"/cgi-bin/*.fcgi; do basename "$f" .fcgi; done
} | sed 's/^/sifilma-/' | sort)
sama "each program and worker has its service" "$harap" "$(sort <<<"$ada")"
kosong "the commands are where the units say" "$(
	sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit"/*.service |
	while read -r f; do
		[ -x "$kerja/akar$f" ] || echo "$f"
	done)"
sama "sifilma-cadangkan is that command" "$(sed -n \
	's/^ExecStart=//p' "$unit/sifilma-cadangkan.service")" \
	"$(readlink "$(find "$kerja/akar" -name sifilma-cadangkan)")"

if command -v systemd-analyze >/dev/null; then
	# Where the programs are now, and no unit of this machine is asked.
	sed -i "s|^ExecStart=|ExecStart=$kerja/akar|; /^After=mariadb/d" \
		"$unit"/*.service
	# What else is wrong on this machine is not ours.
	periksa()
	{
		SYSTEMD_UNIT_PATH="$unit:" systemd-analyze verify --man=no \
			"$unit"/sifilma*.{service,socket,timer,target} 2>&1 |
			grep -F sifilma
	}
	kosong "systemd has nothing to say" "$(periksa)"
	echo 'PrivateNetwrok=yes' >> "$unit/sifilma-cadangkan.service"
	sama "and would, if there were something" 1 \
		"$(periksa | grep -c "Unknown key.*'PrivateNetwrok'")"
fi

selesai
