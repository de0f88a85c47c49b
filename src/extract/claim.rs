//! A claim: "this text says predicate P of subject S is V, in this stance", with the trace of why.

use crate::rules::FactId;
use crate::source::Span;
use crate::value::Reading;
use crate::value::date::Tense;

/// A partial row of a fact, stated by the article.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The fact it is about.
    pub fact: FactId,
    /// The values stated, each at its own span; several only for relations.
    pub slots: Vec<Slot>,
    /// The subject's mention in the source, when the sentence or a head names it.
    pub subject: Option<Span>,
    /// The sentence that makes it, in the source.
    pub sentence: Span,
    /// How the text stands to it.
    pub stance: Stance,
    /// Where the clause's verb places the event.
    pub tense: Tense,
    /// Dates stated before it, nearest first, for "the same year".
    pub anchors: Vec<Reading>,
    /// The last date with a year before a day without one, in an article that states no date of its own.
    pub told: Option<Reading>,
    /// Dates stated with a holder: "mayor in 2011".
    pub times: Vec<Reading>,
    /// A date that heads the claim's list or section, for a day without a year.
    pub frame: Option<Reading>,
    /// Those dates alone say when; the article's day does not count.
    pub dated: bool,
    /// The holder is called former.
    pub former: bool,
    /// The times say since when: it still holds.
    pub still: bool,
    /// Inside a quotation: "today" is the quotation's day.
    pub quoted: bool,
    /// Set when the link itself is in doubt.
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
    /// Stands in a head of the value's row: it identifies the row and is no finding of its own.
    pub given: bool,
}

/// A stated value of any kind.
#[derive(Debug, Clone)]
pub enum Stated {
    /// A date, number, ordinal ... as read.
    Reading(Reading),
    /// A person's name.
    Name(String),
    /// The modifier "acting"; its absence is never stated.
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
}

impl Stance {
    /// The word of the JSON report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Reported => "reported",
            Self::Quoted => "quoted",
            Self::Negated => "negated",
            Self::Planned => "planned",
            Self::Expected => "expected",
            Self::Hypothetical => "hypothetical",
            Self::Question => "question",
            Self::Corrected => "corrected",
        }
    }
}

/// Why the link between subject and value is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Several facts could be meant: only agreement is heard.
    Either,
    /// The statement is limited to another time, a part or a case: only agreement is heard.
    Limited,
    /// Subject, predicate and value stand together, but nothing ties them: only agreement is heard,
    /// and nothing is said otherwise.
    Loose,
}

/// The steps that led to a claim, for `explain` and `inspect`.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The construction that paired subject and value: "bracket", "fronted adverbial".
    pub construction: &'static str,
    /// The cue's span in the source.
    pub cue: Option<Span>,
    /// The subject is not named but only referred to: "it", "its", "the record attendance".
    pub referred: bool,
}
