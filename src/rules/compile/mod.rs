//! From written rules to the book: the order of the work, and what is known across files.
//!
//! One file per part of a fact. Nothing here stops at a mistake: a part that is faulty is left out
//! and reported, its neighbours are compiled.

mod contradiction;
mod examples;
mod fact;
mod file;
mod part;
mod rows;
mod subject;
pub(super) mod value;

pub(super) use fact::compiled_pattern;

use std::cell::Cell;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::predicate::PredicateWord;
use super::{Fact, FactBook, Place, RuleProblem, SubjectId};
use crate::source::{Source, Span};
use crate::yaml::{Fault, Faults};

/// Compiles all files into one book.
pub(super) fn load(files: Vec<Source>) -> (FactBook, Vec<RuleProblem>) {
    let mut builder = BookBuilder::default();
    for source in files {
        let file = u32::try_from(builder.book.files.len()).unwrap_or(u32::MAX);
        let source = Arc::new(source);
        builder.book.files.push(Arc::clone(&source));
        let faults = Faults::default();
        file::compile(&mut builder, file, &source, &faults);
        for fault in faults.into_sorted() {
            builder.report(file, fault);
        }
    }
    subject::find_keys_of_other_files(&mut builder);
    contradiction::find(&mut builder);
    builder.book.cues = own_cues(&builder.book.facts);
    builder.problems.sort_by_key(|(file, problem)| (*file, problem.span.start));
    let problems = builder.problems.into_iter().map(|(_, problem)| problem).collect();
    (builder.book, problems)
}

/// The authors' own cues in lower case, each once.
fn own_cues(facts: &[Fact]) -> Vec<String> {
    let mut seen = FxHashSet::default();
    let cues = facts.iter().flat_map(|fact| &fact.predicate.cues);
    cues.map(|cue| cue.to_lowercase()).filter(|cue| seen.insert(cue.clone())).collect()
}

/// The book in the making, with what its parts share.
#[derive(Default)]
struct BookBuilder {
    book: FactBook,
    /// Subjects by their names in order of the alphabet: equal lists are one subject.
    subject_ids: FxHashMap<Box<str>, SubjectId>,
    /// Each key of `subjects` in any file, where it first stands.
    keys: FxHashMap<String, (SubjectId, Place)>,
    /// Names that look like keys, with their places.
    doubtful_names: Vec<(String, Place)>,
    /// Where each id was first given.
    fact_ids: FxHashMap<Box<str>, Place>,
    /// What each word under `predicate` is taken for.
    predicate_words: FxHashMap<Box<str>, PredicateWord>,
    /// With the index of their file, for the order of reports.
    problems: Vec<(u32, RuleProblem)>,
}

impl BookBuilder {
    /// A fault becomes a problem of its file.
    fn report(&mut self, file: u32, fault: Fault) {
        let problem = RuleProblem::of(&self.book.files[file as usize], fault);
        self.problems.push((file, problem));
    }

    /// A fault with a second place that may be in another file.
    fn report_beside(&mut self, file: u32, fault: Fault, beside: Place, label: &str) {
        let other = Arc::clone(&self.book.files[beside.file as usize]);
        self.report(file, fault);
        if let Some((_, problem)) = self.problems.last_mut() {
            problem.related = Some((other, beside.span, label.to_owned()));
        }
    }
}

/// What compiling the parts of one file needs.
struct FileScope<'f> {
    file: u32,
    source: &'f Source,
    faults: &'f Faults,
    topic: Option<Arc<str>>,
    /// The keys of `subjects`.
    keys: FxHashMap<String, SubjectId>,
    /// Every name under `subjects`, with its key and its place.
    names: FxHashMap<String, (String, Span)>,
    /// How many more times a text may be compared with a key, see [`subject`].
    key_comparisons: Cell<usize>,
}

/// Enough for a thousand doubtful subjects beside a thousand keys.
const KEY_COMPARISONS: usize = 1_000_000;

impl FileScope<'_> {
    fn place(&self, span: Span) -> Place {
        Place { file: self.file, span }
    }

    /// A span cut to its first line, to point at a thing of many lines.
    fn first_line(&self, span: Span) -> Span {
        let line = self.source.line_span(self.source.line_index(span.start));
        Span::new(span.start, span.end.min(line.end).max(span.start))
    }

    fn fault(&self, fault: Fault) {
        self.faults.push(fault);
    }

    /// A key that must be there is not, unless an unknown key in `whole` was meant to be it.
    fn missing(&self, whole: Span, at: Span, key: &str) {
        if !self.faults.meant(key, whole) {
            let message = format!("missing key `{key}`");
            self.fault(Fault::new(self.first_line(at), "missing-key", message));
        }
    }
}
