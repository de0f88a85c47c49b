//! The proposed facts as one rule file: each once, none against another, all examples coming out.

use std::collections::BTreeSet;
use std::collections::HashSet;

use super::Unlinked;
use super::candidate::Candidate;
use crate::document::Document;
use crate::drill::{self, Outcome, Wanted};
use crate::judge::{Checker, Circumstances, Verdict};
use crate::rules;
use crate::source::Source;

/// A drafted rule file.
#[derive(Debug, Clone, Default)]
pub struct Drafted {
    /// The file; empty when nothing is proposed.
    pub yaml: String,
    /// How many facts it states.
    pub n_facts: usize,
    /// Values that no fact could be made of.
    pub unlinked: Vec<Unlinked>,
}

/// A fact of the file.
struct Entry {
    id: String,
    candidate: Candidate,
    /// Where the text says otherwise, and what.
    otherwise: Vec<(String, String)>,
}

/// The file of these candidates, with remarks where the articles say otherwise.
pub(super) fn assembled(
    candidates: Vec<Candidate>,
    unlinked: Vec<Unlinked>,
    articles: &[(Source, Document)],
) -> Drafted {
    let mut entries = merged(candidates);
    while !entries.is_empty() {
        let faulty = faulty(&entries);
        if faulty.is_empty() {
            break;
        }
        drop_faulty(&mut entries, &faulty);
    }
    remark(&mut entries, articles);
    Drafted { yaml: yaml(&entries), n_facts: entries.len(), unlinked }
}

/// Notes at each fact where an article conflicts with it.
fn remark(entries: &mut [Entry], articles: &[(Source, Document)]) {
    let (book, _) = rules::load(vec![Source::new("draft.yaml", yaml(entries))]);
    let checker = Checker::new(book);
    for (source, document) in articles {
        let document = document.clone();
        let checked = checker.check_lifted(source, document, Circumstances::default());
        let findings = checked.article.findings.iter();
        for finding in findings.filter(|it| it.verdict == Verdict::Conflicts) {
            let line_number = source.location(finding.span.start).line_number;
            let place = format!("{}:{line_number}", source.name());
            let id = &checker.book.facts[finding.fact.0 as usize].id;
            let own = entries.iter_mut().filter(|entry| entry.id == *id);
            for entry in own.filter(|entry| entry.otherwise.iter().all(|(at, _)| *at != place)) {
                entry.otherwise.push((place.clone(), source.slice(finding.span).to_owned()));
            }
        }
    }
}

/// Each fact once, with every sentence that states it.
fn merged(candidates: Vec<Candidate>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut ids = HashSet::new();
    for candidate in candidates {
        if let Some(entry) = entries.iter_mut().find(|it| it.candidate.is_same(&candidate)) {
            let new = candidate.agrees.into_iter();
            let known = entry.candidate.agrees.clone();
            entry.candidate.agrees.extend(new.filter(|it| !known.contains(it)));
        } else if let Some(entry) = entries.iter_mut().find(|it| it.candidate.is_of(&candidate)) {
            let value =
                candidate.value.first().map(|(_, value)| value.trim_matches('"').to_owned());
            entry.otherwise.push((candidate.place, value.unwrap_or_default()));
        } else {
            let id = new_id(&candidate, &mut ids);
            entries.push(Entry { id, candidate, otherwise: Vec::new() });
        }
    }
    entries
}

/// `orrin-dam-opened`, and `orrin-dam-opened-2` when that is taken.
fn new_id(candidate: &Candidate, ids: &mut HashSet<String>) -> String {
    let predicate = candidate.predicate.as_deref().filter(|it| *it != "[]");
    let said = predicate.or(candidate.value.first().map(|(key, _)| *key)).unwrap_or_default();
    let id = slug(&format!("{} {said}", candidate.subject[0]));
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut free = std::iter::once(id.clone()).chain(numbered);
    free.find(|id| ids.insert(id.clone())).unwrap_or(id)
}

fn slug(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// The facts that do not come out beside the others, by index, each with the kinds of example that
/// are to blame; none of these when the fact itself is.
fn faulty(entries: &[Entry]) -> BTreeSet<(usize, Option<bool>)> {
    let (book, problems) = rules::load(vec![Source::new("draft.yaml", yaml(entries))]);
    let index_of = |id: &str| entries.iter().position(|entry| entry.id == id);
    if !problems.is_empty() {
        let blamed = problems.iter().filter_map(|problem| {
            let before = |place: &crate::rules::Place| place.span.start <= problem.span.start;
            let fact = book.facts.iter().rev().find(|fact| before(&fact.id_place))?;
            Some((index_of(&fact.id)?, None))
        });
        let blamed: BTreeSet<_> = blamed.collect();
        // What cannot be blamed on one is the last one's fault: the file must get shorter.
        return if blamed.is_empty() { [(entries.len() - 1, None)].into() } else { blamed };
    }
    let drilled = drill::run(book);
    let wrong = drilled.trials.iter().filter(|trial| trial.outcome != Outcome::Validated);
    wrong
        .filter_map(|trial| {
            let fact = &drilled.book().facts[trial.fact.0 as usize];
            Some((index_of(&fact.id)?, Some(trial.wanted == Wanted::Conflicts)))
        })
        .collect()
}

fn drop_faulty(entries: &mut Vec<Entry>, faulty: &BTreeSet<(usize, Option<bool>)>) {
    for &(index, part) in faulty.iter().rev() {
        match part {
            Some(true) => entries[index].candidate.conflicts.clear(),
            Some(false) if entries[index].candidate.agrees.len() > 1 => {
                entries[index].candidate.agrees.truncate(1);
            }
            Some(false) | None => entries[index].candidate.agrees.clear(),
        }
    }
    entries.retain(|entry| !entry.candidate.agrees.is_empty());
}

fn yaml(entries: &[Entry]) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let mut yaml = String::from(
        "# A draft: what the text says, not what is true. Look each value up, and add a `source`.\n\
         facts:\n",
    );
    for Entry { id, candidate, otherwise } in entries {
        yaml += &format!("  # {}\n", comment(&candidate.place));
        for (place, value) in otherwise {
            yaml += &format!("  # {} says otherwise: {}\n", comment(place), comment(value));
        }
        yaml += &candidate.yaml(id);
    }
    yaml
}

/// A text that ends no comment.
fn comment(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
