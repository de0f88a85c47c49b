#!/usr/bin/env bash
# Counts the instructions of a small check under valgrind and holds them against the pinned count: a
# guard against regressions that noise cannot trip.
#
#   benches/instructions.sh            fail when the count is more than 5 % above the pin
#   benches/instructions.sh --bless    pin the count
#
# The count belongs to a compiler and a processor's instruction set; pin it anew with either.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pin=benches/instructions.txt
if ! command -v valgrind >/dev/null || ! command -v python3 >/dev/null; then
  echo 'skipped: valgrind or python3 is not installed'
  exit 0
fi
factlint=${CARGO_TARGET_DIR:-target}/release/factlint
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 benches/corpus.py --articles 100 --facts 100 "$work"

# Millions of instructions of a check: of all articles, or of one.
count() {
  RAYON_NUM_THREADS=1 valgrind --tool=callgrind --callgrind-out-file="$work/out" \
    "$factlint" check --isolated --no-cache --rules "$work/rules.yaml" --format short "$@" \
    >/dev/null 2>"$work/log" || [ $? = 1 ]
  awk '/^(summary|totals):/ { printf "%.1f\n", $2 / 1e6; exit }' "$work/out"
}

counted() {
  echo "articles-100 $(count "$work/articles")"
  echo "article-1 $(count "$work/articles/a000000.md")"
}

counted >"$work/counts"
if [ "${1:-}" = --bless ]; then
  cp "$work/counts" "$pin"
  cat "$pin"
  exit
fi
paste -d ' ' "$pin" "$work/counts" | awk '
  { change = ($4 / $2 - 1) * 100
    printf "%-14s %8.1f million instructions, pinned %8.1f (%+.1f %%)\n", $3, $4, $2, change
    if ($1 != $3 || change > 5) worse = 1 }
  END { exit worse }' || {
  echo 'more instructions than pinned: make it cheaper, or pin it with benches/instructions.sh --bless'
  exit 1
}
