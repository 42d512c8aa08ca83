# bantu.sh - the counting and reporting of test scripts (TAP), to be read by
# them:
#
#	. "$(dirname -- "$0")/bantu.sh"
#	sama "what is promised" EXPECTED "$(got ...)"
#	selesai
# shellcheck shell=bash

bantu_n=0
bantu_buruk=0

# sama NAME EXPECTED GOT: holds when they are the same.
sama()
{
	bantu_n=$((bantu_n + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $bantu_n - $1"
	else
		bantu_buruk=$((bantu_buruk + 1))
		echo "not ok $bantu_n - $1"
		diff <(echo "$2") <(echo "$3") | head -n 20 | sed 's/^/# /'
	fi
}

# kosong NAME TEXT: holds when there is nothing to say.
kosong()
{
	sama "$1" "" "$2"
}

# The last line of a script: the plan; fails when a test did.
selesai()
{
	echo "1..$bantu_n"
	[ $bantu_buruk -eq 0 ]
}
