//! Reports in files: several of one run, each whole or not there, and no format changes the status.

use crate::Case;

const ARTICLES: &[(&str, &[u8])] = &[
    ("a.txt", b"The Kestrel Accord was signed in 2016.\n"),
    ("b.txt", b"The Kestrel Accord was signed in 2017.\n"),
];

/// Every format, with words that its report of a conflict holds.
const FORMATS: &[(&str, &str)] = &[
    ("human", "says 2017"),
    ("short", "says 2017, expected"),
    ("json", "\"schema\": \"factlint.report/1\""),
    ("jsonl", "\"verdict\":\"conflicts\""),
    ("sarif", "\"ruleId\":\"kestrel-signed\""),
    ("github", "::error file=b.txt,line=1,"),
    ("gitlab", "\"check_name\":\"kestrel-signed\""),
    ("junit", "<failure type=\"error\""),
    ("checkstyle", "<file name=\"b.txt\">"),
    ("rdjson", "\"severity\":\"ERROR\""),
    ("markdown", "### factlint: 1 claim conflicts"),
];

#[test]
fn all_reports_of_one_run() {
    let formats = FORMATS.iter().map(|(format, _)| format!(" --format {format}=report.{format}"));
    let args = format!("check{}", formats.collect::<String>());
    let names: Vec<_> = FORMATS.iter().map(|(format, _)| format!("report.{format}")).collect();
    let written: Vec<_> = names.iter().zip(FORMATS).map(|(name, it)| (&**name, it.1)).collect();
    Case {
        files: ARTICLES,
        args: &args,
        status: 1,
        written: &written,
        unwritten: &[".factlint-"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_report_among_the_articles_is_no_article() {
    let old = b"The Kestrel Accord was signed in 1999.\n";
    Case {
        files: &[("a.txt", b"The Kestrel Accord was signed in 2016.\n"), ("old.md", old)],
        args: "check . --format markdown=old.md --format short=-",
        status: 0,
        stdout: &["a.txt:1:34: agrees"],
        written: &[("old.md", "factlint")],
        ..Case::default()
    }
    .check();
}

/// The help, the list and this table name the same formats.
#[test]
fn the_help_names_every_format() {
    let outcome = Case { args: "check --help", ..Case::default() }.check();
    let wrong = Case { args: "check --format xml", status: 2, ..Case::default() }.check();
    let help: String = outcome.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let names: Vec<_> = FORMATS.iter().map(|(format, _)| *format).collect();
    assert!(help.contains(&format!("How to report: {};", names.join(", "))), "{help}");
    let stderr: String = wrong.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(stderr.contains(&format!("the formats are {}", names.join(", "))), "{stderr}");
}

#[test]
fn no_format_changes_the_status() {
    for (format, _) in FORMATS {
        for (paths, fail_on, status) in
            [("a.txt", "error", 0), ("b.txt", "error", 1), ("b.txt", "never", 0)]
        {
            let args = &format!("check {paths} --fail-on {fail_on} --format {format}");
            Case { files: ARTICLES, args, status, ..Case::default() }.check();
        }
        let args = &format!("check b.txt nowhere.txt --format {format}");
        Case { files: ARTICLES, args, status: 2, ..Case::default() }.check();
    }
}

#[test]
fn a_report_in_a_folder_that_is_not_there() {
    Case {
        files: ARTICLES,
        args: "check --format json=no/such/folder/report.json",
        status: 2,
        stderr: &["no/such/folder/report.json", "cannot be written", "make the folder first"],
        ..Case::default()
    }
    .check();
}

#[test]
fn an_old_report_is_replaced() {
    Case {
        files: &[ARTICLES[1], ("report.md", b"Old words, and many more of them than the new.")],
        args: "check b.txt --format markdown=report.md",
        status: 1,
        written: &[("report.md", "### factlint: 1 claim conflicts")],
        ..Case::default()
    }
    .check();
}

/// When nothing is checked the report says so, and is whole.
#[test]
fn a_report_of_a_run_that_was_not_done() {
    Case {
        files: &[("bad.yaml", b"facts:\n  - id: one\n    subjct: [A]\n    predicate: signed\n")],
        args: "check --rules bad.yaml --format github --format junit=r.xml --format sarif=r.sarif",
        status: 2,
        stdout: &["::error file=bad.yaml,line=3,col=5,title=unknown-key::"],
        written: &[("r.xml", "</testsuites>"), ("r.sarif", "\"executionSuccessful\":false")],
        ..Case::default()
    }
    .check();
}

#[test]
fn two_reports_in_one_place() {
    for args in [
        "check --format json --format short",
        "check --format json=r --format sarif=./r",
        "check --format json=a.txt --format sarif=rules/../a.txt",
    ] {
        Case {
            files: ARTICLES,
            args,
            status: 2,
            stderr: &["two reports", "--format FORMAT=FILE"],
            unwritten: &["r"],
            written: &[("a.txt", "Kestrel")],
            ..Case::default()
        }
        .check();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    Case {
        files: ARTICLES,
        args: "check --format sarif=/dev/full --format json=report.json",
        status: 2,
        stderr: &["/dev/full", "cannot be written", "free some space"],
        written: &[("report.json", "\"summary\"")],
        ..Case::default()
    }
    .check();
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_written_to_as_it_is() {
    Case {
        files: ARTICLES,
        args: "check -q --format short=/dev/stderr --format github=/dev/stdout",
        status: 1,
        stdout: &["::error file=b.txt"],
        stderr: &["b.txt:1:34: conflicts"],
        ..Case::default()
    }
    .check();
}
