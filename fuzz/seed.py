#!/usr/bin/env python3
"""Lays out what the targets begin with: the articles, rules and cases of the project, in fuzz/corpus."""

import hashlib
import pathlib
import re
import zipfile

FUZZ = pathlib.Path(__file__).resolve().parent
ROOT = FUZZ.parent
TEXTS = {"txt": "plain", "md": "markdown", "html": "html", "rst": "rst", "adoc": "asciidoc"}
LIFTED = ["plain", "markdown", "html", "rst", "asciidoc"]


def seed(target, data):
    folder = FUZZ / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def lifting_cases(name):
    """The texts in src/document/cases/NAME.txt: each between `=== title` and `===>`."""
    text = (ROOT / f"src/document/cases/{name}.txt").read_text()
    for case in re.split(r"(?m)^=== .*\n", text)[1:]:
        yield re.split(r"(?m)^===>", case)[0].encode()


def check(name, data):
    seed("check", bytes([LIFTED.index(name)]) + data)


for path in [*ROOT.glob("seeds/*"), *ROOT.glob("tests/challenge/*/article*")]:
    name = TEXTS.get(path.suffix[1:])
    if name:
        seed(f"lift_{name}", path.read_bytes()[:4000])
        seed("lift_bytes", path.read_bytes()[:4000])
        check(name, path.read_bytes()[:4000])
        for line in path.read_text().splitlines():
            for sentence in re.split(r"(?<=\. )", line)[:4]:
                seed("read_dates", sentence.encode())
                seed("read_amounts", sentence.encode())
for name in LIFTED:
    for case in lifting_cases(name):
        seed(f"lift_{name}", case)
        seed("lift_bytes", case)
        check(name, case)
for name in ["docx", "odt"]:
    for case in lifting_cases(name):
        seed("lift_office", case)
seed("lift_bytes", b'{"id": "a", "text": "x \\u00e9 \\n in 2016", "date": "2021-01-27", "format": "html"}')
seed("lift_bytes", b'<meta charset="windows-1252"><p>Caf\xe9 2016')
seed("lift_bytes", "\ufeffThe pact, 2016".encode("utf-16-le"))
seed("lift_bytes", "条約は2016年に".encode("shift_jis"))
for path in [*ROOT.glob("src/value/*/cases.yaml"), *ROOT.glob("src/value/date/cases/*.yaml")]:
    target = "read_dates" if "/date/" in str(path) else "read_amounts"
    for line in path.read_text().splitlines():
        seed(target, line.strip(" -\"'").replace("[", "").replace("]", "").encode())
for path in [*ROOT.glob("rules/*"), *ROOT.glob("tests/challenge/*/rules.yaml"), FUZZ / "kinds.yaml"]:
    text = path.read_text()
    facts = re.split(r"(?m)^(?=  - )", text)
    for fact in facts[1:]:
        seed("rules", (facts[0] + fact).encode())
for case in re.findall(r"(?s)```yaml\n(.*?)```", (ROOT / "src/rules/cases.md").read_text()):
    seed("rules", case.encode())
