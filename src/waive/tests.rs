//! Notes that set a conflict aside, and never another.

use jiff::civil::Date;

use super::waive;
use crate::document::Format;
use crate::judge::{Checker, Circumstances, Reason, Verdict};
use crate::rules;
use crate::source::Source;

const RULES: &str = "\
facts:
  - {id: opened, subject: [Orrin Dam], predicate: opened, date: 1962}
  - {id: height, subject: [Orrin Dam], predicate: height, number: 828, unit: m}
";

/// The texts of conflicts left in an article, those set aside, and the codes of problems.
fn waived(text: &str) -> (Vec<String>, Vec<String>, Vec<&'static str>) {
    let (book, _) = rules::load(vec![Source::new("rules.yaml", RULES)]);
    let checker = Checker::new(book);
    let source = Source::new("a.md", text);
    let mut checked = checker.check(&source, Format::Markdown, Circumstances::default());
    let today = Date::constant(2026, 11, 24);
    let problems = waive(&source, &mut checked, &checker.book, today);
    let of = |verdict| {
        let findings = checked.article.findings.iter();
        let findings = findings.filter(|finding| finding.verdict == verdict);
        findings.map(|finding| source.slice(finding.span).to_owned()).collect()
    };
    let codes = problems.iter().map(|problem| problem.code).collect();
    (of(Verdict::Conflicts), of(Verdict::Unjudged(Reason::SetAside)), codes)
}

#[track_caller]
fn check(text: &str, conflicts: &[&str], aside: &[&str], codes: &[&str]) {
    let found = waived(text);
    let wanted = (
        conflicts.iter().map(|it| (*it).to_owned()).collect(),
        aside.iter().map(|it| (*it).to_owned()).collect(),
        codes.to_vec(),
    );
    assert_eq!(found, wanted, "{text}");
}

const A: &str = "The Orrin Dam opened in 1971.";
const B: &str = "The Orrin Dam opened in 1972.";
const H: &str = "The Orrin Dam is 900 m high.";

#[test]
fn a_note_sets_aside_its_fact_in_the_next_block() {
    check(
        &format!("<!-- factlint: ignore opened as the plaque -->\n{A}\n\n{B}"),
        &["1972"],
        &["1971"],
        &[],
    );
    check(
        &format!("{A}\n\n<!-- factlint: ignore opened why -->\n\n{B}"),
        &["1971"],
        &["1972"],
        &[],
    );
    check(&format!("<!-- factlint: ignore opened why -->\n{A} {H}"), &["900 m"], &["1971"], &[]);
    check(
        &format!("{{/* factlint: ignore opened why */}}\n\n{A} {B}"),
        &[],
        &["1971", "1972"],
        &[],
    );
}

#[test]
fn a_value_in_a_note_hides_no_other_wrong_value() {
    check(
        &format!("<!-- factlint: ignore opened=1971 why -->\n{A} {B}"),
        &["1972"],
        &["1971"],
        &[],
    );
    check(&format!("<!-- factlint: ignore height=\"900 m\" why -->\n{H}"), &[], &["900 m"], &[]);
    check(
        &format!("<!-- factlint: ignore opened=1973 why -->\n{A}"),
        &["1971"],
        &[],
        &["unused-note"],
    );
}

#[test]
fn front_matter_speaks_of_the_whole_article() {
    let front = "---\nfactlint:\n  - ignore opened=1971 the plaque says so\n---\n";
    check(&format!("{front}{A}\n\n{B}\n\n{A}"), &["1972"], &["1971", "1971"], &[]);
}

#[test]
fn a_note_in_a_table_speaks_of_its_row() {
    let row = |year: &str, note: &str| format!("| Orrin Dam | {year} | {note} |\n");
    let head = "| dam | opened | |\n|---|---|---|\n";
    let note = "<!-- factlint: ignore opened as printed -->";
    let table = format!("{head}{}{}", row("1971", note), row("1972", ""));
    check(&table, &["1972"], &["1971"], &[]);
}

#[test]
fn notes_that_do_nothing_are_told() {
    check("<!-- factlint: ignore opened why -->\nAll quiet.", &[], &[], &["unused-note"]);
    check(
        &format!("{A}\n\n<!-- factlint: ignore opened why -->"),
        &["1971"],
        &[],
        &["unused-note"],
    );
    check(&format!("<!-- factlint: ignore opend why -->\n{A}"), &["1971"], &[], &["unused-note"]);
    check(&format!("<!-- factlint: ignore opened -->\n{A}"), &["1971"], &[], &["bad-note"]);
    check(
        &format!("<!-- factlint: ignore opened until 2026-11-23 why -->\n{A}"),
        &["1971"],
        &[],
        &["expired-note"],
    );
    check(
        &format!("<!-- factlint: ignore opened until 2026-11-24 why -->\n{A}"),
        &[],
        &["1971"],
        &[],
    );
}
