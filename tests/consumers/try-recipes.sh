#!/usr/bin/env bash
# Tries the recipes of docs/ci.md as they are written: configurations against the schemas of those
# who read them, shell recipes in a repository of their own. For `cargo install` and reviewdog,
# which would need a network, stands something that does nothing and something that counts.
#
#   tests/consumers/try-recipes.sh     needs a release build (or FACTLINT=path/to/factlint), python3,
#                                      git, jq
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/{bin,recipes,paper/articles,paper/rules}
recipes=$scratch/recipes
"$tools/bin/python" "$root/tests/consumers/recipes.py" "$root/docs/ci.md" "$recipes"

check-jsonschema --builtin-schema vendor.github-workflows "$recipes"/*/.github/workflows/facts.yml
check-jsonschema --builtin-schema vendor.gitlab-ci "$recipes"/*/.gitlab-ci.yml
# The action has the inputs and outputs that the page names.
"$tools/bin/python" - "$root/action.yml" "$root/docs/ci.md" <<'PYTHON'
import re, sys
from ruamel.yaml import YAML
action, page = YAML(typ="safe").load(open(sys.argv[1])), open(sys.argv[2], encoding="utf-8").read()
rows = page.split("| input | meaning | default |\n")[1].split("\n\n")[0]
assert re.findall(r"^\| `([\w-]+)`", rows, re.M) == list(action["inputs"]), rows
for name in action["outputs"]:
    assert f"`{name}`" in page.split("Outputs:")[1].split("\n")[0], name
PYTHON

ln -s "$factlint" "$scratch/bin/factlint"
printf '#!/bin/sh\nexit 0\n' >"$scratch/bin/cargo"
printf '#!/bin/sh\njq -e ".diagnostics | length == 0" >/dev/null\n' >"$scratch/bin/reviewdog"
chmod +x "$scratch/bin/"*
PATH=$scratch/bin:$PATH

cd "$scratch/paper"
export GIT_AUTHOR_NAME=Editor GIT_AUTHOR_EMAIL=editor@example.org
export GIT_COMMITTER_NAME=Editor GIT_COMMITTER_EMAIL=editor@example.org
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
cat >rules/lighthouse.yaml <<'RULES'
facts:
  - id: lighthouse-opened
    subject: Skerry Lighthouse
    predicate: opened
    date: 1872-10-01
    examples:
      agrees: [The Skerry Lighthouse opened in 1872.]
RULES
echo 'The Skerry Lighthouse opened in 1872.' >articles/right.txt
git init --quiet --initial-branch main
git add --all
git commit --quiet -m 'a right article'

# Runs a recipe and holds its status against what it should be.
try() {
  local wanted=$1 recipe=$2 status=0
  said=$(sh "$recipe" 2>&1) || status=$?
  if [ "$status" != "$wanted" ]; then
    printf '%s\nrecipe trial: exit status %s instead of %s from:\n' "$said" "$status" "$wanted" >&2
    cat "$recipe" >&2
    exit 1
  fi
}
says() {
  [[ $said == *"$1"* ]] || { printf '%s\nrecipe trial: lacks %s\n' "$said" "$1" >&2 && exit 1; }
}
of() { grep -l -- "$1" "$recipes"/*.sh; }

gate=$(of 'factlint test') changed=$(of 'diff-filter') new=$(of 'join -v') dog=$(of reviewdog)
: >yesterday
try 0 "$gate" && says 'nothing conflicts'
try 0 "$recipes/gitlab.sh"
try 0 "$changed"
try 0 "$new"
try 0 "$dog"

echo 'The Skerry Lighthouse opened in 1875.' >articles/$'a wrong\nyear.txt'
git add --all
try 1 "$gate" && says 'facts: see summary.md'
grep -q '1 claim conflicts' summary.md
try 1 "$recipes/gitlab.sh"
grep -q blocker gl-code-quality-report.json && exit 1
grep -q '"severity":"major"' gl-code-quality-report.json
grep -q '<failure' factlint.xml
try 123 "$changed" && says 'year.txt:1:'
try 0 "$new" && says 'expects 1872-10-01'
mv today yesterday
try 0 "$new"
[ -z "$said" ] || { echo "recipe trial: an old conflict is new: $said" >&2 && exit 1; }
try 1 "$dog"

echo 'facts: [' >rules/bad.yaml
try 2 "$gate"
echo 'recipe trial: the recipes of docs/ci.md do what the page says'
