//! Which files are articles, and in which order.

use crate::Case;

/// The paths of the articles checked.
fn checked(case: &Case<'_>) -> Vec<String> {
    let outcome = case.check();
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let articles = report["articles"].as_array().unwrap();
    articles.iter().map(|article| article["path"].as_str().unwrap().to_owned()).collect()
}

const FILES: &[(&str, &[u8])] = &[
    ("b.txt", b"B."),
    ("a.md", b"A."),
    ("sub/c.html", b"<p>C."),
    ("sub/d.csv", b"d"),
    ("drafts/e.txt", b"E."),
    ("built/f.txt", b"F."),
    (".gitignore", b"built/\n"),
    ("Makefile", b"all:\n"),
];

#[test]
fn the_current_folder_in_order_without_ignored_files() {
    let case = Case { files: FILES, args: "check --format json", ..Case::default() };
    assert_eq!(checked(&case), ["a.md", "b.txt", "drafts/e.txt", "sub/c.html"]);
}

#[test]
fn excluded_files() {
    let case =
        Case { files: FILES, args: "check --format json --exclude drafts/", ..Case::default() };
    assert_eq!(checked(&case), ["a.md", "b.txt", "sub/c.html"]);
}

#[test]
fn a_named_file_is_checked_unless_exclusion_is_forced() {
    let args = "check --format json --exclude drafts/ drafts/e.txt b.txt";
    let case = Case { files: FILES, args, ..Case::default() };
    assert_eq!(checked(&case), ["b.txt", "drafts/e.txt"]);
    let args = &format!("{args} --force-exclude");
    let case = Case { files: FILES, args, ..Case::default() };
    assert_eq!(checked(&case), ["b.txt"]);
}

#[test]
fn a_named_file_of_any_kind_is_read_as_text() {
    let args = "check --format json sub/d.csv built/f.txt Makefile";
    let case = Case { files: FILES, args, ..Case::default() };
    assert_eq!(checked(&case), ["Makefile", "built/f.txt", "sub/d.csv"]);
}

#[test]
fn a_file_named_twice_is_checked_once() {
    let args = "check --format json b.txt ./b.txt .";
    let case = Case { files: FILES, args, ..Case::default() };
    assert_eq!(checked(&case), ["a.md", "b.txt", "drafts/e.txt", "sub/c.html"]);
}

#[test]
fn a_rule_file_is_no_article() {
    let args = "check --format json b.txt rules/accords.yaml";
    let case = Case { files: FILES, args, ..Case::default() };
    assert_eq!(checked(&case), ["b.txt"]);
}

#[test]
fn standard_input_has_a_name() {
    let case = Case { stdin: b"A.", args: "check --format json -", ..Case::default() };
    assert_eq!(checked(&case), ["<stdin>"]);
    let args = "check --format json - --stdin-filename drafts/new.md";
    let case = Case { stdin: b"A.", args, ..Case::default() };
    assert_eq!(checked(&case), ["drafts/new.md"]);
}
