//! Conflicts set right: the stated value replaced by the expected one, in the style it was written.
//!
//! An edit is only kept when the article, checked again with it, agrees at that place and conflicts
//! nowhere it did not before. This module must not touch files, and asks each kind of value to
//! print itself; what it cannot do safely it leaves, with the reason.

mod edit;
mod indefinite;
mod propose;
mod quotation;
#[cfg(test)]
mod tests;
mod text;

pub use edit::{Edit, applied};

use crate::judge::{Checked, Finding, Verdict};
use crate::rules::{FactBook, FactId};
use crate::source::{Source, Span};
use crate::value::Unprintable;
use propose::propose;

/// How far an amendment may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Licence {
    /// Only what no reader could take amiss.
    #[default]
    Safe,
    /// Holders of offices and plans too, which often need more than one word changed.
    Unsafe,
}

/// Why a conflict is left as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// It stands in a quotation, whose words are another's.
    Quoted,
    /// It names the holder of an office.
    Holder,
    /// It states a plan.
    Plan,
    /// The fact gives no single value for the place.
    NoSingleValue,
    /// The expected value is less precise than the stated one.
    Coarser,
    /// The value is written in a way that cannot be kept.
    Style,
    /// "nearly", "more than" and their like stand before it.
    Bounded,
    /// Another currency, unit or kind.
    Incomparable,
    /// Two facts want different words there.
    Contested,
    /// It stands in an archive or a word processor's document.
    Packed,
    /// The article would not agree with the edit in it.
    Recheck,
}

impl Refusal {
    /// The reason, to follow "not fixed: ".
    pub const fn message(self) -> &'static str {
        match self {
            Self::Quoted => "it stands in a quotation",
            Self::Holder => "names of office-holders are left unless --unsafe-fixes",
            Self::Plan => "plans are left unless --unsafe-fixes",
            Self::NoSingleValue => "the fact gives no single value for it",
            Self::Coarser => "the expected value is less precise than the stated one",
            Self::Style => "it is written in a way that cannot be kept",
            Self::Bounded => "the words before it bound it, and need an editor",
            Self::Incomparable => "the expected value is in another unit or currency",
            Self::Contested => "two facts expect different values there",
            Self::Packed => "archives and word processors' documents are not written",
            Self::Recheck => "the sentence would still not agree",
        }
    }
}

impl From<Unprintable> for Refusal {
    fn from(unprintable: Unprintable) -> Self {
        match unprintable {
            Unprintable::Coarser => Self::Coarser,
            Unprintable::Style => Self::Style,
            Unprintable::Bounded => Self::Bounded,
            Unprintable::Incomparable => Self::Incomparable,
        }
    }
}

/// What can be set right in an article.
#[derive(Debug)]
pub struct Amendment {
    /// The edits, in order of place; they never overlap.
    pub edits: Vec<Edit>,
    /// Conflicts that stay, each at its span in the article as it was.
    pub left: Vec<(FactId, Span, Refusal)>,
    /// The article with the edits made.
    pub source: Source,
    /// What a check of it finds.
    pub checked: Checked,
}

/// An article with how it was checked.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The article.
    pub source: &'a Source,
    /// What the check found.
    pub checked: &'a Checked,
    /// The same check, of another text of it.
    pub check: &'a dyn Fn(&Source) -> Checked,
    /// The facts it was held against.
    pub book: &'a FactBook,
}

/// Sets right what can be; nothing when there is no conflict or all have to stay.
pub fn amend(subject: &Subject<'_>, licence: Licence) -> Amendment {
    let mut left = Vec::new();
    let mut proposed: Vec<Edit> = Vec::new();
    for finding in conflicts(subject.checked) {
        match propose(subject, finding, licence) {
            Ok(edit) => proposed.push(edit),
            Err(refusal) => left.push((finding.fact, finding.span, refusal)),
        }
    }
    let (edits, contested) = settled(proposed);
    left.extend(contested.into_iter().map(|edit| (edit.fact, edit.value, Refusal::Contested)));
    let (edits, refused) = verified(subject, edits);
    left.extend(refused.into_iter().map(|edit| (edit.fact, edit.value, Refusal::Recheck)));
    left.sort_by_key(|(fact, span, _)| (*span, *fact));
    let (source, checked) = rechecked(subject, &edits);
    Amendment { edits, left, source, checked }
}

fn conflicts(checked: &Checked) -> impl Iterator<Item = &Finding> {
    let findings = checked.article.findings.iter();
    findings.filter(|finding| finding.verdict == Verdict::Conflicts)
}

/// The edits in order of place; those that overlap another are told apart, unless they are equal.
fn settled(mut proposed: Vec<Edit>) -> (Vec<Edit>, Vec<Edit>) {
    proposed.sort_by_key(|edit| (edit.span, edit.fact));
    let mut contested = vec![false; proposed.len()];
    let mut repeated = vec![false; proposed.len()];
    for at in 0..proposed.len() {
        for other in at + 1..proposed.len() {
            let (one, two) = (&proposed[at], &proposed[other]);
            if one.span.end < two.span.start {
                break;
            }
            match one.span == two.span && one.text == two.text {
                true => repeated[other] = true,
                false => [contested[at], contested[other]] = [true, true],
            }
        }
    }
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for (at, edit) in proposed.into_iter().enumerate() {
        match (contested[at], repeated[at]) {
            (true, _) => refused.push(edit),
            (false, true) => {}
            (false, false) => kept.push(edit),
        }
    }
    (kept, refused)
}

/// The edits that hold when the article is checked again: all of them, or as many as can be taken
/// one after another.
fn verified(subject: &Subject<'_>, edits: Vec<Edit>) -> (Vec<Edit>, Vec<Edit>) {
    if edits.is_empty() || holds(subject, &edits) {
        return (edits, Vec::new());
    }
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for edit in edits {
        kept.push(edit);
        if !holds(subject, &kept) {
            refused.extend(kept.pop());
        }
    }
    (kept, refused)
}

/// Whether every edited place agrees, and nothing else conflicts that did not before.
fn holds(subject: &Subject<'_>, edits: &[Edit]) -> bool {
    let (_, after) = rechecked(subject, edits);
    if after.article.date.map(|date| date.date) != subject.checked.article.date.map(|it| it.date) {
        return false;
    }
    let places = edit::places(edits);
    let at_edit = |finding: &Finding| {
        let of_fact = edits.iter().zip(&places).filter(|(edit, _)| edit.fact == finding.fact);
        of_fact.into_iter().any(|(_, place)| place.overlaps(finding.span))
    };
    let all_agree = edits.iter().zip(&places).all(|(edit, place)| {
        let findings = after.article.findings.iter();
        let own = findings.filter(|it| it.fact == edit.fact && it.span.overlaps(*place));
        let verdicts: Vec<_> = own.map(|finding| finding.verdict).collect();
        verdicts.contains(&Verdict::Agrees) && !verdicts.contains(&Verdict::Conflicts)
    });
    let before: Vec<(FactId, Span)> = conflicts(subject.checked)
        .map(|finding| (finding.fact, edit::moved(finding.span, edits)))
        .collect();
    let mut rest = conflicts(&after).filter(|finding| !at_edit(finding));
    all_agree && rest.all(|finding| before.contains(&(finding.fact, finding.span)))
}

fn rechecked(subject: &Subject<'_>, edits: &[Edit]) -> (Source, Checked) {
    let text = applied(subject.source.text(), edits);
    let source = Source::new(subject.source.name(), text);
    let checked = (subject.check)(&source);
    (source, checked)
}
