#!/usr/bin/env bash
# Tries the hooks of .pre-commit-hooks.yaml as a stranger would: the real pre-commit, a repository
# of its own, this repository's last commit as the hooks' home. What git says is shown as it comes.
#
#   tests/hooks/try-pre-commit.sh [FOLDER]     FOLDER keeps pre-commit itself between runs
set -euo pipefail

pre_commit_version=4.7.0
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# One target folder for all, so that the hook's build finds the dependencies built before.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}
[[ $CARGO_TARGET_DIR == /* ]] || CARGO_TARGET_DIR=$root/$CARGO_TARGET_DIR
tools=${1:-$CARGO_TARGET_DIR/tools}

venv=$tools/pre-commit-$pre_commit_version
if [ ! -x "$venv/bin/pre-commit" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "pre-commit==$pre_commit_version"
fi
PATH=$venv/bin:$PATH

pre-commit validate-manifest "$root/.pre-commit-hooks.yaml"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PRE_COMMIT_HOME=$scratch/home
export GIT_AUTHOR_NAME=Editor GIT_AUTHOR_EMAIL=editor@example.org
export GIT_COMMITTER_NAME=Editor GIT_COMMITTER_EMAIL=editor@example.org
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE

revision=$(git -C "$root" rev-parse HEAD)
mkdir "$scratch/paper"
cd "$scratch/paper"
git init --quiet
cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $root
    rev: $revision
    hooks:
      - id: factlint
      - id: factlint-all
CONFIG
mkdir rules articles
cat >rules/lighthouse.yaml <<RULES
facts:
  - id: lighthouse-lit
    subject: Skerry Lighthouse
    predicate: [lit, opened]
    date: 1872-10-01
RULES
pre-commit install >/dev/null

fail() {
  printf 'hook trial: %s\n' "$*" >&2
  exit 1
}
# Tries a commit of everything; its output goes to $said and is shown.
commit() {
  printf '\n$ git commit -m "%s"\n' "$1"
  git add --all
  status=0
  said=$(git commit -m "$1" 2>&1 </dev/null) || status=$?
  printf '%s\n' "$said"
}

echo 'The Skerry Lighthouse opened in October 1872.' >articles/right.txt
commit 'an article with the right year'
[ "$status" = 0 ] || fail 'a right article was refused'

echo 'The Skerry Lighthouse opened in 1875.' >articles/wrong.md
commit 'an article with a wrong year'
[ "$status" != 0 ] || fail 'a wrong year was let through'
for words in 'error[lighthouse-lit]' 'articles/wrong.md:1:' 'rules/lighthouse.yaml:5:'; do
  [[ $said == *"$words"* ]] || fail "the diagnostic does not show $words"
done
[[ $said != *right.txt* ]] || fail 'an article that was not touched was checked'

echo 'The Skerry Lighthouse opened in 1872.' >articles/wrong.md
commit 'the year corrected'
[ "$status" = 0 ] || fail 'the corrected article was refused'

sed -i.bak 's/1872-10-01/1873-10-01/' rules/lighthouse.yaml && rm rules/lighthouse.yaml.bak
commit 'a fact changed under two articles'
[ "$status" != 0 ] || fail 'a changed fact was not held against the articles'
for words in articles/right.txt articles/wrong.md; do
  [[ $said == *"$words"* ]] || fail "the whole-tree hook did not check $words"
done

# As somebody who went past the hooks.
git commit --quiet --no-verify -m 'the changed fact' && echo 'fail-on: error' >factlint.yaml
commit 'a setting changed under two articles'
[ "$status" != 0 ] || fail 'a changed setting did not start the whole-tree hook'
[[ $said == *articles/right.txt* ]] || fail 'the whole-tree hook did not check articles/right.txt'

printf '\nhook trial: a wrong year is refused, a right one passes, a changed fact or setting is held against all\n'
