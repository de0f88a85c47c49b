//! Choosing facts, and weighing them.

use crate::Case;

const RULES: &[u8] = b"facts:
  - {id: quay-opened, subject: Skerry Quay, predicate: opened, date: 2019}
  - {id: quay-completed, subject: Skerry Quay, predicate: completed, date: 2020}
  - {id: mill-closed, subject: Pell Mill, predicate: closed, date: 2016}
";

const ONE_FACT: &[u8] = b"facts:
  - {id: quay-opened, subject: Skerry Quay, predicate: opened, date: 2019}
";

const ARTICLE: &[u8] = b"The Skerry Quay was opened in 2018. The Pell Mill was closed in 2017.\n";

const FILES: &[(&str, &[u8])] = &[("rules/accords.yaml", RULES), ("a.txt", ARTICLE)];

/// Runs `check` with these flags.
#[track_caller]
fn check(flags: &str, status: i32, stdout: &[&str], absent: &[&str]) {
    let args = &format!("check a.txt --format short {flags}");
    Case { files: FILES, args, status, stdout, absent, ..Case::default() }.check();
}

#[test]
fn facts_that_are_not_chosen_are_not_heard_of() {
    check("", 1, &["quay-opened", "mill-closed"], &[]);
    check("--select quay-opened", 1, &["quay-opened"], &["mill-closed"]);
    check("--select m*", 1, &["mill-closed"], &["quay-opened"]);
    check("--ignore mill-closed,quay-*d", 2, &[], &["quay-opened", "mill-closed"]);
    check("--select quay-completed,quay-opened --ignore *-opened", 0, &[], &["quay", "mill"]);
    // What is not chosen is not counted as never mentioned either.
    Case {
        files: FILES,
        args: "check a.txt --select quay-*",
        status: 1,
        stdout: &["1 of 2 facts never mentioned", "1 article, 1 claim"],
        ..Case::default()
    }
    .check();
}

/// A bare year beside a name that two facts are about is heard only when it agrees: whether one of
/// them is left out makes no difference to the other, where a rule file without it would.
#[test]
fn leaving_a_fact_out_changes_no_other_verdict() {
    let article = b"The Skerry Quay (2015) is busy.\n";
    let files = &[FILES[0], ("a.txt", &article[..]), ("one/a.yaml", ONE_FACT)];
    let verdict = |flags: &str, status| {
        let args = &format!("check a.txt --format json {flags}");
        let outcome = Case { files, args, status, ..Case::default() }.check();
        let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
        let claims = report["claims"].as_array().unwrap();
        let claim = claims.iter().find(|claim| claim["fact"] == "quay-opened").unwrap();
        claim["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict("", 0), "unjudged");
    assert_eq!(verdict("--select quay-opened", 0), "unjudged");
    assert_eq!(verdict("--rules one", 1), "conflicts");
}

#[test]
fn an_unknown_id_is_an_error_with_a_suggestion() {
    let stderr = &["--select quay-opend", "did you mean quay-opened?"];
    let args = "check a.txt --select quay-opend";
    Case { files: FILES, args, status: 2, stderr, ..Case::default() }.check();
    let stderr = &["no fact has an id like harbour-*"];
    let args = "list --ignore harbour-*";
    Case { files: FILES, args, status: 2, stderr, ..Case::default() }.check();
    let stderr = &["unclosed character class"];
    let args = "check a.txt --select quay-[";
    Case { files: FILES, args, status: 2, stderr, ..Case::default() }.check();
}

#[test]
fn severities_of_one_run() {
    check("--severity *=warning", 0, &["quay-opened", "mill-closed"], &[]);
    check("--severity *=warning --fail-on warning", 1, &[], &[]);
    check("--severity *=info --severity mill-closed=error", 1, &[], &[]);
    let stderr = &["the severities are error, warning, info"];
    let args = "check a.txt --severity mill-closed=grave";
    Case { files: FILES, args, status: 2, stderr, ..Case::default() }.check();
}

#[test]
fn other_commands_choose_too() {
    let rules = "--ignore mill-*";
    let args = &format!("list {rules}");
    let stdout = &["quay-opened", "2 facts in 1 file"];
    Case { files: FILES, args, stdout, absent: &["mill-closed"], ..Case::default() }.check();
    let args = &format!("test --coverage {rules}");
    let stdout = &["quay-opened"];
    Case { files: FILES, args, stdout, absent: &["mill-closed"], ..Case::default() }.check();
}
