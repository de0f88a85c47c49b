//! The challenge: labelled articles on many topics, each folder with the rules it is held against.
//!
//! Marks in the articles: `⟦fact+ text⟧` agrees, `⟦fact- text⟧` conflicts, `⟦fact~ text⟧` must not
//! be judged; several as `a+,b-`, and marks may stand in marks. The figures of `pinned.json` can
//! only rise. `FACTLINT_SHOW=1 cargo test --test challenge -- --nocapture` lists every miss.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on has failed")]

mod scoring;

use std::path::Path;

use factlint::source::{Source, Span};
use scoring::{Label, Tally, Wanted, checker, entries, hold_pin, score, show, text_of};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/challenge");

#[test]
fn the_challenge_goes_no_worse_than_before() {
    let mut total = Tally::default();
    for folder in entries(Path::new(FOLDER)).iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap().to_string_lossy();
        let mut misses = Vec::new();
        let tally = score_folder(folder, &mut misses);
        println!("{name:24} {tally}");
        show(&misses);
        total += tally;
    }
    println!("{:24} {total}", "all");
    hold_pin(&total, &Path::new(FOLDER).join("pinned.json"));
}

fn score_folder(folder: &Path, misses: &mut Vec<String>) -> Tally {
    let rules = folder.join("rules.yaml");
    let checker = checker(&[&rules]);
    let mut tally = Tally::default();
    for path in entries(folder).iter().filter(|path| **path != rules) {
        let (text, labels) = unmark(&text_of(path));
        for label in &labels {
            let known = checker.book.facts.iter().any(|fact| fact.id == label.fact);
            assert!(known, "{}: no fact `{}`", path.display(), label.fact);
        }
        let name = path.file_name().unwrap().to_string_lossy();
        tally += score(&checker, &Source::new(name, text), &labels, misses);
    }
    tally
}

/// The text without its marks, and what they ask for.
fn unmark(marked: &str) -> (String, Vec<Label>) {
    let (mut text, mut labels, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['⟦', '⟧']) {
        text.push_str(&rest[..at]);
        let mark = &rest[at..];
        if let Some(after) = mark.strip_prefix('⟦') {
            let (wanted, after) =
                after.split_once(' ').expect("a mark has a blank after its facts");
            open.push((wanted, text.len()));
            rest = after;
        } else {
            let (wanted, start) = open.pop().expect("a mark that is closed was opened");
            let span = Span::new(start, text.len());
            labels.extend(wanted.split(',').map(|one| label(one, span)));
            rest = &mark['⟧'.len_utf8()..];
        }
    }
    assert!(open.is_empty(), "marks left open: {open:?}");
    text.push_str(rest);
    (text, labels)
}

fn label(wanted: &str, span: Span) -> Label {
    let (fact, sign) = wanted.split_at(wanted.len() - 1);
    let wanted = match sign {
        "+" => Wanted::Agrees,
        "-" => Wanted::Conflicts,
        "~" => Wanted::Silence,
        _ => panic!("a mark ends in +, - or ~, not in `{sign}`"),
    };
    Label { fact: fact.to_owned(), wanted, span: Some(span) }
}

#[test]
fn marks_may_stand_in_marks() {
    let (text, labels) = unmark("The ⟦a+ ⟦b-,c~ old⟧ pact⟧ of é ⟦a~ 2016⟧.");
    assert_eq!(text, "The old pact of é 2016.");
    let seen: Vec<_> = labels
        .iter()
        .map(|l| (l.fact.as_str(), l.wanted, &text[l.span.unwrap().range()]))
        .collect();
    let expected = [
        ("b", Wanted::Conflicts, "old"),
        ("c", Wanted::Silence, "old"),
        ("a", Wanted::Agrees, "old pact"),
        ("a", Wanted::Silence, "2016"),
    ];
    assert_eq!(seen, expected);
}
