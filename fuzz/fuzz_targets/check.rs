//! Any bytes as an article of any format, against facts of every kind.

#![no_main]

#[allow(dead_code, reason = "a target needs one law")]
#[path = "../../tests/laws/mod.rs"]
mod laws;

use std::sync::LazyLock;

use factlint::amend::{Licence, Subject, amend};
use factlint::document::{Format, lift, open};
use factlint::judge::{Checker, Circumstances};
use factlint::rules;
use factlint::source::Source;
use libfuzzer_sys::fuzz_target;

const FORMATS: [Format; 5] =
    [Format::Plain, Format::Markdown, Format::Html, Format::Rst, Format::AsciiDoc];

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let files = [
        ("a.yaml", include_str!("../../rules/agreements.yaml")),
        ("b.yaml", include_str!("../../rules/calls-and-visits.yaml")),
        ("c.yaml", include_str!("../../rules/dialogues-and-exercises.yaml")),
        ("d.yaml", include_str!("../../rules/office-holders.yaml")),
        ("e.yaml", include_str!("../kinds.yaml")),
    ];
    let (book, problems) = rules::load(files.map(|(name, text)| Source::new(name, text)).to_vec());
    assert!(problems.iter().all(|problem| problem.warning), "{problems:?}");
    Checker::new(book)
});

fuzz_target!(|input: (u8, &[u8])| {
    let format = FORMATS[input.0 as usize % FORMATS.len()];
    let Ok(opened) = open("fuzz", input.1.to_vec(), Some(format)) else { return };
    let text = opened.source.text().to_owned();
    laws::read(&text);
    let checked = laws::checked(&CHECKER, opened);
    let source = Source::new("fuzz", text);
    let check = |source: &Source| {
        CHECKER.check_lifted(source, lift(source, format), Circumstances::default())
    };
    let subject =
        Subject { source: &source, checked: &checked, check: &check, book: &CHECKER.book };
    for licence in [Licence::Safe, Licence::Unsafe] {
        amend(&subject, licence);
    }
});
