//! The words reports share: names of verdicts, stances and origins, and a claim in a sentence.
//!
//! Every format says the same thing of a claim because every format asks here.

use super::sanitise;
use crate::document::DateOrigin;
use crate::judge::{Finding, Verdict};
use crate::rules::{Expected, Fact, FactBook, FactSubject, Severity, SubjectId};
use crate::source::Source;

/// The verdict's name, part of the JSON report.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "agrees",
        Verdict::Conflicts => "conflicts",
        Verdict::Unjudged(_) => "unjudged",
    }
}

/// The severity's name, as in rule files.
pub const fn severity(severity: Severity) -> &'static str {
    severity.name()
}

/// Where an article's date comes from, part of the JSON report.
pub const fn date_origin(origin: DateOrigin) -> &'static str {
    match origin {
        DateOrigin::Override => "override",
        DateOrigin::Metadata => "metadata",
        DateOrigin::Header => "header",
        DateOrigin::Dateline => "dateline",
        DateOrigin::FileName => "file-name",
        DateOrigin::Assumed => "assumed",
    }
}

/// What a fact is about, in words: "LEMOA, signed".
pub fn topic(book: &FactBook, fact: &Fact) -> String {
    let subject = subject(book, &fact.subject);
    match predicate(fact) {
        none if none.is_empty() => subject,
        predicate => format!("{subject}, {predicate}"),
    }
}

/// The subject in words.
pub fn subject(book: &FactBook, subject: &FactSubject) -> String {
    match subject {
        FactSubject::One(id) => name(book, *id).to_owned(),
        FactSubject::All(ids) => {
            let names: Vec<_> = ids.iter().map(|id| name(book, *id)).collect();
            listed(&names, "and")
        }
        FactSubject::Role { role, of, .. } => {
            format!("{} of {}", name(book, *role), name(book, *of))
        }
    }
}

/// The predicate in words; empty for bare association.
pub fn predicate(fact: &Fact) -> String {
    let cues = fact.predicate.cues.iter().map(String::as_str);
    let words: Vec<_> = fact.predicate.builtin.iter().copied().chain(cues).collect();
    listed(&words, "or")
}

/// "a", "a and b", "a, b and c".
pub fn listed(words: &[&str], and: &str) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}

/// "1 claim", "2 claims".
pub fn counted(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// What the article says: its own words, with the normalised value where that differs.
pub fn said(source: &Source, finding: &Finding) -> String {
    let text = source.slice(finding.span);
    if finding.stated.is_empty() || text == finding.stated {
        return text.to_owned();
    }
    format!("{text} ({})", finding.stated)
}

/// A claim and its verdict in one sentence.
pub fn sentence(source: &Source, book: &FactBook, finding: &Finding) -> String {
    let fact = &book.facts[finding.fact.0 as usize];
    let (said, expected) = (said(source, finding), &finding.expected);
    let of = format!("fact {} ({})", fact.id, topic(book, fact));
    match finding.verdict {
        Verdict::Agrees => {
            format!("The article says {said}, which agrees with {expected} of {of}.")
        }
        Verdict::Conflicts => {
            format!("The article says {said}, but {of} expects {expected}.")
        }
        Verdict::Unjudged(reason) => format!(
            "The article says {said}, which is not judged against {expected} of {of}: {}.",
            reason.message()
        ),
    }
}

/// What a reader may want to know of a conflict besides: accepted forms, how it was resolved, the
/// fact's note and source.
pub fn background(fact: &Fact, finding: &Finding) -> Vec<String> {
    let mut lines = Vec::new();
    if let Expected::Text(text) | Expected::Expansion(text) = &fact.expected
        && !text.also.is_empty()
    {
        lines.push(format!("accepted too: {}", text.also.join(", ")));
    }
    lines.extend(finding.notes.iter().cloned());
    lines.extend(fact.note.iter().map(|note| format!("note: {note}")));
    lines.extend(fact.source.iter().map(|source| format!("source: {source}")));
    lines
}

/// "  (record a-1)" for a record of an archive, to follow a finding on its line.
pub fn in_record(source: &Source) -> String {
    let shown = |id| format!("  (record {})", sanitise::on_one_line(id));
    source.record_id().map(shown).unwrap_or_default()
}

fn name(book: &FactBook, id: SubjectId) -> &str {
    let subject = book.subjects.get(id.0 as usize);
    subject.and_then(|subject| subject.names.first()).map_or("", String::as_str)
}
