#!/usr/bin/env bash
# Where factlint's binary is, for the steps that follow.
#
#   action/install.sh key    outputs folder=, where it is kept, and key=, which its source decides
#   action/install.sh        builds it unless it is there, or FACTLINT_BINARY names one; outputs binary=
#
# Takes from the runner: GITHUB_OUTPUT, RUNNER_TEMP, RUNNER_OS, RUNNER_ARCH.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$RUNNER_TEMP/factlint

if [ "${1:-}" = key ]; then
  digest=$(cd "$source" && find src Cargo.toml Cargo.lock -type f -print0 | LC_ALL=C sort -z |
    xargs -0 cat | git hash-object --stdin)
  printf 'folder=%s\nkey=factlint-%s-%s-%s\n' "$folder" "$RUNNER_OS" "$RUNNER_ARCH" "$digest" \
    >>"$GITHUB_OUTPUT"
  exit
fi

binary=${FACTLINT_BINARY:-}
if [ -z "$binary" ]; then
  binary=$folder/bin/factlint
  [ "$RUNNER_OS" != Windows ] || binary+=.exe
  [ -x "$binary" ] || cargo install --quiet --locked --path "$source" --root "$folder"
fi
"$binary" --version
printf 'binary=%s\n' "$binary" >>"$GITHUB_OUTPUT"
