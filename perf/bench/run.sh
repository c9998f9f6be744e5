#!/usr/bin/env bash
# run.sh KIT: CPU per verification of a running gateway and its PostgreSQL, side by side with HAProxy in the same sitting.
# Everything is taken from /proc/PID/stat around a fixed count of requests. See perf/README.md for the gateway's settings.
#
#   GATEWAY_PID, POSTGRES_PID  the gateway's process, and PostgreSQL's first one (required)
#   PURPOSE                    what the terminals ask for; it takes eid codes (required)
#   CODE_KEYS, PASSWORD_FILE   the gateway's code-keys.p12 and its password, to mint by ticket (else P1_ticket is left out)
#   PEER                       HAProxy's run.sh (else looked for in ../shared/peers; without it P1 is left out)
#   PAIRS=5 COUNT=20000 CONNECTIONS=32 PEER_SECONDS=8 WORK=perf/bench/target/run STEPS=1 (0: without P2)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
kit=${1:?run.sh KIT}
: "${GATEWAY_PID:?}" "${POSTGRES_PID:?}" "${PURPOSE:?}"
pairs=${PAIRS:-5} count=${COUNT:-20000} replayed=5000 connections=${CONNECTIONS:-32}
work=${WORK:-$here/target/run}
peer=${PEER:-$root/../shared/peers/haproxy/run.sh}
[[ -x $peer || -r $peer ]] || peer=
gateway_url=$(sed -n 's/.*"gateways" *: *\[ *"\([^"]*\)".*/\1/p' "$kit" | head -1)
mkdir -p "$work"

mint() { # mint WAY COUNT
  local more=()
  [[ $1 == ticket ]] && more=("$CODE_KEYS" "$PASSWORD_FILE")
  "$root/perf/run" mint "$kit" "$work" "$2" "$PURPOSE" "$1" "${more[@]}"
}

gateway_ticks() { awk '{ print $14 + $15 }' "/proc/$GATEWAY_PID/stat"; }

# The first process counts the children that ended; each living child counts itself.
postgres_ticks() {
  # Processes come and go while they are read.
  { cat /proc/[0-9]*/stat 2>/dev/null || true; } |
    awk -v parent="$POSTGRES_PID" '{ sub(/.*\) /, $1 " x ") } $1 == parent || $4 == parent { t += $14 + $15 + $16 + $17 } END { print t }'
}

# send TEXTS: prints the gateway's and PostgreSQL's microseconds of CPU per request.
send() {
  local requests before_gateway before_postgres status=0
  requests=$(wc -l <"$work/$1")
  before_gateway=$(gateway_ticks) before_postgres=$(postgres_ticks)
  BENCH_TEXTS=$work/$1 BENCH_TOKENS=$work/tokens.txt BENCH_PURPOSE=$PURPOSE BENCH_RUN=$$-$(date +%s%N) \
    wrk -t1 -c"$connections" -d300s --timeout 10s -s "$here/verify.lua" "$gateway_url" >"$work/wrk.txt" || status=$?
  if ((status != 0)) || ! grep -q '^answers:' "$work/wrk.txt"; then
    echo "bench: wrk did not get all its answers; see $work/wrk.txt" >&2
    exit 1
  fi
  echo "$(($(gateway_ticks) - before_gateway)) $(($(postgres_ticks) - before_postgres)) $requests $(sed -n 's/^answers: //p' "$work/wrk.txt")" |
    awk '{ printf "%.1f %.1f", $1 * 10000 / $3, $2 * 10000 / $3; for (i = 4; i <= NF; i++) printf " %s", $i; print "" }'
}

haproxy() { bash "$peer" "${PEER_SECONDS:-8}" "$connections" | sed -n 's/.*cpu_us=\([0-9.]*\).*/\1/p'; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
spread() { sort -n | awk 'NR == 1 { low = $1 } { high = $1 } END { printf "%.2f to %.2f", low, high }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f\n", a / b }'; }

line=
# goal NAME FILE: the median of the ratios in FILE goes into the last line.
goal() {
  [[ -s $2 ]] || return 0
  local value
  value=$(median <"$2")
  line+="$1=$(printf %.2f "$value") "
  printf '| %s | %.2f | %s | %s |\n' "$1" "$value" "$(spread <"$2")" "$(wc -l <"$2")" >>"$work/table.md"
}

rm -f "$work"/*.ratio "$work/table.md"
echo "warming up" >&2
mint hpke "$count"
send fresh.txt >&2

for pair in $(seq "$pairs"); do
  mint hpke "$count"
  read -r gateway postgres answers < <(send fresh.txt)
  total=$(ratio "$(awk "BEGIN { print $gateway + $postgres }")" 1)
  echo "pair $pair: hpke gateway=$gateway us postgres=$postgres us ($answers)" >&2
  # Fewer texts than a gateway remembers; tries two to four are recorded, the ones after that are what P6 is about.
  head -n "$replayed" "$work/fresh.txt" >"$work/once_more.txt"
  for try in 2 3 4; do send once_more.txt >/dev/null; done
  for ((shown = 0; shown < count; shown += replayed)); do cat "$work/once_more.txt"; done >"$work/replay.txt"
  for kind in replay reencoded unparsable unopenable; do
    read -r g p answers < <(send "$kind.txt")
    echo "pair $pair: $kind gateway=$g us postgres=$p us ($answers)" >&2
    ratio "$(awk "BEGIN { print $g + $p }")" "$total" >>"$work/p6_$kind.ratio"
  done
  if [[ -n $peer ]]; then
    floor=$(haproxy)
    echo "pair $pair: haproxy=$floor us" >&2
    ratio "$gateway" "$floor" >>"$work/hpke.ratio"
    ratio "$total" "$floor" >>"$work/total.ratio"
  fi
  if [[ -n $peer && -n ${CODE_KEYS:-} ]]; then
    mint ticket "$count"
    read -r gateway postgres answers < <(send fresh.txt)
    echo "pair $pair: ticket gateway=$gateway us postgres=$postgres us ($answers)" >&2
    ratio "$gateway" "$floor" >>"$work/ticket.ratio"
  fi
done

goal P1_hpke "$work/hpke.ratio"
goal P1_ticket "$work/ticket.ratio"
goal P1_total "$work/total.ratio"
if [[ ${STEPS:-1} == 1 ]]; then
  "$root/perf/run" steps -p library=NATIVE | sed -n 's/^P2=//p' >"$work/p2.ratio"
  goal P2 "$work/p2.ratio"
fi
goal P6_replay "$work/p6_replay.ratio"
goal P6_reencoded "$work/p6_reencoded.ratio"
goal P6_unparsable "$work/p6_unparsable.ratio"
goal P6_unopenable "$work/p6_unopenable.ratio"

printf '| goal | median | spread | pairs |\n|---|---|---|---|\n'
cat "$work/table.md"
[[ -n $peer ]] || echo "no peer: P1 was not taken"
echo "$line"
