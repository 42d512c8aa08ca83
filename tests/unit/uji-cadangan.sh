#!/bin/bash
# uji-cadangan.sh - backup, destroy, restore: the same rows, files and keys;
# a damaged or foreign backup and a database in use are refused; what is killed
# leaves nothing behind; how many are kept (U-25).
#
# With a suite (database alone) of its own; uji-pulih.sh does it with a whole
# one at work.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

akar=$(cd -- "${srcdir:-$(dirname -- "$0")/../..}" && pwd)
suite=$akar/nginx/suite
kerja=$(mktemp -d)
# shellcheck source=tests/unit/bantu-cadangan.sh
. "$(dirname -- "$0")/bantu-cadangan.sh"

export SIFILMA_HANYA_BASIS=ya SIFILMA_BUFFER=16M
unset SIFILMA_BINLOG

# Every table with its sum (but what the tools themselves write down), every
# file, every key: what a restore must bring back.
jumlah()
{
	local t
	t=$(tanya "SELECT GROUP_CONCAT(TABLE_NAME ORDER BY 1) FROM
		information_schema.TABLES WHERE TABLE_SCHEMA = 'sifilma'
		AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'cadangan'")
	tanya "CHECKSUM TABLE $t EXTENDED"
	(cd "$SIFILMA_VAR/simpanan" && find . -type f | sort |
		xargs -r sha256sum)
	(cd "$SIFILMA_VAR/kunci" && find . -type f | sort | xargs sha256sum)
	(cd "$SIFILMA_VAR/sandi" && find . -type f | sort | xargs sha256sum)
}

cadangkan()
{
	"$akar/sql/cadangkan" "$@" 2>"$kerja/salah"
}

pulihkan()
{
	"$akar/sql/pulihkan" "$@" >"$kerja/keluar" 2>"$kerja/salah"
	echo $?
}

banyak_tabel()
{
	tanya "SELECT COUNT(*) FROM information_schema.TABLES
		WHERE TABLE_SCHEMA = 'sifilma'"
}

mulai
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
printf 'setengah' > "$SIFILMA_VAR/simpanan/baru-1234"
sebelum=$(jumlah | grep -v baru-1234)

# ---- what is made --------------------------------------------------------

cadangan=$(cadangkan)
sama "a backup is made" 0 $?
sama "where the configuration says" "$kerja/cadangan" \
	"$(dirname "$cadangan")"
sama "for its owner alone" "drwx------" "$(stat -c %A "$cadangan")"
sama "with all its parts" "SHA256SUMS basis.sql.zst.age keterangan \
kunci.tar.zst.age sandi.tar.zst.age simpanan.tar.zst.age" \
	"$(cd "$cadangan" && echo *)"
sama "every part is encrypted" 4 \
	"$(head -qn 1 "$cadangan"/*.age | grep -c '^age-encryption.org/v1$')"
sama "nothing in it can be read" 0 "$(cat "$cadangan"/* |
	grep -acE 'CREATE TABLE|PRIVATE KEY|BEGIN CERT|ustar')"
sama "a file that is not complete yet is left out" "" \
	"$(age -d -i "$kerja/identitas" "$cadangan/simpanan.tar.zst.age" |
		zstd -dc | tar -tf - | grep baru)"
sama "the database knows of it" "baik $(basename "$cadangan") 1" \
	"$(tanya 'SELECT hasil, nama, terkunci FROM cadangan' | tr '\t' ' ')"
sama "with its size" "$(du -bs "$cadangan" | cut -f 1)" \
	"$(tanya 'SELECT byte FROM cadangan')"
sama "it can be tried without touching anything" 0 \
	"$(pulihkan --periksa --identitas "$kerja/identitas" "$cadangan")"

sed "s|^cadangan_penerima.*|cadangan_penerima = $kerja/tidak-ada|" \
	"$SIFILMA_KONFIG" > "$kerja/tanpa.conf"
SIFILMA_KONFIG=$kerja/tanpa.conf cadangkan >/dev/null
sama "without a key to encrypt for there is none" 1 $?
sama "which the database knows, too" gagal \
	"$(tanya 'SELECT hasil FROM cadangan ORDER BY id DESC LIMIT 1')"
sleep 1
polos=$(SIFILMA_KONFIG=$kerja/tanpa.conf cadangkan --tanpa-sandi)
sama "unless that is asked for" "0 basis.sql.zst" \
	"$? $(cd "$polos" && echo basis*)"
mv "$polos" "$kerja/polos"
polos=$kerja/polos

# ---- what is refused -----------------------------------------------------

sama "a database in use is not written over" 1 \
	"$(pulihkan --identitas "$kerja/identitas" "$cadangan")"
sama "and nothing has changed" "$sebelum" "$(jumlah | grep -v baru-1234)"

"$suite" stop >/dev/null
rm -rf "$SIFILMA_VAR"
mulai
tanya 'DROP DATABASE sifilma; CREATE DATABASE sifilma'
kunci_baru=$(sha256sum < "$SIFILMA_VAR/kunci/rahasia")

# tolak NAME ARGUMENT...: refused, and nothing has changed.
tolak()
{
	local nama=$1
	shift
	sama "$nama is refused" 1 "$(pulihkan "$@")"
	sama "$nama: nothing has changed" "0 0 $kunci_baru" \
		"$(banyak_tabel) $(find "$SIFILMA_VAR/simpanan" -type f |
			wc -l) $(sha256sum < "$SIFILMA_VAR/kunci/rahasia")"
}

# A copy whose sums fit, as somebody who can reckon would make it.
palsu()
{
	rm -rf "$kerja/rusak"
	cp -R "$cadangan" "$kerja/rusak"
}
sumkan()
{
	(cd "$kerja/rusak" && sha256sum -- *.age keterangan > SHA256SUMS)
}

tolak "an encrypted one without a key" "$cadangan"
tolak "another key" --identitas "$kerja/lain" "$cadangan"
tolak "one that is not encrypted" --identitas "$kerja/identitas" "$polos"
tolak "an encrypted one that should not be" --tanpa-sandi "$cadangan"
for f in basis.sql.zst.age simpanan.tar.zst.age kunci.tar.zst.age; do
	palsu
	printf x | dd of="$kerja/rusak/$f" bs=1 seek=700 conv=notrunc \
		2>/dev/null
	tolak "a damaged $f" --identitas "$kerja/identitas" "$kerja/rusak"
	sumkan
	tolak "a damaged $f with new sums" \
		--identitas "$kerja/identitas" "$kerja/rusak"
	palsu
	truncate -s -1000 "$kerja/rusak/$f"
	sumkan
	tolak "a shortened $f with new sums" \
		--identitas "$kerja/identitas" "$kerja/rusak"
done
palsu
rm "$kerja/rusak/kunci.tar.zst.age"
sumkan
tolak "one without its keys" --identitas "$kerja/identitas" "$kerja/rusak"
palsu
# A dump that ends early, whole in itself.
age -d -i "$kerja/identitas" "$cadangan/basis.sql.zst.age" | zstd -dc |
	head -n 200 | zstd -qc | age -R "$kerja/penerima" \
	> "$kerja/rusak/basis.sql.zst.age"
sumkan
tolak "a dump without its end" --identitas "$kerja/identitas" "$kerja/rusak"
tolak "a time without binary logs" --identitas "$kerja/identitas" \
	--binlog "$kerja" --sampai '2026-01-01 00:00:00' "$cadangan"

# ---- what is brought back ------------------------------------------------

sama "a good one is restored" 0 \
	"$(pulihkan --identitas "$kerja/identitas" "$cadangan")"
sama "everything is as it was" "$sebelum" "$(jumlah)"
sama "with its triggers" ya "$(tanya "
	SELECT IF(COUNT(*) >= 4, 'ya', COUNT(*)) FROM information_schema.TRIGGERS
	WHERE TRIGGER_SCHEMA = 'sifilma'")"
sama "and its grants" "" "$(SIFILMA_SANDI=$SIFILMA_VAR/sandi \
	"$akar/sql/hak" --periksa)"
sama "keys that were there are kept beside" "$kunci_baru" \
	"$(sha256sum < "$(echo "$SIFILMA_VAR"/kunci.sebelum-*)/rahasia")"
tanya 'DROP DATABASE sifilma'
sama "a file store in use is not written over" 1 \
	"$(pulihkan --identitas "$kerja/identitas" "$cadangan")"
rm "$SIFILMA_VAR/simpanan/ab/abce"
sama "the database alone is restored" 0 \
	"$(pulihkan --basis-saja --identitas "$kerja/identitas" "$cadangan")"
sama "and a file that was missing" "$sebelum" "$(jumlah)"
rm -rf "$SIFILMA_VAR/simpanan"
tanya 'DROP DATABASE sifilma'
palsu
{
	printf '\\! touch %s/dijalankan\n' "$kerja"
	age -d -i "$kerja/identitas" "$cadangan/basis.sql.zst.age" | zstd -dc
} | zstd -qc | age -R "$kerja/penerima" > "$kerja/rusak/basis.sql.zst.age"
sumkan
sama "a dump with a command of the client is not restored" 1 \
	"$(pulihkan --identitas "$kerja/identitas" "$kerja/rusak")"
sama "which is not run" tidak \
	"$([ -e "$kerja/dijalankan" ] && echo ya || echo tidak)"
rm -rf "$SIFILMA_VAR/simpanan"
tanya 'DROP DATABASE sifilma'
sama "one that is not encrypted is restored when that is meant" 0 \
	"$(pulihkan --tanpa-sandi "$polos")"
sama "with the same in it" "$sebelum" "$(jumlah)"

# ---- killed --------------------------------------------------------------

rm -rf "$kerja/cadangan"
mkdir "$kerja/cadangan"
# In place of age one that stops in the middle of the second part.
mkdir "$kerja/lambat"
cat > "$kerja/lambat/age" <<END
#!/bin/sh
if [ -e "$kerja/pertama" ]; then
	echo age-encryption.org/v1
	: > "$kerja/sedang"
	exec sleep 100
fi
: > "$kerja/pertama"
exec $(command -v age) "\$@"
END
chmod 700 "$kerja/lambat/age"
for sinyal in KILL TERM; do
	rm -f "$kerja/pertama" "$kerja/sedang"
	PATH=$kerja/lambat:$PATH setsid "$akar/sql/cadangkan" \
		>/dev/null 2>&1 &
	p=$!
	until [ -e "$kerja/sedang" ]; do
		kill -0 $p || break
		sleep 0.01
	done
	kill -$sinyal -- -$p
	wait $p 2>/dev/null
	sama "killed ($sinyal): nothing under a final name" "" \
		"$(find "$kerja/cadangan" -mindepth 1 -name "sifilma-*" -prune \
			! -name "*.belum-selesai")"
done
sama "one that could say so is known as failed" gagal \
	"$(tanya 'SELECT hasil FROM cadangan ORDER BY id DESC LIMIT 1')"
cadangkan >/dev/null
sama "the next one works" 0 $?
sama "and what was left is gone" 1 "$(ls "$kerja/cadangan" | wc -l)"
(
	flock 8
	cadangkan >/dev/null
	echo $?
) 8>>"$kerja/cadangan/.kunci" > "$kerja/dua"
sama "two at once are not" 1 "$(cat "$kerja/dua")"

# ---- how many are kept ---------------------------------------------------

rm -rf "$kerja/cadangan"
# One a day for 400 days, at noon, and two more yesterday.
for ((i = 1; i <= 400; i++)); do
	d=$kerja/cadangan/sifilma-$(date -u -d "-$i days" +%Y%m%d)-120000
	mkdir -p "$d"
	: > "$d/SHA256SUMS"
done
k=$(date -u -d '-1 day' +%Y%m%d)
for j in 010000 130000; do
	mkdir "$kerja/cadangan/sifilma-$k-$j"
	: > "$kerja/cadangan/sifilma-$k-$j/SHA256SUMS"
done
mkdir "$kerja/cadangan/sifilma-bukan-cadangan" "$kerja/cadangan/lain"
kini=$(basename "$(cadangkan --simpan 7/4/12)")
ada=$(cd "$kerja/cadangan" && ls -d sifilma-2* | sort -r)
sama "the new one is kept" "$kini" "$(head -n 1 <<<"$ada")"
# The same by another way: the newest of each day, week, month.
harap=$({
	echo "$kini"
	for ((i = 1; i <= 400; i++)); do
		j=120000
		[ $i -ne 1 ] || j=130000
		echo "sifilma-$(date -u -d "-$i days" +%Y%m%d)-$j"
	done
} | while read -r n; do
	t=${n:8:8}
	echo "$n $t $(date -u -d "$t" +%G-%V) ${t:0:6}"
done | awk '
	!($2 in h) { h[$2]; if (++nh <= 7) print $1 }
	!($3 in m) { m[$3]; if (++nm <= 4) print $1 }
	!($4 in b) { b[$4]; if (++nb <= 12) print $1 }' | sort -ru)
sama "7 days, 4 weeks, 12 months" "$harap" "$ada"
sama "and nothing that is no backup is touched" 2 \
	"$(ls -d "$kerja/cadangan/sifilma-bukan-cadangan" \
		"$kerja/cadangan/lain" | wc -l)"
cadangkan --simpan 7 >/dev/null
sama "a rule that is none is refused" 2 $?

selesai
