"""Reads all reports of one run as their readers do, and holds them against each other.

    read_reports.py ROOT RUN STATUS     reads RUN.json, RUN.sarif ... in the current folder
"""

import json
import pathlib
import sys
from urllib.parse import unquote

import jsonschema
import junitparser
from lxml import etree

root, run, status = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def text(form):
    return pathlib.Path(f"{run}.{form}").read_text(encoding="utf-8")


def schema(path):
    return json.loads((root / path).read_text(encoding="utf-8"))


def valid(instance, schema, form):
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    errors = list(validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(instance))
    for error in errors[:5]:
        print(f"{run}.{form}: {error.json_path}: {error.message}", file=sys.stderr)
    assert not errors, f"{run}.{form} is not valid"


report_schema = schema("schemas/report.schema.json")
report = json.loads(text("json"))
valid(report, report_schema, "json")
lines = [json.loads(line) for line in text("jsonl").splitlines()]
for line in lines:
    valid(line, {**report_schema, "$ref": "#/$defs/claim", "required": [], "properties": {}}, "jsonl")
assert lines == report["claims"]

conflicts = [claim for claim in report["claims"] if claim["verdict"] == "conflicts"]
problems = report["problems"]
assert status == (2 if problems else 1 if any(c["severity"] == "error" for c in conflicts) else 0)
prints = [claim["fingerprint"] for claim in conflicts]
assert len(set(prints)) == len(prints), "two conflicts share a fingerprint"
paths = [claim["path"] for claim in conflicts]

sarif = json.loads(text("sarif"))
valid(sarif, schema("tests/schemas/sarif-2.1.0-rtm.5.json"), "sarif")
(sarif_run,) = sarif["runs"]
results = sarif_run["results"]
places = [result["locations"][0]["physicalLocation"] for result in results]
assert [unquote(place["artifactLocation"]["uri"]) for place in places] == paths
assert [result["partialFingerprints"]["factlintConflict/v1"] for result in results] == prints
assert {result["ruleId"] for result in results} == {r["id"] for r in sarif_run["tool"]["driver"]["rules"]}
for place, claim in zip(places, conflicts):
    # Read as a reader would: lines of the file, columns in code points.
    region = place["region"]
    line = pathlib.Path(claim["path"]).read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == claim["text"]

gitlab = json.loads(text("gitlab"))
valid(gitlab, schema("tests/schemas/gitlab.schema.json"), "gitlab")
assert [issue["location"]["path"] for issue in gitlab] == paths + [p["path"] for p in problems]
assert len({issue["fingerprint"] for issue in gitlab}) == len(gitlab)

rdjson = json.loads(text("rdjson"))
valid(rdjson, schema("tests/schemas/rdjson.schema.json"), "rdjson")
assert len(rdjson["diagnostics"]) == len(conflicts) + len(problems)
for diagnostic, claim in zip(rdjson["diagnostics"], conflicts):
    span = diagnostic["location"]["range"]
    line = pathlib.Path(claim["path"]).read_bytes().splitlines()[span["start"]["line"] - 1]
    said = line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode()
    assert said == claim["text"], (said, claim["text"])

xsd = etree.XMLSchema(etree.parse(root / "tests/schemas/junit-10.xsd"))
xsd.assertValid(etree.parse(f"{run}.junit"))
suites = junitparser.JUnitXml.fromfile(f"{run}.junit")
suites.update_statistics()
assert suites.tests == len(report["claims"]) + len(problems), suites.tests
assert (suites.failures, suites.errors) == (len(conflicts), len(problems))
assert suites.skipped == report["summary"]["unjudged"]

checkstyle = etree.parse(f"{run}.checkstyle").getroot()
rows = checkstyle.findall("file/error")
assert len(rows) == len(conflicts) + len(problems)
for row, claim in zip(rows, conflicts):
    assert (int(row.get("line")), int(row.get("column"))) == (claim["line"], claim["column"])

commands = text("github").splitlines()
assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in commands)
for level in ["error", "warning", "notice"]:
    assert sum(line.startswith(f"::{level} ") for line in commands) <= 10
shown = text("markdown").count("\n| error |") + text("markdown").count("\n| warning |")
assert shown + text("markdown").count("\n| info |") == len(conflicts) + len(problems)

print(f"{run}: {len(report['claims'])} claims, {len(conflicts)} conflicts, {len(problems)} problems read back")
