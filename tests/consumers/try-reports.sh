#!/usr/bin/env bash
# Gives every report to what reads it: official schemas, and readers that people use. The articles
# and their names hold what could break a report.
#
#   tests/consumers/try-reports.sh     needs a release build (or FACTLINT=path/to/factlint), python3
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

rdformat_validator=@umbrelladocs/rdformat-validator@1.0.1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/{rules,clean,odd,nothing}
cd "$scratch"
cat >rules/harbour.yaml <<'RULES'
topic: "Harbour & <coast>"
facts:
  - id: lighthouse-opened
    subject: [Skerry Lighthouse, Skerry Light]
    predicate: opened
    date: 1872-10-01
    source: https://example.org/harbour-board/1872?a=1&b=2
    note: "The [board] {0} was 100% & <b>sure</b> of it\\: \"yes\" | no."
  - id: pier-length
    subject: Long Pier
    predicate: length
    number: 120
    unit: m
    severity: warning
    source: "not an address: <shelf 3>"
  - id: pier-opened
    subject: Long Pier
    predicate: opened
    date: 1901
    severity: info
RULES
echo 'The Skerry Lighthouse opened in 1872. The Long Pier was not opened in 1900.' >clean/a.txt
for name in 'plain.md' $'50% <a>&"b\':c,d]|`.md' $'esc\e[31m\u202e.txt' 'Zoë 欧.txt'; do
  printf '%s\n' 'Zoë saw 欧: the Skerry Lighthouse, which was opened in September 1872, shone.' \
    'The Skerry Light was opened in 1875. The Skerry Light was opened in 1875.' \
    'The Long Pier is 130 m long. The Long Pier was opened in 1903.' >"odd/$name"
done
printf 'Caf\xe9' >nothing/latin.txt

formats=(human short json jsonl sarif github gitlab junit checkstyle rdjson markdown)
for run in clean odd nothing; do
  arguments=()
  for format in "${formats[@]}"; do arguments+=(--format "$format=$run.$format"); done
  status=0
  "$factlint" check "$run" "${arguments[@]}" 2>/dev/null || status=$?
  printf '%s: exit status %s\n' "$run" "$status"
  "$tools/bin/python" "$root/tests/consumers/read_reports.py" "$root" "$run" "$status"
done

sarif summary odd.sarif >summary.txt
grep -A1 '^error: 12' summary.txt
grep -A1 '^warning: 4' summary.txt
grep -A1 '^note: 4' summary.txt
if command -v npx >/dev/null; then
  for run in clean odd nothing; do npx --yes "$rdformat_validator" "$run.rdjson" | tail -n 1; done
else
  echo 'rdformat-validator: not tried, for lack of npx'
fi
