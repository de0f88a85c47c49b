//! Rule files: the YAML as its author wrote it, compiled into facts with their places.
//!
//! Mistakes are data ([`RuleProblem`]): all of a file's are found in one reading, each at its own
//! span. This module must not know articles, documents or claims.

mod compile;
pub mod expected;
#[cfg(test)]
pub(crate) mod marks;
mod meaning;
mod overdue;
mod packed;
mod parse;
mod predicate;
mod rare;
mod summary;
#[cfg(test)]
mod tests;
mod written;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use expected::Expected;
pub use overdue::overdue;
pub use packed::{pack, unpack};
pub use rare::{Empty, Rare};

use crate::source::{Source, Span};
use crate::yaml::Fault;

/// Compiled facts with the search structures over all their names.
#[derive(Debug, Default)]
pub struct FactBook {
    /// The rule files, for showing their lines.
    pub files: Vec<Arc<Source>>,
    /// Every fact, in order of file and place.
    pub facts: Vec<Fact>,
    /// Every subject, each once however many facts are about it.
    pub subjects: Vec<Subject>,
    /// The authors' own cues in lower case, each once, in order of the facts: those of facts that were
    /// left out too, for a cue tells whose a value is, whatever it is about.
    pub cues: Vec<String>,
    /// What is known of the facts that were left out, if any could be.
    pub part: Option<Part>,
}

/// A part of a book: the facts that some articles can be about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// For each fact its place in the whole book; they rise.
    pub numbers: Vec<u32>,
    /// Facts of the whole book.
    pub n_facts: usize,
}

impl FactBook {
    /// The facts that are to be heard of.
    pub fn heard(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| !fact.muted)
    }

    /// How many facts are to be heard of, those that were left out too: none of them is muted.
    pub fn n_heard(&self) -> usize {
        self.heard().count() + self.n_left_out()
    }

    /// How many facts no article of this run can be about.
    pub fn n_left_out(&self) -> usize {
        self.part.as_ref().map_or(0, |part| part.n_facts - self.facts.len())
    }

    /// Whether no fact is stated.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.n_left_out() == 0
    }

    /// The place of a fact in the whole book.
    pub fn number_of(&self, fact: FactId) -> u32 {
        self.part.as_ref().map_or(fact.0, |part| part.numbers[fact.0 as usize])
    }

    /// The fact at a place in the whole book, unless it was left out.
    pub fn numbered(&self, number: u32) -> Option<FactId> {
        let place = match &self.part {
            Some(part) => part.numbers.binary_search(&number).ok()?,
            None => number as usize,
        };
        (place < self.facts.len()).then_some(FactId(place as u32))
    }
}

/// An index into [`FactBook::facts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u32);

/// An index into [`FactBook::subjects`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SubjectId(pub u32);

/// A span in one of the book's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "packed::Place", from = "packed::Place")]
pub struct Place {
    /// Index into [`FactBook::files`].
    pub file: u32,
    /// Where in it.
    pub span: Span,
}

/// The thing facts are about, known by its names. Equal lists of names are one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// The key under `subjects:`, when it has one.
    pub key: Option<String>,
    /// Its names as written; the first is what it is called in messages.
    pub names: Vec<String>,
    /// Nouns that may refer back to it: "the designation".
    pub kind: Vec<String>,
}

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FactSubject {
    /// One subject.
    One(SubjectId),
    /// Each must be mentioned in the sentence.
    All(Vec<SubjectId>),
    /// An office in all its shapes; role and body are lists of names.
    Role {
        /// Names of the role: "Defence Minister", "Minister of Defence".
        role: SubjectId,
        /// Names of the country or body it belongs to: "India", "Indian".
        of: SubjectId,
        /// Whether the role alone counts unless another country or body stands with it.
        bare: bool,
    },
}

impl FactSubject {
    /// Every subject in it, in order.
    pub fn ids(&self) -> Vec<SubjectId> {
        match self {
            Self::One(id) => vec![*id],
            Self::All(ids) => ids.clone(),
            Self::Role { role, of, .. } => vec![*role, *of],
        }
    }

    /// Gives each subject in it another id.
    fn renumber(&mut self, new: impl Fn(SubjectId) -> SubjectId) {
        match self {
            Self::One(id) => *id = new(*id),
            Self::All(ids) => ids.iter_mut().for_each(|id| *id = new(*id)),
            Self::Role { role, of, .. } => (*role, *of) = (new(*role), new(*of)),
        }
    }
}

/// How a fact's predicate is said: built-in families and the author's own cues.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Predicate {
    /// Names of built-in predicates ("signed").
    #[serde(with = "packed::families")]
    pub builtin: Vec<&'static str>,
    /// The author's own cues, as written ("chief negotiator", "founded by").
    pub cues: Vec<String>,
}

impl Predicate {
    /// `predicate: []`: bare association of subject and value.
    pub fn is_bare(&self) -> bool {
        self.builtin.is_empty() && self.cues.is_empty()
    }
}

/// How much a conflict weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Severity {
    /// Shown, fails nothing by default.
    Info,
    /// Shown, fails nothing by default.
    Warning,
    /// Fails the check.
    #[default]
    Error,
}

impl Severity {
    /// Every severity with its name in rule files.
    pub const ALL: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("info", Self::Info)];

    /// The severity of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|&(_, severity)| severity)
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// One expectation, compiled.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fact {
    /// Its id.
    pub id: String,
    /// The `topic:` of its file.
    // That of its file, which is kept once.
    #[serde(skip)]
    pub topic: Option<Arc<str>>,
    /// What it is about.
    pub subject: FactSubject,
    /// What is said of it.
    pub predicate: Predicate,
    /// The value expected.
    pub expected: Expected,
    /// `tolerance: 1 day`: how many days a date of this fact may be off.
    pub tolerance_days: i64,
    /// How much a conflict weighs.
    pub severity: Severity,
    /// Not to be heard of in this run. Its names and cues still tell whose a value is, so that the
    /// verdicts on other facts are those of any other run.
    pub muted: bool,
    /// A source, shown in the diagnostic.
    pub source: Option<Box<str>>,
    /// A note, shown in the diagnostic.
    pub note: Option<Box<str>>,
    /// The day the fact was last checked.
    #[serde(with = "packed::day")]
    pub checked: Option<jiff::civil::Date>,
    /// The day by which it wants checking again.
    #[serde(with = "packed::day")]
    pub review_by: Option<jiff::civil::Date>,
    /// `plans: judge`: a plan that differs is a conflict.
    pub judge_plans: bool,
    /// A repeatable event: a value that fits no row is unjudged unless the claim identifies the row.
    pub open: bool,
    /// The claim is not about this fact when one of these stands in its clause.
    pub unless: Rare<Vec<String>>,
    /// Only articles whose path matches one of these globs; empty means all.
    pub articles: Rare<Vec<String>>,
    /// Only articles dated in it.
    pub valid: Option<Box<crate::value::date::Expected>>,
    /// A regular expression with a group `value`.
    #[serde(with = "packed::pattern")]
    pub pattern: Option<Box<regex::Regex>>,
    /// Its examples.
    pub examples: Rare<Examples>,
    /// The place of its id.
    pub id_place: Place,
    /// The place of its expected value.
    pub value_place: Place,
}

/// Sentences that must agree, conflict or be left alone.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Examples {
    /// Each must give an agreeing claim and no conflict.
    pub agrees: Vec<Example>,
    /// Each must give a conflict.
    pub conflicts: Vec<Example>,
    /// Each must give no judged claim on this fact.
    pub ignores: Vec<Example>,
}

/// One example, with the article date it assumes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Example {
    /// The text, an article of its own.
    pub text: String,
    /// The article's date.
    #[serde(with = "packed::day")]
    pub date: Option<jiff::civil::Date>,
    /// Where it stands.
    pub place: Place,
}

/// A mistake in a rule file or the configuration, at its own span.
#[derive(Debug, Clone)]
pub struct RuleProblem {
    /// The file it stands in.
    pub file: Arc<Source>,
    /// What the message points at.
    pub span: Span,
    /// A fixed code, kebab-case: `unknown-key`, `bad-date` ...
    pub code: &'static str,
    /// The message, one sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// A second place, such as the first of two equal ids.
    pub related: Option<(Arc<Source>, Span, String)>,
    /// A warning does not stop the check.
    pub warning: bool,
}

impl RuleProblem {
    /// A fault of the file.
    pub(crate) fn of(file: &Arc<Source>, fault: Fault) -> Self {
        Self {
            file: Arc::clone(file),
            span: fault.span,
            code: fault.code,
            message: fault.message,
            help: fault.help,
            related: fault.related.map(|(span, label)| (Arc::clone(file), span, label)),
            warning: fault.warning,
        }
    }
}

/// Compiles rule files. The book holds every fact that could be read even when there are problems;
/// the caller decides that a problem which is not a warning stops the check.
pub fn load(files: Vec<Source>) -> (FactBook, Vec<RuleProblem>) {
    compile::load(files)
}
