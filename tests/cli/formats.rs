//! Real verdicts, in every format and with every way to fail on them.

use crate::Case;

const ARTICLES: &[(&str, &[u8])] = &[
    ("a.txt", b"The Kestrel Accord was signed in 2016.\n"),
    ("b.txt", b"The Kestrel Accord was signed in 2017.\n"),
    ("c.txt", b"The Kestrel Accord was not signed in 2015.\n"),
];

/// Two claims conflict, one agrees, one is a question.
const COUNTED: &[(&str, &[u8])] = &[(
    "a.txt",
    b"The Kestrel Accord was signed in 2016. The Kestrel Accord was signed in 2017.\n\n\
      Was the Kestrel Accord signed in 2015? The Kestrel Accord was signed in 2018.\n",
)];

const COUNTS: [&str; 2] =
    ["kestrel-signed         2      1         1", "question         1  a question"];

#[test]
fn statistics_follow_the_report() {
    let args = "check a.txt --format short --statistics";
    let stdout = &["a.txt:1:34: agrees", COUNTS[0], COUNTS[1]];
    Case { files: COUNTED, args, status: 1, stdout, ..Case::default() }.check();
    // A report for a machine stays what it is.
    let args = "check a.txt --format json --statistics";
    let outcome = Case { files: COUNTED, args, status: 1, stderr: &COUNTS, ..Case::default() };
    let report: serde_json::Value = serde_json::from_str(&outcome.check().stdout).unwrap();
    assert_eq!(report["summary"]["claims"], 4);
}

#[test]
fn a_report_for_a_person() {
    Case {
        files: ARTICLES,
        args: "check",
        status: 1,
        stdout: &[
            "kestrel-signed",
            "b.txt:1:34",
            "says 2017",
            "about Kestrel Accord",
            "expects 2016-08-29",
            "rules/accords.yaml:6:11",
            "https://example.org/kestrel",
            "agrees  a.txt:1:34  kestrel-signed  2016",
            "the text denies it",
            "3 articles, 3 claims: 1 agrees, 1 conflicts, 1 unjudged",
        ],
        absent: &["\x1b"],
        ..Case::default()
    }
    .check();
}

#[test]
fn quiet_and_verbose() {
    Case {
        files: ARTICLES,
        args: "check -q",
        status: 1,
        stdout: &["says 2017", "3 articles"],
        absent: &["agrees  a.txt", "denies"],
        ..Case::default()
    }
    .check();
    Case {
        files: ARTICLES,
        args: "check -v",
        status: 1,
        stdout: &["unjudged  c.txt:1:38  kestrel-signed  2015  the text denies it"],
        ..Case::default()
    }
    .check();
}

#[test]
fn one_line_a_finding() {
    let outcome =
        Case { files: ARTICLES, args: "check --format short", status: 1, ..Case::default() }
            .check();
    assert_eq!(
        outcome.stdout,
        "a.txt:1:34: agrees kestrel-signed: says 2016, agrees with 2016-08-29\n\
         b.txt:1:34: conflicts kestrel-signed: says 2017, expected 2016-08-29\n"
    );
}

#[test]
fn json_spans_are_those_of_the_file() {
    let outcome =
        Case { files: ARTICLES, args: "check --format json", status: 1, ..Case::default() }.check();
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let claims = report["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 3);
    for claim in claims {
        let at = |key: &str| claim[key].as_u64().unwrap() as usize;
        let path = claim["path"].as_str().unwrap();
        let (_, text) = ARTICLES.iter().find(|(known, _)| *known == path).unwrap();
        assert_eq!(&text[at("start")..at("end")], claim["text"].as_str().unwrap().as_bytes());
    }
}

#[test]
fn jsonl_has_one_claim_a_line() {
    let outcome =
        Case { files: ARTICLES, args: "check --format jsonl", status: 1, ..Case::default() }
            .check();
    assert_eq!(outcome.stdout.lines().count(), 3);
}

#[test]
fn what_fails_a_check() {
    let warning = b"facts:\n  - id: kestrel-signed\n    subject: [Kestrel Accord]\n    \
                    predicate: signed\n    date: 2016\n    severity: warning\n";
    let files = [ARTICLES[1], ("warning.yaml", &warning[..])];
    for (fail_on, status) in [("error", 0), ("warning", 1), ("info", 1), ("never", 0)] {
        let args = &format!("check b.txt --rules warning.yaml --fail-on {fail_on}");
        Case { files: &files, args, status, stdout: &["1 conflicts"], ..Case::default() }.check();
    }
}

#[test]
fn what_could_not_be_done_outweighs_a_conflict() {
    Case {
        files: ARTICLES,
        args: "check b.txt nowhere.txt",
        status: 2,
        stdout: &["1 conflicts"],
        ..Case::default()
    }
    .check();
}

#[test]
fn examples_that_come_out() {
    Case {
        args: "test",
        stdout: &["3 examples: 3 validated, 0 noisy, 0 missing, 0 wrong"],
        ..Case::default()
    }
    .check();
}

#[test]
fn examples_that_do_not_come_out() {
    let rules = b"facts:\n  - id: kestrel-signed\n    subject: [Kestrel Accord]\n    \
                  predicate: signed\n    date: 2016\n    examples:\n      agrees:\n        \
                  - The Kestrel Accord was signed in 2017.\n        - Nothing of it.\n      \
                  ignores: [The Kestrel Accord was signed in 2016.]\n";
    Case {
        files: &[("wrong.yaml", rules)],
        args: "test wrong.yaml",
        status: 1,
        stdout: &[
            "wrong: it conflicts",
            "wrong.yaml:8:",
            "missing: nothing was judged in it",
            "noisy: it was judged",
            "3 examples: 0 validated, 1 noisy, 1 missing, 1 wrong",
        ],
        ..Case::default()
    }
    .check();
}

#[test]
fn list_counts_what_was_seen() {
    Case {
        files: ARTICLES,
        args: "list .",
        stdout: &["1 agreeing, 1 conflicting, 1 unjudged", "0 never seen in 3 articles"],
        ..Case::default()
    }
    .check();
}
