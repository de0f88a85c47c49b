//! Input that cannot be checked: named, explained, exit 2, and the rest goes on.

use crate::Case;

#[test]
fn a_path_that_is_not_there() {
    Case {
        files: &[("a.txt", b"Nothing.")],
        args: "check nowhere.txt a.txt",
        status: 2,
        stderr: &["nowhere.txt", "no such file or folder", "help:"],
        stdout: &["1 article"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_folder_without_articles() {
    Case {
        files: &[("empty/LICENSE", b"MIT"), ("empty/data.csv", b"a,b")],
        args: "check empty",
        status: 2,
        stderr: &["empty", "holds no article", ".md"],
        ..Case::default()
    }
    .check();
}

#[test]
fn an_empty_rules_folder() {
    Case {
        files: &[("a.txt", b"Nothing."), ("empty/readme.txt", b"")],
        args: "check a.txt --rules empty",
        status: 2,
        stderr: &["empty", "holds no rule file", "--rules"],
        ..Case::default()
    }
    .check();
}

#[test]
fn no_rules_at_all() {
    Case {
        files: &[("a.txt", b"Nothing.")],
        without_rules: true,
        args: "check a.txt",
        status: 2,
        stderr: &["./rules", "--rules"],
        ..Case::default()
    }
    .check();
}

#[test]
fn rules_without_facts() {
    Case {
        files: &[("a.txt", b"Nothing."), ("none.yaml", b"topic: Nothing\nfacts: []\n")],
        args: "check a.txt --rules none.yaml",
        status: 2,
        stderr: &["none.yaml", "facts:"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_rule_file_that_is_not_utf8() {
    Case {
        files: &[("a.txt", b"Nothing."), ("rules/b.yaml", b"# Fine.\n# Caf\xe9\n")],
        args: "check a.txt",
        status: 2,
        stderr: &["rules/b.yaml", "not UTF-8", "byte 14 (line 2, column 6)", "0xE9", "iconv"],
        ..Case::default()
    }
    .check();
}

#[test]
fn files_that_are_no_articles_of_their_format() {
    Case {
        files: &[
            ("a.docx", b"no zip"),
            ("b.odt", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            ("c.txt", b"{\\rtf1 text}"),
            ("d.txt", b"Nothing."),
        ],
        args: "check a.docx b.odt c.txt d.txt",
        status: 2,
        stderr: &["a.docx: it cannot be unpacked", "content.xml is missing", "an RTF document"],
        stdout: &["1 article"],
        ..Case::default()
    }
    .check();
}

#[test]
fn lines_of_an_archive_that_are_no_articles() {
    let archive = b"{\"id\": \"a\", \"text\": \"The Kestrel Accord was signed in 2017.\"}\n\
                    \n{\"id\": \"b\"}\n{\"id\": 3, \"text\": \"Nothing.\"}\n\xff\n";
    Case {
        files: &[("news.jsonl", archive)],
        args: "check news.jsonl",
        status: 2,
        stderr: &["news.jsonl: line 3: the record has no `text`", "line 5: the line is not UTF-8"],
        stdout: &["2 articles", "news.jsonl:1:55", "record: a", "1 conflicts"],
        ..Case::default()
    }
    .check();
}

#[test]
fn an_archive_of_something_else() {
    let report = b"{\"fact\": \"kestrel-signed\", \"text\": \"2017\"}\n";
    Case {
        files: &[("in/report.jsonl", report), ("in/b.txt", b"Nothing.")],
        args: "check in",
        stdout: &["1 article"],
        ..Case::default()
    }
    .check();
    let many = b"{}\n".repeat(30);
    let outcome = Case {
        files: &[("report.jsonl", &many)],
        args: "check report.jsonl",
        status: 2,
        stderr: &["line 20", "20 lines are no articles"],
        ..Case::default()
    }
    .check();
    assert!(!outcome.stderr.contains("line 21"), "{}", outcome.stderr);
}

#[test]
fn a_binary_file_that_was_named() {
    Case {
        files: &[("a.bin", b"\x7fELF\0\0"), ("b.txt", b"Nothing.")],
        args: "check a.bin b.txt",
        status: 2,
        stderr: &["a.bin", "binary"],
        stdout: &["1 article"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_binary_file_in_a_folder_is_no_article() {
    Case {
        files: &[("in/a.txt", b"\x7fELF\0\0"), ("in/b.txt", b"Nothing.")],
        args: "check in",
        status: 0,
        stdout: &["1 article"],
        ..Case::default()
    }
    .check();
}

#[test]
fn mistakes_in_rules_are_shown_all_at_once() {
    let rules = b"facts:\n  - id: one\n    subject: [A]\n    predicate: signed\n    dat: 2016\n\
                  \x20 - id: two\n    subject: [B]\n    predicate: signed\n    date: 2016-13-01\n";
    Case {
        files: &[("a.txt", b"Nothing."), ("bad.yaml", rules)],
        args: "check a.txt --rules bad.yaml",
        status: 2,
        stderr: &["bad.yaml:5:", "bad.yaml:9:", "date"],
        ..Case::default()
    }
    .check();
}

#[test]
fn problems_stand_in_the_json_report_too() {
    let outcome = Case {
        files: &[("a.txt", b"Fine."), ("b.yaml", b"# Fine.\n# Caf\xe9")],
        args: "check a.txt nowhere.txt --format json --rules rules --rules b.yaml",
        status: 2,
        ..Case::default()
    }
    .check();
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let problems = report["problems"].as_array().unwrap();
    let codes: Vec<_> = problems.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["not-utf8"]);
    assert_eq!((&problems[0]["line"], &problems[0]["column"]), (&2.into(), &6.into()));
}

#[test]
fn an_unknown_format() {
    Case {
        args: "check --format xml",
        status: 2,
        stderr: &["human, short, json, jsonl"],
        ..Case::default()
    }
    .check();
}

#[test]
fn a_bad_glob() {
    Case {
        files: &[("a.txt", b"Nothing.")],
        args: "check a.txt --exclude a{b",
        status: 2,
        stderr: &["--exclude a{b"],
        ..Case::default()
    }
    .check();
}
