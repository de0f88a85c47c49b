//! The compiled form of rule files as bytes, so that a later run need not read the files again, nor
//! every fact in them.
//!
//! Numbers stand here for rows of the program's tables and for files: whoever keeps the bytes names
//! them by the rule files, byte for byte, and by the program. It must not know where they are kept,
//! nor articles: of those it is told the words alone.

mod choice;
mod form;
mod table;
mod warning;

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Fact, FactBook, Part, RuleProblem, Subject, SubjectId};
use crate::source::Source;
use crate::text::Vocabulary;
use choice::Choice;
pub(super) use form::{Place, column_key, day, families, pattern};
use table::{Records, Rows, parts, put_part};
use warning::Warning;

/// What stands before facts and subjects: whatever is wanted of all of them.
#[derive(Serialize, Deserialize)]
struct Head<'b> {
    /// The `topic:` of each file.
    topics: Vec<Option<Cow<'b, str>>>,
    cues: Vec<String>,
    warnings: Vec<Warning>,
}

/// The parts of the bytes, in order.
struct Packed<'b> {
    /// A [`Head`].
    head: &'b [u8],
    choice: Choice<'b>,
    subjects: Records<'b>,
    facts: Records<'b>,
}

/// The compiled form of a book as [`load`](super::load) gives it; nothing when one of the problems is
/// an error, so that there is nothing to be checked with it.
pub fn pack(book: &FactBook, problems: &[RuleProblem]) -> Option<Vec<u8>> {
    let mut topics = vec![None; book.files.len()];
    for fact in &book.facts {
        topics[fact.id_place.file as usize] = fact.topic.as_deref().map(Cow::Borrowed);
    }
    let warnings = problems.iter().map(|problem| Warning::of(problem, &book.files));
    let warnings = warnings.collect::<Option<_>>()?;
    let head = Head { topics, cues: book.cues.clone(), warnings };
    let mut bytes = Vec::new();
    put_part(&mut bytes, &postcard::to_allocvec(&head).ok()?);
    Choice::put(&mut bytes, book);
    Records::put(&mut bytes, &book.subjects)?;
    Records::put(&mut bytes, &book.facts)?;
    Some(bytes)
}

/// What [`pack`] was given, made of the same files. Of the facts those alone that a text of these
/// `words` may be about, if any are given: what such a text says is then judged as with all facts.
///
/// # Errors
/// The files, when the bytes are not what [`pack`] made.
pub fn unpack(
    bytes: &[u8],
    files: Vec<Source>,
    words: Option<&Vocabulary>,
) -> Result<(FactBook, Vec<RuleProblem>), Vec<Source>> {
    let read = Packed::of(bytes).and_then(|packed| {
        let head: Head<'_> = postcard::from_bytes(packed.head).ok()?;
        let taken = packed.take(&head, words)?;
        (head.topics.len() == files.len()).then_some((head, taken))
    });
    let Some((head, mut book)) = read else { return Err(files) };
    book.cues = head.cues;
    book.files = files.into_iter().map(Arc::new).collect();
    let warnings = head.warnings.into_iter();
    let problems = warnings.filter_map(|it| it.problem(&book.files)).collect();
    Ok((book, problems))
}

impl<'b> Packed<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let [head, names, sharing, links, due, subject_ends, subjects, fact_ends, facts] =
            parts(bytes)?;
        let choice = Choice {
            names: Rows::of(names)?,
            sharing: Rows::of(sharing)?,
            links: Rows::of(links)?,
            due: Rows::of(due)?,
        };
        let subjects = Records { ends: Rows::of(subject_ends)?, bytes: subjects };
        let facts = Records { ends: Rows::of(fact_ends)?, bytes: facts };
        Some(Self { head, choice, subjects, facts })
    }

    /// A book without files, of the facts that are wanted and of all their subjects.
    fn take(&self, head: &Head<'_>, words: Option<&Vocabulary>) -> Option<FactBook> {
        let n_facts = self.facts.len();
        let mut subjects = match words {
            Some(words) => self.choice.named(words, self.subjects.len())?,
            None => vec![true; self.subjects.len()],
        };
        let numbers = match words {
            Some(_) => self.choice.facts(&subjects, n_facts)?,
            None => (0..n_facts as u32).collect(),
        };
        let topics: Vec<Option<Arc<str>>> =
            head.topics.iter().map(|topic| topic.as_deref().map(Arc::from)).collect();
        let mut facts: Vec<Fact> = Vec::with_capacity(numbers.len());
        for &number in &numbers {
            let mut fact: Fact = self.facts.get(number)?;
            fact.topic.clone_from(topics.get(fact.id_place.file as usize)?);
            for id in fact.subject.ids() {
                *subjects.get_mut(id.0 as usize)? = true;
            }
            facts.push(fact);
        }
        let (ids, subjects) = self.subjects(&subjects)?;
        for fact in &mut facts {
            fact.subject.renumber(|id| ids[id.0 as usize]);
        }
        let part = words.map(|_| Part { numbers, n_facts });
        Some(FactBook { facts, subjects, part, ..FactBook::default() })
    }

    /// The subjects that are wanted, and the new id of each.
    fn subjects(&self, wanted: &[bool]) -> Option<(Vec<SubjectId>, Vec<Subject>)> {
        let mut subjects = Vec::new();
        let mut ids = Vec::with_capacity(wanted.len());
        for (id, &is_wanted) in wanted.iter().enumerate() {
            ids.push(SubjectId(subjects.len() as u32));
            if is_wanted {
                subjects.push(self.subjects.get(id as u32)?);
            }
        }
        Some((ids, subjects))
    }
}
