#!/bin/bash
# uji-cadangan.sh - backup, destroy, restore: the same rows, files and keys;
# a damaged backup and a database in use are refused.
#
# With a suite (database alone) of its own.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

akar=$(cd -- "${srcdir:-$(dirname -- "$0")/../..}" && pwd)
suite=$akar/nginx/suite
kerja=$(mktemp -d)
export SIFILMA_HANYA_BASIS=ya SIFILMA_BUFFER=16M SIFILMA_VAR=$kerja/var
export SIFILMA_KONFIG=$kerja/var/sifilma.conf
unset SIFILMA_UJI SIFILMA_SQL SIFILMA_SANDI SIFILMA_KUNCI

akhir()
{
	"$suite" stop >/dev/null 2>&1
	rm -rf "$kerja"
}
trap akhir EXIT

klien()
{
	SIFILMA_SQL="mariadb --no-defaults --default-character-set=utf8mb4"
	SIFILMA_SQL+=" --socket=$(cat "$SIFILMA_VAR/run/soket")/basis.sock"
	SIFILMA_SQL+=" --user=$(id -un) sifilma"
	export SIFILMA_SQL
}

# Every table with its sum; what a restore must bring back.
jumlah()
{
	local t
	$SIFILMA_SQL -BN -e "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'" |
	cut -f 1 | while read -r t; do
		$SIFILMA_SQL -BN -e "CHECKSUM TABLE \`$t\` EXTENDED"
	done
	(cd "$SIFILMA_VAR/simpanan" && find . -type f | sort |
		xargs -r sha256sum)
	sha256sum < "$SIFILMA_VAR/kunci/rahasia"
	sha256sum < "$SIFILMA_VAR/kunci/segel"
	openssl x509 -in "$SIFILMA_VAR/kunci/ca.pem" -noout -fingerprint
	sha256sum < "$SIFILMA_VAR/kunci/tanda-tangan/kepala.pem"
}

"$suite" start >"$kerja/1.txt" 2>&1 || { cat "$kerja/1.txt"; exit 1; }
klien
"$akar/nginx/buat-kunci" pejabat kepala 'Kepala Dinas' "$SIFILMA_VAR/kunci"
$SIFILMA_SQL <<'SQL' || exit 1
INSERT INTO lembaga (kode, nama, jenis, alamat, kota, provinsi, dibuat)
VALUES ('030848', 'Bank "Maju" & Jaya \\ é 漢字', 'bhi-pusat', 'a', 'b', 'c',
	'2025-01-31 23:59:59.999');
INSERT INTO akun (username, nama, peran, lembaga_id, email, telepon, alamat,
	kota, provinsi, status, dibuat)
SELECT CONCAT('u', seq), 'X', 'pengguna', 1, CONCAT(seq, '@x.example'), '0',
	'a', 'b', 'c', 'aktif', UTC_TIMESTAMP(3)
FROM seq_1_to_1000;
SQL
mkdir -p "$SIFILMA_VAR/simpanan/ab"
head -c 300000 /dev/urandom > "$SIFILMA_VAR/simpanan/ab/abcd"
printf 'isi' > "$SIFILMA_VAR/simpanan/ab/abce"
sebelum=$(jumlah)

cadangan=$("$akar/sql/cadangkan" "$kerja/cadangan")
sama "a backup is made" 0 $?
sama "for its owner alone" "drwx------" "$(stat -c %A "$cadangan")"
"$akar/sql/pulihkan" "$cadangan" >/dev/null 2>&1
sama "a database in use is not written over" 1 $?
sama "and nothing has changed" "$sebelum" "$(jumlah)"

"$suite" stop >/dev/null
rm -rf "$SIFILMA_VAR"
"$suite" start >"$kerja/2.txt" 2>&1 || cat "$kerja/2.txt"
klien
$SIFILMA_SQL -e 'DROP DATABASE sifilma; CREATE DATABASE sifilma'

cp -R "$cadangan" "$kerja/rusak"
printf x | dd of="$kerja/rusak/basis.sql.gz" bs=1 seek=500 conv=notrunc \
	2>/dev/null
"$akar/sql/pulihkan" "$kerja/rusak" >/dev/null 2>&1
sama "a damaged backup is refused" 1 $?
sama "before anything is done" 0 "$($SIFILMA_SQL -BN -e \
	"SELECT COUNT(*) FROM information_schema.TABLES
	WHERE TABLE_SCHEMA = 'sifilma'")"

"$akar/sql/pulihkan" "$cadangan" >"$kerja/3.txt" 2>&1
sama "a good one is restored" 0 $?
sama "everything is as it was" "$sebelum" "$(jumlah)"
sama "with its triggers" ya "$($SIFILMA_SQL -BN -e "
	SELECT IF(COUNT(*) >= 4, 'ya', COUNT(*)) FROM information_schema.TRIGGERS
	WHERE TRIGGER_SCHEMA = 'sifilma'")"
sama "and its grants" "" "$(SIFILMA_SANDI=$SIFILMA_VAR/sandi \
	"$akar/sql/hak" --periksa)"

selesai
