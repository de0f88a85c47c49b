#!/usr/bin/env bash
# Runs the check: annotations on standard output, diagnostics on standard error, a SARIF file, and a
# summary of the job. Ends with factlint's exit status.
#
# Takes FACTLINT, the binary; FACTLINT_PATHS, FACTLINT_RULES and FACTLINT_ARGUMENTS, one a line;
# FACTLINT_FAIL_ON, FACTLINT_SARIF, FACTLINT_SUMMARY, FACTLINT_FOLDER; and from the runner
# GITHUB_OUTPUT and GITHUB_STEP_SUMMARY.
set -euo pipefail

# The lines of $1 that are not empty, in `lines`.
lines_of() {
  lines=()
  while IFS= read -r line; do
    line=${line%$'\r'}
    [ -z "$line" ] || lines+=("$line")
  done <<<"$1"
}

arguments=(--format github --format "sarif=$FACTLINT_SARIF" --format human=/dev/stderr)
summary=
if [ "${FACTLINT_SUMMARY:-true}" = true ]; then
  summary=$(mktemp)
  trap 'rm -f "$summary"' EXIT
  arguments+=(--format "markdown=$summary")
fi
lines_of "${FACTLINT_RULES:-}"
for rule in ${lines[@]+"${lines[@]}"}; do arguments+=(--rules "$rule"); done
[ -z "${FACTLINT_FAIL_ON:-}" ] || arguments+=(--fail-on "$FACTLINT_FAIL_ON")
lines_of "${FACTLINT_ARGUMENTS:-}"
arguments+=(${lines[@]+"${lines[@]}"})
lines_of "${FACTLINT_PATHS:-}"
# A path that begins with a dash is a path.
[ ${#lines[@]} = 0 ] || arguments+=(-- "${lines[@]}")

status=0
"$FACTLINT" check "${arguments[@]}" || status=$?

# Appended: steps before this one may have written to it.
[ -z "$summary" ] || cat "$summary" >>"$GITHUB_STEP_SUMMARY"
sarif=$FACTLINT_SARIF
[[ $sarif == /* || ${FACTLINT_FOLDER:-.} == . ]] || sarif=$FACTLINT_FOLDER/$sarif
printf 'sarif=%s\nstatus=%s\n' "$sarif" "$status" >>"$GITHUB_OUTPUT"
exit "$status"
