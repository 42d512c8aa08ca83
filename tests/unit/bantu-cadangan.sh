# bantu-cadangan.sh - what the tests of backups share, to be read by them: a
# suite of their own below $kerja, its database, and keys to encrypt for.
#
#	akar=... suite=$akar/nginx/suite kerja=$(mktemp -d)
#	. "$(dirname -- "$0")/bantu-cadangan.sh"
#	mulai
#
# Ends with 77, "skipped", without age.
# shellcheck shell=bash disable=SC2154

export SIFILMA_VAR=$kerja/var SIFILMA_KONFIG=$kerja/sifilma.conf
unset SIFILMA_UJI SIFILMA_SQL SIFILMA_SANDI SIFILMA_KUNCI

akhir()
{
	"$suite" stop >/dev/null 2>&1
	rm -rf "$kerja"
}
trap akhir EXIT

# identitas is whose backups are; lain is somebody else's.
age-keygen -o "$kerja/identitas" 2>/dev/null || exit 77
age-keygen -y "$kerja/identitas" > "$kerja/penerima"
age-keygen -o "$kerja/lain" 2>/dev/null

# Start the suite; its configuration with where backups go.
mulai()
{
	"$suite" start >"$kerja/suite.txt" 2>&1 ||
		{ cat "$kerja/suite.txt"; exit 1; }
	SIFILMA_SQL="mariadb --no-defaults --default-character-set=utf8mb4"
	SIFILMA_SQL+=" --socket=$(cat "$SIFILMA_VAR/run/soket")/basis.sock"
	SIFILMA_SQL+=" --user=$(id -un) sifilma"
	export SIFILMA_SQL
	{
		cat "$SIFILMA_VAR/sifilma.conf"
		echo "cadangan_dir = $kerja/cadangan"
		echo "cadangan_penerima = $kerja/penerima"
	} > "$SIFILMA_KONFIG"
}

# tanya SQL: the rows of the answer, nothing else.
tanya()
{
	$SIFILMA_SQL -BN -e "$1"
}
