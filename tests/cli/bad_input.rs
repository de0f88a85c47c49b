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
fn an_article_that_is_not_utf8() {
    Case {
        files: &[("a.txt", b"Fine.\nCaf\xe9"), ("b.txt", b"Nothing.")],
        args: "check a.txt b.txt",
        status: 2,
        stderr: &["a.txt", "not UTF-8", "byte 10 (line 2, column 4)", "0xE9", "iconv"],
        stdout: &["1 article"],
        ..Case::default()
    }
    .check();
}

#[test]
fn an_article_in_utf16() {
    Case {
        files: &[("a.txt", b"\xff\xfeA\0b\0")],
        args: "check a.txt",
        status: 2,
        stderr: &["a.txt", "UTF-16", "iconv -f UTF-16"],
        ..Case::default()
    }
    .check();
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
        files: &[("a.txt", b"Fine.\nCaf\xe9")],
        args: "check a.txt nowhere.txt --format json",
        status: 2,
        ..Case::default()
    }
    .check();
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let problems = report["problems"].as_array().unwrap();
    let codes: Vec<_> = problems.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["no-such-path", "not-utf8"]);
    assert_eq!((&problems[1]["line"], &problems[1]["column"]), (&2.into(), &4.into()));
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
