#!/bin/bash
# autogen.sh - from a fresh checkout to a configured build.
#
#	./autogen.sh [--tanpa-paket] [ARGUMENTS OF configure...]
#
# Installs the Debian packages that are missing (as root), or prints the one
# line that does; makes configure; runs it in the current folder.
# --tanpa-paket: packages are somebody else's business.
set -eu

# Needed to build and run.
PAKET="autoconf automake make gcc libc6-dev pkg-config
	libfcgi-dev libmariadb-dev libxml2-dev libxslt1-dev libsodium-dev
	libssl-dev libzip-dev libxlsxwriter-dev libcairo2-dev
	libpango1.0-dev libfontconfig-dev libqrencode-dev libgd-dev zlib1g-dev
	libxmlsec1-dev libxmlsec1-openssl
	libcurl4-openssl-dev libjansson-dev
	libseccomp-dev fonts-dejavu-core fonts-liberation2
	nginx mariadb-server-core mariadb-client-core mariadb-client openssl
	util-linux gzip zstd age tzdata"
# Needed by `make check` only.
PAKET_UJI="libcmocka-dev chromium poppler-utils zbar-tools libxml2-utils
	libnss3-tools xmlsec1 python3-aiosmtpd python3-openpyxl
	curl jq unzip xz-utils shellcheck clang"
# Any node from 18 on will do, wherever it comes from.
PAKET_NODE="nodejs npm"

akar=$(cd -- "$(dirname -- "$0")" && pwd)
paket=ya
if [ "${1-}" = --tanpa-paket ]; then
	paket=
	shift
fi

kurang()
{
	local p
	for p; do
		dpkg-query -W -f '${db:Status-Abbrev}' "$p" 2>/dev/null |
			grep -q '^.i' || printf '%s ' "$p"
	done
}

# Packages of servers start them; the suite has its own and wants none.
pasang()
{
	local pagar=/usr/sbin/policy-rc.d
	if [ -e $pagar ]; then
		pagar=
	else
		printf '#!/bin/sh\nexit 101\n' > $pagar
		chmod 755 $pagar
		# shellcheck disable=SC2064
		trap "rm -f $pagar" EXIT
	fi
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086
	apt-get install -y -q --no-install-recommends $1 </dev/null || {
		apt-get update -q </dev/null
		apt-get install -y -q --no-install-recommends $1 </dev/null
	}
	if [ -n "$pagar" ]; then
		rm -f "$pagar"
		trap - EXIT
	fi
}

if [ -n "$paket" ] && ! command -v dpkg-query >/dev/null; then
	echo "autogen.sh: this is not Debian; install what these packages" \
		"hold, then use --tanpa-paket: $PAKET" >&2
	exit 1
fi
if [ -n "$paket" ]; then
	node=$(node --version 2>/dev/null | sed 's/^v//; s/\..*//' || true)
	if [ "${node:-0}" -ge 18 ] && command -v npm >/dev/null; then
		PAKET_NODE=
	fi
	# shellcheck disable=SC2086
	perlu=$(kurang $PAKET)
	# shellcheck disable=SC2086
	uji=$(kurang $PAKET_UJI $PAKET_NODE)
	if [ -n "$perlu$uji" ]; then
		if [ "$(id -u)" -eq 0 ]; then
			pasang "$perlu $uji"
		else
			echo "Missing packages; run this, then again ./autogen.sh:" >&2
			echo "  sudo apt-get install --no-install-recommends" \
				"$perlu$uji" >&2
			if [ -n "$perlu" ]; then
				exit 1
			fi
			echo "(They are for make check only; going on.)" >&2
		fi
	fi
fi

(cd "$akar" && autoreconf -fi)
"$akar/configure" "$@"
echo
echo "Now:  make run      (or make check)"
