//! Which facts a text can be about, told by its words alone: those of every subject that it may name,
//! and of every other that shares a name with one.
//!
//! Where none of a subject's names can stand in a text, no mention, reference or office of it can be
//! found there, and its facts have no say in anything; but for their cues, which are kept with the
//! whole. A name stands in no text that lacks its first or its last word, in whatever order they are
//! looked for. It must not know how mentions are found.

use rustc_hash::FxHashMap;

use super::table::Rows;
use crate::rules::{FactBook, Subject};
use crate::text::fold::folded_words;
use crate::text::{NameEnds, Vocabulary};

/// Tables to choose by.
pub(super) struct Choice<'b> {
    /// Both ends of every name, and its subject.
    pub(super) names: Rows<'b, 3>,
    /// Each subject that shares a name with others, and one that stands for all of them.
    pub(super) sharing: Rows<'b, 2>,
    /// Every subject of every fact.
    pub(super) links: Rows<'b, 2>,
    /// Facts that are wanted whatever a text says: those to be reviewed by a day.
    pub(super) due: Rows<'b, 1>,
}

impl Choice<'_> {
    /// Puts the tables down.
    pub(super) fn put(bytes: &mut Vec<u8>, book: &FactBook) {
        Rows::put(bytes, &names(&book.subjects));
        Rows::put(bytes, &sharing(&book.subjects));
        let facts = || (0_u32..).zip(&book.facts);
        let links = facts().flat_map(|(number, fact)| {
            fact.subject.ids().into_iter().map(move |subject| [subject.0, number])
        });
        Rows::put(bytes, &links.collect::<Vec<_>>());
        let due = facts().filter(|(_, fact)| fact.review_by.is_some());
        Rows::put(bytes, &due.map(|(number, _)| [number]).collect::<Vec<_>>());
    }

    /// Which of so many subjects a text of these words may be about.
    pub(super) fn named(&self, words: &Vocabulary, n_subjects: usize) -> Option<Vec<bool>> {
        let mut named = vec![false; n_subjects];
        for [first, last, subject] in self.names.iter() {
            if words.may_hold(NameEnds { first, last }) {
                *named.get_mut(subject as usize)? = true;
            }
        }
        let mut groups = vec![false; n_subjects];
        for [subject, group] in self.sharing.iter() {
            *groups.get_mut(group as usize)? |= *named.get(subject as usize)?;
        }
        for [subject, group] in self.sharing.iter() {
            named[subject as usize] |= groups[group as usize];
        }
        Some(named)
    }

    /// The facts about one of these subjects, by their numbers in order.
    pub(super) fn facts(&self, subjects: &[bool], n_facts: usize) -> Option<Vec<u32>> {
        let mut wanted = Vec::new();
        for [subject, fact] in self.links.iter() {
            if *subjects.get(subject as usize)? {
                wanted.push(fact);
            }
        }
        wanted.extend(self.due.iter().map(|[fact]| fact));
        wanted.sort_unstable();
        wanted.dedup();
        wanted.last().is_none_or(|&last| (last as usize) < n_facts).then_some(wanted)
    }
}

fn names(subjects: &[Subject]) -> Vec<[u32; 3]> {
    let mut rows = Vec::with_capacity(subjects.len());
    for (id, subject) in (0_u32..).zip(subjects) {
        for name in &subject.names {
            // A title is looked for in lower case too.
            for name in [name.as_str(), &name.to_lowercase()] {
                let row = NameEnds::of(name).map(|NameEnds { first, last }| [first, last, id]);
                rows.extend(row.filter(|row| rows.last() != Some(row)));
            }
        }
    }
    rows
}

/// Subjects that share a name with another, or with one that does, and so on: each with the first
/// of its group.
fn sharing(subjects: &[Subject]) -> Vec<[u32; 2]> {
    let mut above: Vec<usize> = (0..subjects.len()).collect();
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for (id, subject) in subjects.iter().enumerate() {
        for name in &subject.names {
            let other = *known.entry(folded_words(name).join(" ")).or_insert(id);
            let (one, other) = (first_of(&mut above, id), first_of(&mut above, other));
            above[one.max(other)] = one.min(other);
        }
    }
    let firsts: Vec<usize> = (0..subjects.len()).map(|id| first_of(&mut above, id)).collect();
    let mut is_shared = vec![false; subjects.len()];
    for (id, &first) in firsts.iter().enumerate().filter(|(id, first)| id != *first) {
        (is_shared[id], is_shared[first]) = (true, true);
    }
    let shared = firsts.iter().enumerate().filter(|(id, _)| is_shared[*id]);
    shared.map(|(id, &first)| [id as u32, first as u32]).collect()
}

/// The top of the chain that something stands in, which gets shorter on the way.
fn first_of(above: &mut [usize], mut at: usize) -> usize {
    while above[at] != at {
        above[at] = above[above[at]];
        at = above[at];
    }
    at
}
