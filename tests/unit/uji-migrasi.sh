#!/bin/bash
# uji-migrasi.sh - sql/migrasi refuses what it should, sql/hak makes grants
# equal to its file, and every table and column says what it is for.
#
# Works in a database of its own in the tests' server; SIFILMA_SQL is its
# administrator's client.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

[ -n "${SIFILMA_SQL-}" ] || { echo "1..0 # skip no database"; exit 77; }
akar=${srcdir:-$(dirname -- "$0")/../..}
kerja=$(mktemp -d)
nama=sifilma_uji_$$
read -ra admin <<<"${SIFILMA_SQL% *}"

akhir()
{
	"${admin[@]}" -e "DROP DATABASE IF EXISTS $nama;
		DROP USER IF EXISTS sf_ujicoba@localhost,
			sf_ujicoba_dua@localhost" 2>/dev/null
	rm -rf "$kerja"
}
trap akhir EXIT

tanya()
{
	"${admin[@]}" --batch --skip-column-names "$nama" -e "$1"
}

"${admin[@]}" -e "CREATE DATABASE $nama" || exit 1
asal=$SIFILMA_SQL
export SIFILMA_SQL="${SIFILMA_SQL% *} $nama"
migrasi=$akar/sql/migrasi
m=$kerja/m
mkdir "$m"

echo "CREATE TABLE a (x INT); CREATE TABLE b (x INT, y INT);" > "$m/001-a.sql"
echo "CREATE TABLE c (x INT);" > "$m/010-c.sql"
"$migrasi" "$m" > "$kerja/1"
sama "all are applied" 0 $?
sama "in the order of their numbers" \
	"migrasi: 001-a.sql applied migrasi: 010-c.sql applied" \
	"$(tr '\n' ' ' < "$kerja/1" | sed 's/ $//')"
sama "a second time nothing is done" "" "$("$migrasi" "$m")"
sama "each is recorded with its end" 2 \
	"$(tanya 'SELECT COUNT(*) FROM migrasi WHERE selesai >= mulai')"

echo "CREATE TABLE d (x INT); SELECT y FROM nowhere; CREATE TABLE e (x INT);" \
	> "$m/011-d.sql"
"$migrasi" "$m" >/dev/null 2>&1
sama "one that fails is told" 1 $?
sama "it stops where it failed" 0 \
	"$(tanya "SELECT COUNT(*) FROM information_schema.TABLES
		WHERE TABLE_SCHEMA = '$nama' AND TABLE_NAME = 'e'")"
echo "CREATE TABLE f (x INT);" > "$m/012-f.sql"
"$migrasi" "$m" >/dev/null 2>"$kerja/2"
sama "half applied: nothing more is done" 1 $?
sama "and its name is told" 1 "$(grep -c 011-d.sql "$kerja/2")"
tanya 'DROP TABLE d'
echo "CREATE TABLE d (x INT);" > "$m/011-d.sql"
"$migrasi" --ulangi 011 "$m" >/dev/null
"$migrasi" "$m" >/dev/null
sama "mended and told so, it goes on" 0 $?
sama "to the end" 4 \
	"$(tanya 'SELECT COUNT(*) FROM migrasi WHERE selesai IS NOT NULL')"

echo "-- more" >> "$m/001-a.sql"
"$migrasi" "$m" >/dev/null 2>&1
sama "a changed file is refused" 1 $?
sed -i '$d' "$m/001-a.sql"
"$migrasi" "$m"
sama "as it was: nothing to do" 0 $?
echo "SELECT 1;" > "$m/005-late.sql"
"$migrasi" "$m" >/dev/null 2>&1
sama "one that comes too late is refused" 1 $?
rm "$m/005-late.sql"
mv "$m/012-f.sql" "$kerja/"
"$migrasi" "$m" >/dev/null 2>&1
sama "a database newer than the files is refused" 1 $?
mv "$kerja/012-f.sql" "$m/"

echo "SELECT SLEEP(2);" > "$m/020-slow.sql"
"$migrasi" "$m" >/dev/null 2>&1 &
lain=$!
for ((i = 0; i < 200; i++)); do
	[ "$(tanya 'SELECT COUNT(*) FROM migrasi WHERE nomor = 20')" = 0 ] ||
		break
	sleep 0.02
done
"$migrasi" "$m" >/dev/null 2>&1
sama "two at once: the second is refused" 1 $?
wait $lain
sama "and the first ends well" 0 $?

# Grants.  Only the difference for this database's own users is looked at;
# the tool knows one file for one server, so its other lines come along.
hak=$akar/sql/hak
export SIFILMA_SANDI=$kerja/sandi
beda()
{
	SIFILMA_SQL="$1" "$hak" --periksa "$2"
}
sama "the suite's own grants are those of hak.tsv" "" \
	"$(beda "$asal" "$akar/sql/hak.tsv")"

# A server of this test's own would cost a second; instead the rules are
# looked at by --periksa alone, against users made by hand.
"${admin[@]}" -e "CREATE USER sf_ujicoba@localhost;
	GRANT SELECT, INSERT ON $nama.a TO sf_ujicoba@localhost;
	GRANT UPDATE (y) ON $nama.b TO sf_ujicoba@localhost"
h=$kerja/hak.tsv
printf 'ujicoba\tSELECT, INSERT\ta\nujicoba\tUPDATE\tb\ty\n' > "$h"
milik()
{
	beda "$SIFILMA_SQL" "$h" | grep -w sf_ujicoba
}
sama "what is granted is no difference" "" "$(milik)"
"${admin[@]}" -e "GRANT DELETE ON $nama.a TO sf_ujicoba@localhost"
sama "a right too many is seen" "$(printf -- '-\tsf_ujicoba\tDELETE\ta\t')" \
	"$(milik)"
"${admin[@]}" -e "REVOKE DELETE, INSERT ON $nama.a FROM sf_ujicoba@localhost"
sama "a missing one is seen" "$(printf '+\tsf_ujicoba\tINSERT\ta\t')" \
	"$(milik)"
"${admin[@]}" -e "GRANT INSERT ON $nama.a TO sf_ujicoba@localhost;
	GRANT SELECT ON $nama.* TO sf_ujicoba@localhost"
sama "one on the whole database is seen" \
	"$(printf -- '-\tsf_ujicoba\tSELECT\t%s.*\t' "$nama")" "$(milik)"
printf 'ujicoba\tSELECT; DROP TABLE a\ta\n' > "$h"
beda "$SIFILMA_SQL" "$h" >/dev/null 2>&1
sama "a line that is no right is refused" 1 $?

# The suite's own schema.
skema="'sifilma'"
sama "every table says what it is for" "" "$("${admin[@]}" -BN -e "
	SELECT TABLE_NAME FROM information_schema.TABLES
	WHERE TABLE_SCHEMA = $skema AND TABLE_TYPE = 'BASE TABLE'
		AND TABLE_COMMENT = ''")"
sama "every column says what it is for" "" "$("${admin[@]}" -BN -e "
	SELECT CONCAT(c.TABLE_NAME, '.', c.COLUMN_NAME)
	FROM information_schema.COLUMNS c JOIN information_schema.TABLES t
		USING (TABLE_SCHEMA, TABLE_NAME)
	WHERE c.TABLE_SCHEMA = $skema AND t.TABLE_TYPE = 'BASE TABLE'
		AND c.COLUMN_COMMENT = ''")"
# Counters of a minute are in memory (sql/056-laju.sql).
sama "every table but laju is InnoDB" "laju" "$("${admin[@]}" -BN -e "
	SELECT TABLE_NAME FROM information_schema.TABLES
	WHERE TABLE_SCHEMA = $skema AND TABLE_TYPE = 'BASE TABLE'
		AND ENGINE <> 'InnoDB'")"
sama "the server keeps what it acknowledged, and lets load" \
	"1 1 1 1 1" "$("${admin[@]}" -BN -e "
	SELECT @@innodb_flush_log_at_trx_commit, @@sync_binlog,
		@@innodb_snapshot_isolation, @@local_infile,
		@@sql_mode LIKE '%STRICT_TRANS_TABLES%'" | tr '\t' ' ')"

selesai
