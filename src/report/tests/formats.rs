//! Each format on the same findings.

use super::{case, shown};
use crate::judge::{Reason, Verdict};

const TEXT: &str = "Port Vale.\n\nThe Kestrel Accord was signed in 2017.\n";

#[test]
fn a_conflict_for_a_person() {
    let case = case(TEXT, "Kestrel Accord", "2017", Verdict::Conflicts);
    insta::assert_snapshot!(shown(&case, "human", 60), @r"
    error[kestrel-signed]

      × Kestrel Accord, signed: 2017 conflicts with 2016-08-29
       ╭─[articles/kestrel.txt:3:34]
     3 │ The Kestrel Accord was signed in 2017.
       ·     ───────┬──────               ──┬─
       ·            │                       ╰── says 2017
       ·            ╰── about Kestrel Accord
       ╰────
       ╭─[rules/accords.yaml:6:11]
     6 │     date: 2016-08-29
       ·           ─────┬────
       ·                ╰── expects 2016-08-29
       ╰────
      help: nearest accepted value: 2016-08-29
            note: Signed in Port Vale by both ministers.
            source: https://example.org/kestrel

    1 article, 1 claim: 0 agree, 1 conflicts, 0 unjudged
    ");
}

#[test]
fn a_conflict_in_one_line() {
    let case = case(TEXT, "Kestrel Accord", "2017", Verdict::Conflicts);
    assert_eq!(
        shown(&case, "short", 60),
        "articles/kestrel.txt:3:34: conflicts kestrel-signed: says 2017, expected 2016-08-29\n"
    );
}

#[test]
fn an_agreement_for_a_person() {
    let case = case(TEXT, "Kestrel Accord", "2017", Verdict::Agrees);
    let report = shown(&case, "human", 60);
    assert_eq!(
        report,
        "agrees  articles/kestrel.txt:3:34  kestrel-signed  2017\n\n\
         1 article, 1 claim: 1 agrees, 0 conflict, 0 unjudged\n"
    );
}

#[test]
fn unjudged_claims_are_counted_by_reason() {
    let case = case(TEXT, "Kestrel Accord", "2017", Verdict::Unjudged(Reason::Negated));
    let report = shown(&case, "human", 60);
    assert!(report.contains("     1  the text denies it"), "{report}");
    assert_eq!(shown(&case, "short", 60), "");
}

#[test]
fn the_object_has_what_the_contract_promises() {
    let case = case(TEXT, "Kestrel Accord", "2017", Verdict::Unjudged(Reason::Negated));
    let report: serde_json::Value = serde_json::from_str(&shown(&case, "json", 60)).unwrap();
    let claim = &report["claims"][0];
    let keys = [
        "fact",
        "verdict",
        "reason",
        "message",
        "severity",
        "path",
        "start",
        "end",
        "line",
        "column",
        "end_line",
        "end_column",
        "text",
        "stated",
        "expected",
        "stance",
        "subject",
        "rule",
        "record",
    ];
    for key in keys {
        assert!(claim.get(key).is_some(), "no {key} in {claim}");
    }
    assert_eq!(claim["reason"], "negated");
    assert_eq!((&claim["line"], &claim["column"]), (&3.into(), &34.into()));
    assert_eq!(claim["rule"]["line"], 6);
    assert_eq!(report["schema"], "factlint.report/1");
    assert_eq!(report["summary"]["unjudged"], 1);
    assert_eq!(report["articles"][0]["path"], "articles/kestrel.txt");
}

#[test]
fn every_line_of_jsonl_is_an_object() {
    let case = case(TEXT, "Kestrel Accord", "2017", Verdict::Conflicts);
    let report = shown(&case, "jsonl", 60);
    let claims: Vec<serde_json::Value> =
        report.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0]["verdict"], "conflicts");
}
