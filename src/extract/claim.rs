//! A claim: "this text says predicate P of subject S is V, in this stance", with the trace of why.

use crate::rules::FactId;
use crate::source::Span;
use crate::value::Reading;
use crate::value::date::{Interval, Tense};

/// A partial row of a fact, stated by the article.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The fact it is about.
    pub fact: FactId,
    /// The values stated, each at its own span; several only for relations.
    pub slots: Vec<Slot>,
    /// The subject's mention, when the claim's sentence or an antecedent names it.
    pub subject: Option<Span>,
    /// How the text stands to it.
    pub stance: Stance,
    /// Where the clause's verb places the event.
    pub tense: Tense,
    /// The last dated event before it, for "the same year".
    pub anchor: Option<Interval>,
    /// Set when the link itself is in doubt: the claim is unjudged for this reason.
    pub doubt: Option<Doubt>,
    /// Why it was made.
    pub trace: Trace,
}

/// One value of a claim.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The column of the fact it fills: its value key, or a column of an edition.
    pub column: &'static str,
    /// The value's span in the source.
    pub span: Span,
    /// What is stated.
    pub stated: Stated,
}

/// A stated value of any kind.
#[derive(Debug, Clone)]
pub enum Stated {
    /// A date, number, ordinal ... as read.
    Reading(Reading),
    /// A person's name.
    Name(String),
    /// The modifier "acting", or its absence is never stated.
    Acting,
    /// A text filling the slot.
    Text(String),
    /// A list of names.
    Members {
        /// The names in order.
        names: Vec<String>,
        /// Whether the listing claims to be complete.
        complete: bool,
    },
}

/// How the text stands to the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Said in the article's own voice.
    Asserted,
    /// Reported speech.
    Reported,
    /// Inside a quotation.
    Quoted,
    /// Negated or denied.
    Negated,
    /// Announced for the future.
    Planned,
    /// A past expectation: "was to have been launched".
    Expected,
    /// A condition, a rumour, a hypothesis.
    Hypothetical,
    /// A question.
    Question,
    /// Marked as wrong by the article itself.
    Corrected,
    /// True of an earlier holder: "former X".
    Former,
}

/// Why the link between subject and value is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Two subjects fit equally well.
    AmbiguousSubject,
    /// Two values fit equally well.
    AmbiguousValue,
    /// Another event stands between.
    RivalEvent,
}

/// The steps that led to a claim, for `explain` and `inspect`.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The construction that paired subject and value: "bracket", "passive", "fronted adverbial".
    pub construction: &'static str,
    /// The cue's span in the source.
    pub cue: Option<Span>,
    /// The last day stated with the claim that dates it ("mayor in 2011"), in the source.
    pub notes: Vec<String>,
}
