"""The fenced blocks of docs/ci.md as files, for try-recipes.sh.

    recipes.py PAGE FOLDER

A YAML block is named by the comment in its first line; a shell block by its section and number. The
`script` of a GitLab job becomes a shell script too.
"""

import pathlib
import re
import sys

from ruamel.yaml import YAML

page, folder = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[2])
number = 0
for language, text in re.findall(r"^```(\w+)\n(.*?)^```$", page, re.M | re.S):
    number += 1
    if language == "yaml":
        name = re.match(r"# (\S+)\n", text)[1]
        file = folder / f"{number:02}" / name
    else:
        file = folder / f"{number:02}.sh"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if file.name == ".gitlab-ci.yml":
        (job,) = YAML(typ="safe").load(text).values()
        (folder / "gitlab.sh").write_text("\n".join(["set -e", *job["script"]]) + "\n", encoding="utf-8")
