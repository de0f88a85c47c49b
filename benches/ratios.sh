#!/usr/bin/env bash
# Whole runs of factlint beside `rg -F -f names` over the same files: medians of wall seconds and
# their ratio, for several numbers of facts, with and without the cache.
#
#   benches/ratios.sh [ARTICLES] [FACTS ...]        (10000; 10 1000 100000)
#
# Needs ripgrep and python3; builds the release binary. Absolute seconds vary from machine to
# machine and with what else runs on it: only the ratios of one run are of use.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v rg >/dev/null || { echo 'ratios.sh: ripgrep is not installed' >&2; exit 2; }
articles=${1:-10000}
shift || true
cargo build --release --locked
factlint=$(pwd)/${CARGO_TARGET_DIR:-target}/release/factlint
[ -x "$factlint" ] || factlint=$CARGO_TARGET_DIR/release/factlint
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=5

# The median of the wall seconds of several runs.
median() {
  for _ in $(seq $runs); do
    local began=$EPOCHREALTIME
    "$@" >/dev/null 2>&1 || [ $? = 1 ]
    echo "$began $EPOCHREALTIME"
  done | awk '{ printf "%.4f\n", $2 - $1 }' | sort -n | sed -n "$(((runs + 1) / 2))p"
}

printf '%8s %8s %10s %7s %10s %7s\n' facts rg factlint ratio 'from cache' ratio
for facts in "${@:-10 1000 100000}"; do
  for n in $facts; do
    python3 benches/corpus.py --articles "$articles" --facts "$n" "$work/$n"
    check=("$factlint" check --isolated --rules "$work/$n/rules.yaml" --format short "$work/$n/articles")
    searched=$(median rg -F -f "$work/$n/names.txt" "$work/$n/articles")
    anew=$(median "${check[@]}" --no-cache)
    "${check[@]}" --cache-dir "$work/cache" >/dev/null 2>&1 || [ $? = 1 ]
    known=$(median "${check[@]}" --cache-dir "$work/cache")
    awk -v n="$n" -v rg="$searched" -v anew="$anew" -v known="$known" 'BEGIN {
      printf "%8d %8.3f %10.3f %7.2f %10.3f %7.2f\n", n, rg, anew, anew / rg, known, known / rg }'
    rm -rf "${work:?}/$n"
  done
done
