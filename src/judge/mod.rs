//! Verdicts: stated values held against expected ones. Compares typed values only; it must not read
//! text or know how a claim was found.

mod checker;
mod clock;
mod date;
mod holder;
mod rivals;
mod rows;
mod text;
mod verdict;

pub use checker::{Checked, Checker, Circumstances};

use crate::document::ArticleDate;
use crate::extract::{Stance, Stated};
use crate::rules::{Expected, FactId, Place, Severity};
use crate::source::Span;
use crate::value::date::{Context, DayMonthOrder, Interval};

/// What became of one stated value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Both can be true.
    Agrees,
    /// Both cannot be true.
    Conflicts,
    /// Not judged, because.
    Unjudged(Reason),
}

/// Why a claim is unjudged. [`Reason::code`] is part of the JSON report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Negated or denied.
    Negated,
    /// A plan that differs from what happened.
    Plan,
    /// A past expectation.
    Expectation,
    /// Conditional, hypothesis, rumour, myth.
    Hypothetical,
    /// A question.
    Question,
    /// Marked as wrong by the article itself.
    Corrected,
    /// A relative date, and the article's date is not known.
    NoArticleDate,
    /// A relative date without an anchor in the text.
    NoAnchor,
    /// 03/04/2020 with no known order.
    AmbiguousDate,
    /// Two subjects or two values fit equally well.
    AmbiguousLink,
    /// Another event may own the value.
    RivalEvent,
    /// The stated value cannot be compared (another unit's dimension, a vague expression).
    Incomparable,
    /// The fact says nothing of the article's day.
    OutsideKnownPeriod,
    /// A repeatable event, and nothing identifies which one.
    OpenSeries,
    /// A row that fits no row of the fact, with a tie between the values that could be wrong.
    Tie,
    /// The fact holds for articles of a period, and this one's date is unknown.
    UndatedArticle,
    /// The statement is limited to another time, a part or a case.
    Limited,
    /// A conflict that a note of the article or the configuration sets aside, with its reason.
    SetAside,
    /// A conflict that the baseline lists.
    Baseline,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 19] = [
        Self::Negated,
        Self::Plan,
        Self::Expectation,
        Self::Hypothetical,
        Self::Question,
        Self::Corrected,
        Self::NoArticleDate,
        Self::NoAnchor,
        Self::AmbiguousDate,
        Self::AmbiguousLink,
        Self::RivalEvent,
        Self::Incomparable,
        Self::OutsideKnownPeriod,
        Self::OpenSeries,
        Self::Tie,
        Self::UndatedArticle,
        Self::Limited,
        Self::SetAside,
        Self::Baseline,
    ];

    /// The fixed code of the JSON report.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Negated => "negated",
            Self::Plan => "plan",
            Self::Expectation => "expectation",
            Self::Hypothetical => "hypothetical",
            Self::Question => "question",
            Self::Corrected => "corrected",
            Self::NoArticleDate => "no-article-date",
            Self::NoAnchor => "no-anchor",
            Self::AmbiguousDate => "ambiguous-date",
            Self::AmbiguousLink => "ambiguous-link",
            Self::RivalEvent => "rival-event",
            Self::Incomparable => "incomparable",
            Self::OutsideKnownPeriod => "outside-known-period",
            Self::OpenSeries => "open-series",
            Self::Tie => "tie",
            Self::UndatedArticle => "undated-article",
            Self::Limited => "limited",
            Self::SetAside => "set-aside",
            Self::Baseline => "baseline",
        }
    }

    /// The reason in words, to follow "unjudged: ".
    pub const fn message(self) -> &'static str {
        match self {
            Self::Negated => "the text denies it",
            Self::Plan => "a plan, not what happened",
            Self::Expectation => "an expectation, not what happened",
            Self::Hypothetical => "a condition, a rumour or a hypothesis",
            Self::Question => "a question",
            Self::Corrected => "the text itself marks it as wrong",
            Self::NoArticleDate => "a relative date, and the article states no date",
            Self::NoAnchor => "the date refers to one the text does not give",
            Self::AmbiguousDate => "day and month could be either way round",
            Self::AmbiguousLink => "two readings fit equally well",
            Self::RivalEvent => "the value may belong to another event",
            Self::Incomparable => "the two values cannot be compared",
            Self::OutsideKnownPeriod => "the fact says nothing of that time",
            Self::OpenSeries => "the event repeats, and nothing says which one is meant",
            Self::Tie => "it fits no row, and no single value is to blame",
            Self::UndatedArticle => "the fact holds for a period, and the article states no date",
            Self::Limited => "the text limits it to another time, a part or a case",
            Self::SetAside => "the conflict is set aside, by a note or by the configuration",
            Self::Baseline => "the baseline lists the conflict",
        }
    }
}

/// One stated value with its verdict; everything a report needs.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The fact.
    pub fact: FactId,
    /// What became of it.
    pub verdict: Verdict,
    /// How much it weighs: as the fact says, unless the caller weighs it otherwise in this article.
    pub severity: Severity,
    /// The value's span in the source.
    pub span: Span,
    /// The stated value, normalised (EDTF, ISO 8601 durations, plain numbers with unit, names).
    pub stated: String,
    /// The expected value, normalised, of the nearest row.
    pub expected: String,
    /// How the text stands to it.
    pub stance: Stance,
    /// The subject's mention in the source.
    pub subject: Option<Span>,
    /// The rule's place that states the expected value (the row, for a relation).
    pub place: Place,
    /// Extra words for the diagnostic: how a relative date was resolved, a name it resembles.
    pub notes: Vec<String>,
    /// The construction that paired subject and value.
    pub construction: &'static str,
    /// For a conflict with a single value, what stands against what.
    pub dispute: Option<Box<Dispute>>,
}

/// The typed values of a conflict, for whoever wants to set it right.
#[derive(Debug, Clone)]
pub struct Dispute {
    /// What the article states.
    pub stated: Stated,
    /// What is expected there: one value, never a relation; a holder's name is a text.
    pub expected: Expected,
    /// The order of day and month in the article's numeric dates.
    pub order: DayMonthOrder,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}

/// An article's verdicts, in order of place.
#[derive(Debug, Clone, Default)]
pub struct ArticleFindings {
    /// The article's date as stated or assumed.
    pub date: Option<ArticleDate>,
    /// The interval the text fixes when no date is stated.
    pub inferred: Option<Interval>,
    /// What its dates were read against.
    pub context: Context,
    /// The findings.
    pub findings: Vec<Finding>,
}
