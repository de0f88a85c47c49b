//! Conflicts set aside with a reason on record: by a note in the article, by the configuration, or
//! by a baseline.
//!
//! What is set aside becomes unjudged, so that no report counts it and every report can show it.
//! This module must not touch files or the clock: the day is handed in.

mod baseline;
mod identity;
mod list;
mod parse;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use baseline::{Baseline, Entry, entries};
pub use identity::occurrences;

pub(crate) use list::of_use;
pub use list::suppress;

use crate::document::{Block, Document, Reach};
use crate::judge::{Checked, Finding, Reason, Verdict};
use crate::rules::FactBook;
use crate::source::{Source, Span};
use crate::text::same_text;
use crate::text::suggest::nearest;
use parse::Waiver;

/// A note in an article that is wrong, or no longer of use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteProblem {
    /// The note's words in the article.
    pub span: Span,
    /// A fixed code: `bad-note`, `unused-note`, `expired-note`.
    pub code: &'static str,
    /// What is wrong with it, one sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// A warning does not stop the check.
    pub warning: bool,
}

/// Sets aside the conflicts that the article's notes speak of; gives what is wrong with the notes.
pub fn waive(
    source: &Source,
    checked: &mut Checked,
    book: &FactBook,
    today: Date,
) -> Vec<NoteProblem> {
    let Checked { document, article, .. } = checked;
    let mut problems = Vec::new();
    for note in &document.notes {
        let waiver = match parse::waiver(source.slice(note.span)) {
            Ok(waiver) => waiver,
            Err(fault) => {
                problems.push(bad(note.span, fault));
                continue;
            }
        };
        if waiver.until.is_some_and(|until| until < today) {
            problems.push(expired(note.span, &waiver));
            continue;
        }
        let place = source.location(note.span.start);
        let words =
            format!("set aside by the note at line {}: {}", place.line_number, waiver.reason);
        let mut n_waived = 0;
        for finding in &mut article.findings {
            if is_met(&waiver, note.reach, finding, document, source, book) {
                finding.verdict = Verdict::Unjudged(Reason::SetAside);
                finding.notes.push(words.clone());
                n_waived += 1;
            }
        }
        if n_waived == 0 && !is_muted(&waiver.fact, book) {
            problems.push(unused(note.span, &waiver, book));
        }
    }
    problems
}

/// Whether a finding is the conflict a waiver speaks of.
fn is_met(
    waiver: &Waiver,
    reach: Reach,
    finding: &Finding,
    document: &Document,
    source: &Source,
    book: &FactBook,
) -> bool {
    is_conflict_with(&waiver.fact, waiver.value.as_deref(), finding, source, book)
        && match reach {
            Reach::Article => true,
            Reach::Block(None) => false,
            Reach::Block(Some(index)) => {
                // A cell says what it says together with its row.
                let row = document.blocks.get(index).and_then(|block| block.row);
                let is_bound = |at: usize, block: &Block| {
                    let span = block.source_span(Span::new(0, block.text.len()));
                    (at == index || row.is_some() && block.row == row)
                        && span.contains(finding.span)
                };
                document.blocks.iter().enumerate().any(|(at, block)| is_bound(at, block))
            }
        }
}

/// Whether a fact was left out: what is said of it may be of use in another run.
fn is_muted(fact: &str, book: &FactBook) -> bool {
    book.facts.iter().any(|known| known.id == fact && known.muted)
}

/// Whether a finding is a conflict with a fact, and states this value where one is given.
fn is_conflict_with(
    fact: &str,
    value: Option<&str>,
    finding: &Finding,
    source: &Source,
    book: &FactBook,
) -> bool {
    let is_value =
        |value: &str| value == finding.stated || same_text(value, source.slice(finding.span));
    finding.verdict == Verdict::Conflicts
        && book.facts[finding.fact.0 as usize].id == fact
        && value.is_none_or(is_value)
}

fn bad(span: Span, (message, help): (String, &str)) -> NoteProblem {
    NoteProblem { span, code: "bad-note", message, help: help.into(), warning: false }
}

fn expired(span: Span, waiver: &Waiver) -> NoteProblem {
    let until = waiver.until.map_or_else(String::new, |until| until.to_string());
    NoteProblem {
        span,
        code: "expired-note",
        message: format!("it has set nothing aside since {until}"),
        help: "correct the article, or give the note another day".into(),
        warning: true,
    }
}

fn unused(span: Span, waiver: &Waiver, book: &FactBook) -> NoteProblem {
    let help = "take it out, or put it right before the block it is for";
    let (message, help) = of_no_use(&waiver.fact, waiver.value.as_deref(), help, book);
    NoteProblem { span, code: "unused-note", message, help, warning: true }
}

/// Why nothing was set aside: nothing conflicts, or no fact has that id; and how to mend it.
fn of_no_use(fact: &str, value: Option<&str>, help: &str, book: &FactBook) -> (String, String) {
    let ids = || book.facts.iter().map(|fact| fact.id.as_str());
    if ids().any(|id| id == fact) {
        let what = value.map_or_else(|| fact.to_owned(), |value| format!("{fact}={value}"));
        return (format!("nothing it speaks of conflicts with {what}"), help.to_owned());
    }
    let near = nearest(fact, ids()).map(|near| format!("did you mean {near}?"));
    let help = near.unwrap_or_else(|| "`factlint list` shows the ids of all facts".into());
    (format!("no fact has the id {fact}"), help)
}
