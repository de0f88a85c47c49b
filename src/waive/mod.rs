//! Conflicts set aside with a reason on record: by a note in the article, or by a baseline.
//!
//! What is set aside becomes unjudged, so that no report counts it and every report can show it.
//! This module must not touch files or the clock: the day is handed in.

mod baseline;
mod parse;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use baseline::{Baseline, Entry, entries};

use crate::document::{Document, Reach};
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
        if n_waived == 0 {
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
    let is_own = finding.verdict == Verdict::Conflicts
        && book.facts[finding.fact.0 as usize].id == waiver.fact;
    let is_value =
        |value: &String| *value == finding.stated || same_text(value, source.slice(finding.span));
    is_own
        && waiver.value.as_ref().is_none_or(is_value)
        && match reach {
            Reach::Article => true,
            Reach::Block(None) => false,
            Reach::Block(Some(index)) => document.blocks.get(index).is_some_and(|block| {
                block.source_span(Span::new(0, block.text.len())).contains(finding.span)
            }),
        }
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
    let ids = || book.facts.iter().map(|fact| fact.id.as_str());
    let (message, help) = match ids().any(|id| id == waiver.fact) {
        true => {
            let what = match &waiver.value {
                Some(value) => format!("{}={value}", waiver.fact),
                None => waiver.fact.clone(),
            };
            let message = format!("nothing it speaks of conflicts with {what}");
            (message, "take it out, or put it right before the block it is for".to_owned())
        }
        false => {
            let near = nearest(&waiver.fact, ids());
            let help = near.map(|near| format!("did you mean {near}?"));
            let help = help.unwrap_or_else(|| "`factlint list` shows the ids of all facts".into());
            (format!("no fact has the id {}", waiver.fact), help)
        }
    };
    NoteProblem { span, code: "unused-note", message, help, warning: true }
}
