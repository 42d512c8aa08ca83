#!/bin/bash
# uji-pohon.sh - rules about the tree itself: every source is in the build,
# who may include what, calls that are never made, scripts that parse.
set -uo pipefail
export LC_ALL=C
# shellcheck source=tests/unit/bantu.sh
. "$(dirname -- "$0")/bantu.sh"

akar=${srcdir:-$(dirname -- "$0")/../..}
bangun=${SIFILMA_BANGUN:-$akar}
cd "$akar" || exit 1

sumber()
{
	find cgi-bin tests/unit tests/fuzz tests/bench -name '*.[ch]' \
		2>/dev/null | sort
}

kosong "every C file stands in Makefile.am" "$(
	sumber | while read -r f; do
		grep -qE "(^|[[:space:]])$f([[:space:]]|\$)" Makefile.am && continue
		# A program's one source goes without saying.
		p=${f%.c}
		case $f in
		cgi-bin/*/*) ;;
		cgi-bin/*) p=$p.fcgi ;;
		esac
		grep -qE "(^|[[:space:]])$p([[:space:]]|\$)" Makefile.am ||
			echo "$f"
	done)"

# include PATTERN ALLOWED-FILES...
include()
{
	local pola=$1
	shift
	grep -rlE "^#[[:space:]]*include[[:space:]]*$pola" cgi-bin |
		grep -vE "^($(IFS='|'; echo "$*"))\$"
}
kosong "libfcgi only in lib/fcgi.c" \
	"$(include '<fcgi' 'cgi-bin/lib/fcgi\.c')"
kosong "the database's client only in lib/db and model/" \
	"$(include '<(mysql|mariadb)' 'cgi-bin/lib/db[^/]*' 'cgi-bin/model/.*')"
kosong "libxml and libxslt only in lib/view, xsl, html, xml-memory, xlsx, dokumen/" \
	"$(include '<(libxml|libxslt|libexslt)/' \
		'cgi-bin/lib/((view|xsl|html|xml-memory)\.[ch]|xlsx-dalam\.h)' \
		'cgi-bin/dokumen/.*')"
kosong "cairo and pango only in dokumen/" \
	"$(include '<(cairo|pango)' 'cgi-bin/dokumen/.*')"
kosong "libxmlsec only in dokumen/" \
	"$(include '<xmlsec' 'cgi-bin/dokumen/.*')"
kosong "jansson only in lib/json.c" \
	"$(include '<jansson' 'cgi-bin/lib/json\.c')"
kosong "lib/ includes nothing of the domain" \
	"$(grep -nE '^#include "(\.\./)?(model|dokumen)/' cgi-bin/lib/*)"
kosong "SQL only in model/, lib/ and workers" \
	"$(grep -lE '^SQL\(' cgi-bin/*.c cgi-bin/dokumen/*.c)"
kosong "no unbounded string function, no shell, no exit below main" \
	"$(grep -nE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|alloca|system|popen|exit)\(' \
		-r cgi-bin --include='*.c' | grep -vE '^[^:]*:[0-9]*:[[:space:]]*(/?\*|//)')"

skrip()
{
	local f
	find . \( -name node_modules -o -name var -o -name .git -o -name _build \
		-o -path './sifilma-*' -o -name build-aux \) -prune -o \
		-type f -perm -100 -print | sort | while read -r f; do
		head -c 64 "$f" | grep -aqE '^#! ?/bin/(ba)?sh' && echo "$f"
	done
}
kosong "every script can be read by its shell" "$(
	skrip | while read -r f; do
		$(sed -n '1s/^#! *//p' "$f") -n "$f" 2>&1
	done)"
if command -v shellcheck >/dev/null; then
	# configure and what it makes are not ours.
	kosong "shellcheck has no warning" "$(
		skrip | grep -vE '^\./(configure~?|config\.status)$' |
			xargs shellcheck -S warning -f gcc 2>&1)"
fi

# Method, path, who, guards, view: one line a route, and no route twice.
kosong "every program prints its routes" "$(
	for p in "$bangun"/cgi-bin/*.fcgi; do
		"$p" --routes </dev/null 2>&1 | awk -F'\t' -v p="${p##*/}" '
			NF != 5 || $1 !~ /^(GET|POST|PATCH|DELETE|OPTIONS)$/ || $2 !~ /^\// {
				print p ": " $0
			}
			END { if (NR == 0) print p ": none" }'
	done
	cat <(for p in "$bangun"/cgi-bin/*.fcgi; do "$p" --routes; done |
		cut -f 1,2 | sort | uniq -d))"

selesai
