//! Conflicts set aside by the configuration's list, for articles that cannot hold a note.

use jiff::civil::Date;

use super::{is_conflict_with, is_muted, of_no_use};
use crate::config::{Origin, Suppression};
use crate::judge::{Finding, Reason, Verdict};
use crate::rules::FactBook;
use crate::source::Source;
use crate::yaml::Fault;

/// Sets aside the conflicts of an article that a list speaks of; gives the indices of those of its
/// entries that set something aside. The article is known by its path from the list's folder.
pub fn suppress(
    source: &Source,
    path: &std::path::Path,
    findings: &mut [Finding],
    list: &[Suppression],
    book: &FactBook,
    today: Date,
) -> Vec<usize> {
    let mut used = Vec::new();
    for (index, it) in list.iter().enumerate() {
        if !it.is_for(path) || has_expired(it, today) {
            continue;
        }
        let value = it.value.as_ref().map(|set| set.value.as_str());
        for finding in findings.iter_mut() {
            if is_conflict_with(&it.fact.value, value, finding, source, book) {
                finding.verdict = Verdict::Unjudged(Reason::SetAside);
                let reason = &it.reason.value;
                finding.notes.push(format!("set aside by the configuration: {reason}"));
                used.push(index);
            }
        }
    }
    used.dedup();
    used
}

/// What is to be said of an entry that set nothing aside in all articles: that it expired, or is of
/// no use. Nothing, where it was of use.
pub(crate) fn of_use(
    it: &Suppression,
    is_used: bool,
    book: &FactBook,
    today: Date,
) -> Option<Fault> {
    let Origin::File(span) = it.fact.origin else { return None };
    let warning = |code, message| Fault { warning: true, ..Fault::new(span, code, message) };
    if let Some(until) = it.until.as_ref().filter(|_| has_expired(it, today)) {
        let message = format!("it has set nothing aside since {}", until.value);
        let fault = warning("expired-suppression", message);
        return Some(fault.help("correct the articles, or give it another day"));
    }
    if is_used || is_muted(&it.fact.value, book) {
        return None;
    }
    let value = it.value.as_ref().map(|set| set.value.as_str());
    let help = "take it out, or mend its globs, its fact or its value";
    let (message, help) = of_no_use(&it.fact.value, value, help, book);
    Some(warning("unused-suppression", message).help(help))
}

fn has_expired(it: &Suppression, today: Date) -> bool {
    it.until.as_ref().is_some_and(|until| until.value < today)
}
