# Sourced: puts the pinned readers of reports on PATH, kept between runs, and names factlint.
#
# Sets: root, tools, factlint. Takes: CARGO_TARGET_DIR, FACTLINT (a built binary).
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
target=${CARGO_TARGET_DIR:-target}
[[ $target == /* ]] || target=$root/$target
factlint=${FACTLINT:-$target/release/factlint}
wanted=$root/tests/consumers/requirements.txt
tools=$target/tools/consumers-$(cksum <"$wanted" | cut -d' ' -f1)
if [ ! -f "$tools/whole" ]; then
  rm -rf "$tools"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
  touch "$tools/whole"
fi
PATH=$tools/bin:$PATH
