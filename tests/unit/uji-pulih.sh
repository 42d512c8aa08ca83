#!/bin/bash
# uji-pulih.sh - a whole suite with its demo data: backed up while people
# work, an accident, everything destroyed, and brought back to just before the
# accident with the binary log (U-25); and back to the backup alone.
#
# Takes a minute or two, a third of it for the demo data.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

akar=$(cd -- "${srcdir:-$(dirname -- "$0")/../..}" && pwd)
suite=$akar/nginx/suite
kerja=$(mktemp -d)
# shellcheck source=tests/unit/bantu-cadangan.sh
. "$(dirname -- "$0")/bantu-cadangan.sh"

export SIFILMA_BINLOG=ya SIFILMA_BUFFER=64M
unset SIFILMA_PORT SIFILMA_HANYA_BASIS SIFILMA_TANPA_DEMO
lalu=
trap '[ -z "$lalu" ] || kill "$lalu" 2>/dev/null; akhir' EXIT

# Every table with the sum of its rows in order.  (Not CHECKSUM TABLE: where a
# column was added to rows that were there it counts bytes that are in no
# column.)  Of the last list the day until which it is good is left out: a
# restore makes a new one due.
tabel()
{
	local d
	d=$(mktemp -d -p "$kerja")
	${SIFILMA_SQL/mariadb/mariadb-dump} --compact -t --skip-triggers \
		--hex-blob --order-by-primary \
		--ignore-table=sifilma.cabutan |
	awk -v d="$d" '/^INSERT INTO / {
		t = $3; gsub(/`/, "", t); print > (d "/" t)
	}'
	(cd "$d" && sha256sum -- *)
	rm -rf "$d"
	tanya "SELECT nomor, terbit, jumlah, SHA2(isi, 256) FROM cabutan"
}

berkas()
{
	(cd "$SIFILMA_VAR/$1" && find . -type f | sort | xargs -r sha256sum)
}

# People at work: they sign in and read lists, without a pause.
orang()
{
	local alamat sandi i=0 status
	alamat=$(cat "$SIFILMA_VAR/address")
	sandi=$(awk -F'\t' '$1 == "admin" { print $2 }' \
		"$SIFILMA_VAR/accounts.tsv")
	while :; do
		i=$((i + 1))
		rm -f "$kerja/kue"
		csrf=$(curl -s -c "$kerja/kue" -b "$kerja/kue" \
			-H 'Accept: application/xml' "$alamat/login" |
			sed -n 's/.*<kiriman[^>]* csrf="\([^"]*\)".*/\1/p')
		status=$(curl -s -o /dev/null -w '%{http_code}' \
			-c "$kerja/kue" -b "$kerja/kue" "$alamat/login" \
			--data-urlencode "csrf=$csrf" \
			--data-urlencode "username=admin" \
			--data-urlencode "sandi=$sandi")
		echo "masuk $status"
		for jalur in /permintaan /proses /dokumen; do
			echo "baca $(curl -s -o /dev/null -w '%{http_code}' \
				-b "$kerja/kue" "$alamat$jalur")"
		done
	done >> "$kerja/jawaban" 2>/dev/null
}

pulihkan()
{
	"$akar/sql/pulihkan" --identitas "$kerja/identitas" "$@" \
		>"$kerja/keluar" 2>"$kerja/salah"
	echo $?
}

# ---- while people work ---------------------------------------------------

mulai
: > "$kerja/jawaban"
orang &
lalu=$!
until [ "$(wc -l < "$kerja/jawaban")" -ge 8 ]; do
	kill -0 $lalu || exit 1
	sleep 0.05
done
dahulu=$(wc -l < "$kerja/jawaban")
pertama=$("$akar/sql/cadangkan" 2>"$kerja/lama")
sama "a backup is made while people work" 0 $?
sed 's/^/# /' "$kerja/lama"
selama=$(($(wc -l < "$kerja/jawaban") - dahulu))
sama "who are answered meanwhile" ya "$([ $selama -ge 3 ] && echo ya)"
echo "# $selama answers meanwhile"
until [ "$(wc -l < "$kerja/jawaban")" -ge $((dahulu + selama + 8)) ]; do
	sleep 0.05
done
kill $lalu
wait $lalu 2>/dev/null
lalu=
sama "and nobody was turned away" "baca 200
masuk 303" "$(sort -u "$kerja/jawaban")"
sama "it names its place in the binary log" 1 \
	"$(grep -c '^binlog = sifilma\.[0-9]*:[0-9]*$' "$pertama/keterangan")"

# ---- the last good moment, and the accident ------------------------------

# The database alone: nothing changes any more but by us.
"$suite" stop >/dev/null
export SIFILMA_HANYA_BASIS=ya
mulai
sesi=$(tanya 'SELECT COUNT(*) FROM sesi')
tanya "INSERT INTO lembaga (kode, nama, jenis, alamat, kota, provinsi, dibuat)
	VALUES ('999001', 'Sesudah cadangan', 'bhi-pusat', 'a', 'b', 'c',
	UTC_TIMESTAMP(3));
	UPDATE permintaan SET judul = CONCAT(judul, ' x') WHERE id % 7 = 0;
	DELETE FROM kotak_keluar WHERE id % 3 = 0"
kedua=$("$akar/sql/cadangkan" 2>/dev/null)
baik=$(tabel)
simpanan=$(berkas simpanan)
kunci=$(berkas kunci)
nomor=$(tanya 'SELECT nomor FROM cabutan')
# A time is exact to the second: the accident comes in the next one but one.
saat=$(tanya 'SELECT UTC_TIMESTAMP(0) + INTERVAL 1 SECOND')
until [ "$(tanya "SELECT UTC_TIMESTAMP(0) > '$saat'")" = 1 ]; do
	sleep 0.1
done
tempat=$(tanya 'SHOW MASTER STATUS' | awk '{ print $1 ":" $2 }')
tanya "INSERT INTO lembaga (kode, nama, jenis, alamat, kota, provinsi, dibuat)
	VALUES ('999002', 'Sesudah celaka', 'bhi-pusat', 'a', 'b', 'c',
	UTC_TIMESTAMP(3));
	SET foreign_key_checks = 0;
	DELETE FROM permintaan;
	DROP TABLE kartu_riwayat;
	FLUSH BINARY LOGS"
sama "the accident has happened" 0 "$(tanya 'SELECT COUNT(*) FROM permintaan')"
cp -R "$SIFILMA_VAR/binlog" "$kerja/binlog"

# ---- everything is destroyed ---------------------------------------------

hancurkan()
{
	"$suite" stop >/dev/null
	rm -rf "$SIFILMA_VAR"
	mulai
	tanya 'DROP DATABASE sifilma'
}

hancurkan
sama "it is brought back to the moment before" 0 "$(pulihkan \
	--binlog "$kerja/binlog" --sampai "$saat" "$pertama")"
cat "$kerja/salah"
sed 's/^/# /' "$kerja/keluar" | tail -n 1
sama "every table as it was then" "$baik" "$(tabel)"
sama "and there are many" ya "$([ "$(wc -l <<<"$baik")" -gt 40 ] && echo ya)"
sama "every file" "$simpanan" "$(berkas simpanan)"
sama "every key" "$kunci" "$(berkas kunci)"
sama "with what was done after the backup" "Sesudah cadangan" \
	"$(tanya "SELECT nama FROM lembaga WHERE kode LIKE '99900_'")"
sama "and all who signed in" "$sesi" "$(tanya 'SELECT COUNT(*) FROM sesi')"

# The whole suite again, on what was brought back.
"$suite" stop >/dev/null
unset SIFILMA_HANYA_BASIS
echo isi > "$SIFILMA_VAR/db/sifilma-siap"
mulai
sama "the suite is healthy on it" '{"sehat":true,"basis":true,"simpanan":true}' \
	"$(curl -s "$(cat "$SIFILMA_VAR/address")/status/sehat")"
sama "the audit log is whole" UTUH "$(SIFILMA_KONFIG=$SIFILMA_VAR/sifilma.conf \
	"${SIFILMA_BANGUN:-$akar}/cgi-bin/pekerja/penyegel-audit" --periksa |
	cut -f 1)"
for ((i = 0; i < 200; i++)); do
	[ "$(tanya 'SELECT nomor FROM cabutan')" = "$nomor" ] || break
	sleep 0.1
done
baru=$(tanya 'SELECT nomor FROM cabutan')
sama "a revocation list with a greater number is published" ya \
	"$([ "$baru" -gt "$nomor" ] && echo ya)"
sama "made of the time, so above any that is lost" ya \
	"$([ "$baru" -ge "$(date -d '-5 minutes' +%s)" ] && echo ya)"

# ---- other ways ----------------------------------------------------------

export SIFILMA_HANYA_BASIS=ya
hancurkan
sama "to a place in the log" 0 "$(pulihkan \
	--binlog "$kerja/binlog" --sampai "$tempat" "$pertama")"
sama "every table as it was there" "$baik" "$(tabel)"
tanya 'DROP DATABASE sifilma'
sama "to the second backup, by itself" 0 "$(pulihkan --basis-saja "$kedua")"
sama "every table as it was in it" "$(grep -v ' cadangan$' <<<"$baik")" \
	"$(tabel | grep -v ' cadangan$')"
tanya 'DROP DATABASE sifilma'
rm "$kerja/binlog/$(sed -n 's/^binlog = \(.*\):.*/\1/p' "$pertama/keterangan")"
sama "a log that is missing is noticed before anything is done" 1 \
	"$(pulihkan --binlog "$kerja/binlog" --sampai akhir "$pertama")"
sama "so nothing is there" 0 "$($SIFILMA_SQL -BN -e 'SELECT 1' 2>/dev/null |
	wc -l)"

selesai
