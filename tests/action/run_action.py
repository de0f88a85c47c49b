"""Runs the steps of action.yml in order as the runner does, in the current folder.

    run_action.py ACTION_FOLDER NAME=VALUE...     inputs that differ from their defaults

Steps that use another action are left out; expressions are those that action.yml needs. Prints what
the steps print, then the outputs and the summary, and exits as the first step that failed.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from ruamel.yaml import YAML

folder = pathlib.Path(sys.argv[1]).resolve()
action = YAML(typ="safe").load(folder / "action.yml")
inputs = {name: str(spec["default"]) for name, spec in action["inputs"].items()}
given = dict(pair.split("=", 1) for pair in sys.argv[2:])
assert given.keys() <= inputs.keys(), given
inputs |= given
outputs = {}


def evaluated(text):
    def value(match):
        kind, *names = match[1].strip().split(".")
        if kind == "inputs":
            return inputs[names[0]]
        step, _, name = names
        assert kind == "steps" and names[1] == "outputs", match[0]
        return outputs.get(step, {}).get(name, "")

    return re.sub(r"\$\{\{(.*?)\}\}", value, str(text))


def is_wanted(step):
    condition = step.get("if")
    if condition is None:
        return True
    name, wanted = re.fullmatch(r"inputs\.(\S+) == '(.*)'", condition).groups()
    return inputs[name] == wanted


status = 0
with tempfile.TemporaryDirectory() as temp:
    summary = pathlib.Path(temp, "summary")
    summary.write_text("Earlier words.\n")
    for step in action["runs"]["steps"]:
        if "uses" in step or not is_wanted(step) or status:
            continue
        written = pathlib.Path(temp, "output")
        written.write_text("")
        env = {
            **os.environ,
            "GITHUB_ACTION_PATH": str(folder),
            "GITHUB_OUTPUT": str(written),
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": os.environ.get("RUNNER_TEMP", temp),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            **{name: evaluated(value) for name, value in step.get("env", {}).items()},
        }
        # As the runner starts `shell: bash`.
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", evaluated(step["run"])]
        where = evaluated(step.get("working-directory", "."))
        sys.stdout.flush()
        status = subprocess.run(command, env=env, cwd=where, stdin=subprocess.DEVNULL).returncode
        rows = [line.split("=", 1) for line in written.read_text().splitlines()]
        outputs[step["id"]] = dict(rows)
    for name, spec in action["outputs"].items():
        print(f"output {name}={evaluated(spec['value'])}")
    print("summary:", summary.read_text(), sep="\n")
sys.exit(status)
