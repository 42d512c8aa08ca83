#!/bin/bash
# uji-muat-wilayah.sh - sql/muat-wilayah: the shipped file whole and in time,
# names that look like SQL, broken files, loading twice.
#
# Needs the unit tests' database (SIFILMA_KONFIG = unit.conf); ends with 77,
# "skipped", without one.
set -uo pipefail
export LC_ALL=C

[ -n "${SIFILMA_KONFIG-}" ] || {
	echo "uji-muat-wilayah: no database, skipped" >&2
	exit 77
}
akar=${srcdir:-$(dirname -- "$0")/../..}
muat=$akar/sql/muat-wilayah
kerja=$(mktemp -d)
gagal=0

konfig()
{
	sed -n "s/^[[:space:]]*$1 *= *//p" "$SIFILMA_KONFIG"
}

cat > "$kerja/klien" <<END
[client]
socket = $(konfig basis_socket)
user = sf_uji
password = $(cat "$(konfig basis_sandi_dir)/uji")
default-character-set = utf8mb4
END
SIFILMA_SQL="mariadb --defaults-file=$kerja/klien $(konfig basis_nama)"
export SIFILMA_SQL

tanya()
{
	$SIFILMA_SQL --batch --raw --skip-column-names -e "$1"
}

akhir()
{
	tanya 'DELETE FROM wilayah; DELETE FROM wilayah_versi'
	rm -rf "$kerja"
}
trap akhir EXIT

# sama WHAT EXPECTED GOT
sama()
{
	if [ "$2" = "$3" ]; then
		echo "ok - $1"
	else
		printf 'not ok - %s\n  expected: %s\n  got: %s\n' "$@"
		gagal=1
	fi
}

isi()
{
	tanya "SELECT CONCAT(kode, CHAR(9), nama) FROM wilayah ORDER BY kode"
}

tanya 'DELETE FROM wilayah; DELETE FROM wilayah_versi'

# The shipped file: every row, byte for byte, in less than 20 s (4 on an idle machine).
awal=$(date +%s%N)
"$muat" >/dev/null
sama "the shipped file is loaded" 0 $?
ms=$((($(date +%s%N) - awal) / 1000000))
sama "in less than 20 s ($ms ms)" ya "$([ $ms -lt 20000 ] && echo ya)"
isi | cmp -s - <(gzip -dc "$akar/sql/wilayah.tsv.gz" | tail -n +2)
sama "the table is the file" 0 $?
sama "every level is there" "1 2 3 4" "$(tanya "SELECT
	GROUP_CONCAT(DISTINCT tingkat ORDER BY tingkat SEPARATOR ' ')
	FROM wilayah")"
sama "everything lies in something" 0 "$(tanya "SELECT COUNT(*)
	FROM wilayah a LEFT JOIN wilayah b ON b.kode = a.induk
	WHERE a.tingkat > 1 AND b.kode IS NULL")"
sama "a second time nothing is done" "muat-wilayah: up to date" "$("$muat")"
tanya "DELETE FROM wilayah WHERE kode = '32'"
"$muat" >/dev/null
sama "a row that is missing is mended" "JAWA BARAT" \
	"$(tanya "SELECT nama FROM wilayah WHERE kode = '32'")"

# Another version replaces it; its names cannot break out.
printf '# uji\t2\t3\n11\t%s\n1101\t%s\n12\t%s\n' \
	"a'); DROP TABLE wilayah; -- " '\'"'"' \\ "x" ; \g' '`${x}%s' |
	tee "$kerja/nama" | gzip > "$kerja/nama.gz"
"$muat" "$kerja/nama.gz" >/dev/null
sama "another version is loaded" 0 $?
sama "names stay what they are" "$(tail -n +2 "$kerja/nama")" "$(isi)"
sama "the version is kept" "uji 2" "$(tanya 'SELECT sumber FROM wilayah_versi')"

# Broken files change nothing.
rusak()
{
	gzip > "$kerja/rusak.gz"
	"$muat" "$kerja/rusak.gz" >/dev/null 2>&1
	sama "$1: refused" 1 $?
	sama "$1: nothing changed" "$(tail -n +2 "$kerja/nama")" "$(isi)"
}
printf '# uji\t3\t3\n11\tA\n12\tB\n' | rusak "fewer rows than said"
printf '# uji\t3\t1\n11\tA\n12\tB\n' | rusak "more rows than said"
printf '11\tA\n' | rusak "no head"
printf '# uji\t3\t2\n11\tA\n11\tB\n' | rusak "a code twice"
printf '# uji\t3\t1\n111\tA\n' | rusak "a code of 3 digits"
printf '# uji\t3\t1\n1x\tA\n' | rusak "a code with a letter"
printf '# uji\t3\t1\n11\t\n' | rusak "no name"
printf '# uji\t3\t1\n11\tA\tB\n' | rusak "three columns"
printf '# uji\t3\t1\n11\tA\001\n' | rusak "a control character"
printf '# uji\t3\t1\n11\tA\377\n' | rusak "not UTF-8"
printf '# uji\t3\t1\n11\t%0130d\n' 0 | rusak "a name too long"
printf '' | rusak "an empty file"
head -c 300000 "$akar/sql/wilayah.tsv.gz" > "$kerja/putus.gz"
"$muat" "$kerja/putus.gz" >/dev/null 2>&1
sama "half a file: refused" 1 $?
sama "half a file: nothing changed" "$(tail -n +2 "$kerja/nama")" "$(isi)"
"$muat" "$kerja/tidak-ada.gz" >/dev/null 2>&1
sama "no file: refused" 1 $?

exit $gagal
