//! `list`, `explain`, `inspect` and `test` where they need no verdicts.

use crate::Case;

#[test]
fn list_shows_facts_by_file() {
    Case {
        args: "list",
        stdout: &["rules/accords.yaml", "kestrel-signed", "date 2016-08-29", "1 fact in 1 file"],
        ..Case::default()
    }
    .check();
}

#[test]
fn explain_shows_everything_about_a_fact() {
    Case {
        args: "explain kestrel-signed",
        stdout: &[
            "rules/accords.yaml:3",
            "date 2016-08-29",
            "Kestrel Accord",
            "signing",
            "https://example.org/kestrel",
        ],
        ..Case::default()
    }
    .check();
}

#[test]
fn explain_suggests_an_id() {
    Case {
        args: "explain kestrel-sined",
        status: 2,
        stderr: &["kestrel-sined", "did you mean kestrel-signed?"],
        ..Case::default()
    }
    .check();
}

#[test]
fn inspect_needs_no_rules() {
    let outcome = Case {
        files: &[("a.txt", b"date 2021-01-27\n\nIt opened in 2016.\n")],
        without_rules: true,
        args: "inspect . --format json",
        ..Case::default()
    }
    .check();
    let seen: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let article = &seen["articles"][0];
    assert_eq!(article["path"], "a.txt");
    assert_eq!(article["date"], "2021-01-27");
    assert_eq!(article["date_from"], "header");
    let values = article["values"].as_array().unwrap();
    assert!(values.iter().any(|value| value["kind"] == "date" && value["value"] == "2016"));
    assert!(article["mentions"].is_array() && article["claims"].is_array());
}

#[test]
fn coverage_names_facts_that_lack_examples() {
    let rules = b"facts:\n  - id: bare\n    subject: [Heron Pact]\n    predicate: signed\n    \
                  date: 2016\n";
    Case {
        files: &[("bare.yaml", rules)],
        args: "test bare.yaml --coverage",
        stdout: &["bare  no agreeing, conflicting or ignored example", "0 examples"],
        ..Case::default()
    }
    .check();
}

#[test]
fn schemas_are_printed_whole() {
    for of in ["rules", "config"] {
        let args = &format!("schema {of}");
        let outcome = Case { args, ..Case::default() }.check();
        let path = format!("{}/schemas/{of}.schema.json", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(outcome.stdout, std::fs::read_to_string(path).unwrap());
    }
}

#[test]
fn every_shell_completes_every_flag() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let args = &format!("completions {shell}");
        Case { args, stdout: &["fail-on", "show-files"], ..Case::default() }.check();
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let stdout = &[".TH factlint 1", "Exit status:", "factlint\\-check(1)"];
    Case { args: "man", stdout, ..Case::default() }.check();
    let stdout = &[".TH factlint-check 1", "\\-\\-fail\\-on"];
    Case { args: "man check", stdout, ..Case::default() }.check();
    let stderr = &["no command chek", "did you mean check?"];
    Case { args: "man chek", status: 2, stderr, ..Case::default() }.check();
}

#[test]
fn help_and_version() {
    Case { args: "--version", stdout: &["factlint 0."], ..Case::default() }.check();
    Case { args: "check --help", stdout: &["--fail-on", "--rules"], ..Case::default() }.check();
    Case { args: "", status: 2, stderr: &["Usage"], ..Case::default() }.check();
}
