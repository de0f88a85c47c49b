//! The shipped articles held against the shipped rules: every claim of `gold.jsonl` is judged as it
//! says, nothing else is, and no trap is sprung. The one conflict among them is a real misprint.
//!
//! A row is a claim (`agree`, `conflict`) or a trap (`silent`); without a span a trap is the whole
//! article. `FACTLINT_SHOW=1 cargo test --test seeds -- --nocapture` lists every miss.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on has failed")]

mod scoring;

use std::path::Path;

use factlint::source::{Source, Span};
use scoring::{Label, Tally, Wanted, checker, entries, hold_pin, score, show, text_of};
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_seeds_are_judged_as_labelled() {
    let root = Path::new(ROOT);
    let checker = checker(&entries(&root.join("rules")));
    let gold = text_of(&root.join("tests/seeds/gold.jsonl"));
    let gold: Vec<Value> =
        gold.lines().map(|line| serde_json::from_str(line).expect("gold is JSON")).collect();
    let (mut total, mut misses) = (Tally::default(), Vec::new());
    for path in entries(&root.join("seeds")) {
        let name = path.file_name().unwrap().to_string_lossy();
        let article = Source::new(name, text_of(&path));
        let rows = gold.iter().filter(|row| row["article"] == article.name());
        let labels: Vec<Label> = rows.map(|row| label(row, &article)).collect();
        assert!(!labels.is_empty(), "{} has no labels", article.name());
        total += score(&checker, &article, &labels, &mut misses);
    }
    println!("seeds: {total}");
    show(&misses);
    hold_pin(&total, &root.join("tests/seeds/pinned.json"));
}

/// A row's label; its span must cover the words it quotes.
fn label(row: &Value, article: &Source) -> Label {
    let text = |key: &str| row[key].as_str().unwrap_or_default();
    let offset = |key: &str| row[key].as_u64().map(|offset| offset as usize);
    let span = offset("byte_start").zip(offset("byte_end")).map(|(s, e)| Span::new(s, e));
    if let (Some(span), quoted @ Some(_)) = (span, row["value_text"].as_str()) {
        assert_eq!(article.text().get(span.range()), quoted, "{row}");
    }
    let wanted = match text("verdict") {
        "agree" => Wanted::Agrees,
        "conflict" => Wanted::Conflicts,
        "silent" => Wanted::Silence,
        other => panic!("no verdict `{other}` in gold"),
    };
    Label { fact: text("fact").to_owned(), wanted, span }
}
