#!/usr/bin/env bash
# Tries action.yml without GitHub: its steps are run as the runner runs them, and what they leave is
# looked at. The last trial builds factlint as the action does.
#
#   tests/action/try-action.sh     needs a release build (or FACTLINT=path/to/factlint), python3
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../consumers/tools.sh"

check-jsonschema --builtin-schema vendor.github-actions "$root/action.yml"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/{rules,articles,"the desk/rules"}
cd "$scratch"
cat >rules/harbour.yaml <<'RULES'
facts:
  - id: lighthouse-opened
    subject: Skerry Lighthouse
    predicate: opened
    date: 1872-10-01
RULES
cp rules/harbour.yaml 'the desk/rules'
echo 'The Skerry Lighthouse opened in 1872.' >articles/right.txt
echo 'The Skerry Lighthouse opened in 1875.' >'articles/wrong year.txt'
cp 'articles/wrong year.txt' 'the desk/-wrong.txt'

fail() {
  printf 'action trial: %s\n%s\n' "$*" "$said" >&2
  exit 1
}
# Runs the action with inputs; what it says goes to $said, standard error too, and must hold $2...
#   trial STATUS WORDS... -- INPUTS...
trial() {
  local wanted=$1 words=()
  shift
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  shift
  local status=0
  said=$("$tools/bin/python" "$root/tests/action/run_action.py" "$root" "$@" 2>&1) || status=$?
  [ "$status" = "$wanted" ] || fail "exit status $status instead of $wanted with: $*"
  local word
  for word in "${words[@]}"; do [[ $said == *"$word"* ]] || fail "lacks: $word"; done
}

with=binary=$factlint
trial 1 '::error file=articles/wrong year.txt,line=1,' 'expects 1872-10-01' 'output status=1' \
  'output sarif=factlint.sarif' $'summary:\nEarlier words.\n### factlint: 1 claim conflicts' -- "$with" \
  paths=articles
grep -q '"ruleId":"lighthouse-opened"' factlint.sarif || fail 'no result in the SARIF file'
trial 0 'output status=0' 'nothing conflicts' -- "$with" $'paths=articles/right.txt\n'
trial 0 '::error file=' 'output status=0' -- "$with" fail-on=never \
  $'paths=articles/right.txt\narticles/wrong year.txt'
trial 1 'output sarif=the desk/out.sarif' '::error file=-wrong.txt' -- "$with" \
  'working-directory=the desk' sarif=out.sarif paths=-wrong.txt $'arguments=--date\n2024-05-02'
[ -f 'the desk/out.sarif' ] || fail 'the SARIF file is not where the output says'
trial 2 '::error file=nowhere,title=no-such-path' 'output status=2' 'not all could be checked' -- \
  "$with" paths=nowhere
trial 0 'output status=0' $'summary:\nEarlier words.' -- "$with" paths=articles/right.txt summary=false
[[ $said != *'nothing conflicts'* ]] || fail 'there is a summary that was not wanted'
# An input is never a command.
trial 2 'no-such-path' -- "$with" 'paths=$(touch taken); touch taken'
[ ! -e taken ] || fail 'an input was run as a command'

export RUNNER_TEMP=$scratch/runner CARGO_TARGET_DIR=$target
mkdir "$RUNNER_TEMP"
trial 0 'factlint 0.' 'output status=0' -- paths=articles/right.txt
[ -x "$RUNNER_TEMP/factlint/bin/factlint" ] || fail 'nothing was installed'

echo 'action trial: annotations, SARIF file, summary, outputs and status are as promised'
