//! The cases of `cases.md`: rule files with every problem marked by carets under its line, and the
//! facts they compile to. `FACTLINT_BLESS=1 cargo test --lib rules::` rewrites the expectations.

mod cases;
mod packed;
mod properties;
mod schema;

use super::marks::one_line;
use super::{FactBook, FactSubject, RuleProblem, load};
use crate::source::Source;

/// Loads one file from text.
fn load_text(text: &str) -> (FactBook, Vec<RuleProblem>) {
    load(vec![Source::new("rules.yaml", text)])
}

#[test]
fn the_shipped_rule_files_load_without_problems() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    let Ok(folder) = std::fs::read_dir(folder) else { return };
    let mut sources = Vec::new();
    for path in folder.map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let text = std::fs::read_to_string(&path).unwrap();
            sources.push(Source::new(path.display().to_string(), text));
        }
    }
    let (book, problems) = load(sources);
    let shown: Vec<_> = problems.iter().map(one_line).collect();
    assert!(problems.is_empty(), "{}", shown.join("\n"));
    assert!(!book.facts.is_empty());
}

#[test]
fn a_byte_order_mark_moves_no_span() {
    let text = "\u{feff}facts:\n  - id: a\n    subject: X\n    predicate: signed\n    date: 2016\n";
    let (book, problems) = load_text(text);
    assert!(problems.is_empty());
    let place = book.facts[0].value_place;
    assert_eq!(book.files[0].slice(place.span), "2016");
}

#[test]
fn equal_lists_of_names_are_one_subject() {
    let text = "facts:\n\
        - {id: a, subject: [X, Y], predicate: signed, date: 2016}\n\
        - {id: b, subject: [Y, X], predicate: opened, date: 2017}\n";
    let (book, problems) = load_text(text);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(book.subjects.len(), 1);
    assert_eq!(book.facts[0].subject, book.facts[1].subject);
    assert!(matches!(book.facts[0].subject, FactSubject::One(_)));
}

#[test]
fn line_ends_of_windows_move_no_span() {
    let text = "facts:\r\n  - id: a\r\n    subject: X\r\n    predicate: signed\r\n    dat: 2016\r\n\
                \tnote: x\r\n  - id: b\r\n    subject: X\r\n    predicate: signed\r\n    date: 2016\r\n";
    let (book, problems) = load_text(text);
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["yaml-syntax"]);
    assert_eq!(problems[0].file.slice(problems[0].span), "\t");
    assert_eq!(book.files[0].slice(book.facts[0].id_place.span), "b");
    assert_eq!(book.files[0].slice(book.facts[0].value_place.span), "2016");
}
