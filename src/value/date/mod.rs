//! Dates in English prose: an interval of days with a precision, absolute or relative.
//!
//! The way of a date: [`read`] scans the text into tokens with a role each (`scan`, `words`), tries the
//! patterns at every token that can begin a date (`read`, then one file a family), and keeps what the
//! words say as a [`Stated`] form (`form`). Only [`Stated::resolve`] brings in the article's day, the
//! anchor and the tense (`resolve`). A rule's date is an [`Expected`] (`expected`); [`compare`] sees
//! nothing but intervals. To add a form: a function in its family's file, and its cases in `cases/`.
//!
//! Other kinds of values, articles and subjects are unknown here; tense is handed in.

mod absolute;
mod anchored;
mod bounds;
mod calendar;
mod compare;
#[cfg(test)]
mod corpus;
mod decade;
mod edtf;
mod expected;
mod field;
mod fiscal;
mod form;
mod holiday;
mod joints;
mod lists;
mod names;
mod narrative;
mod negative;
mod nouns;
mod number_words;
mod numeric;
mod part;
mod pieces;
mod pointed;
mod print;
mod ranges;
mod read;
mod relative;
mod resolve;
mod scan;
mod season;
mod shift;
mod stated;
mod tense;
#[cfg(test)]
mod tests;
mod walk;
mod week;
mod words;

use jiff::civil::Date;

pub use compare::{compare, compare_period, compare_with_tolerance};
pub use edtf::edtf;
pub use expected::{Expected, ParseError};
pub use numeric::shown_order;
pub use print::restyled;
pub use read::read;
pub use shift::ELAPSED;
pub use stated::Precision;
pub use tense::{tense_at, tense_of};
pub use walk::{Walk, resolve_all};

/// Days from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Interval {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

/// What is known of the day an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ArticleTime {
    /// Nothing.
    #[default]
    Unknown,
    /// The day.
    Day(Date),
    /// Some day in it, inferred from the text.
    Within(Interval),
}

/// Where the verb of the value's clause places the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tense {
    /// No verb settles it.
    #[default]
    Unknown,
    /// The event lies on or before the article's day.
    Past,
    /// The event lies on or after the article's day.
    Future,
}

/// The order of 03/04/2020.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayMonthOrder {
    /// Not known: both readings are kept.
    #[default]
    Unknown,
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// Everything a stated date may be resolved against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// The article's day.
    pub article: ArticleTime,
    /// The last dated event of the text before this place, for "the same year", "a year later".
    pub anchor: Option<Interval>,
    /// The clause's tense.
    pub tense: Tense,
    /// The order of numeric dates.
    pub order: DayMonthOrder,
    /// First month of the fiscal year, 1 to 12; "FY2016-17" begins in it.
    pub fiscal_year_start: i8,
}

impl Context {
    /// The defaults: no anchor, no tense, no known order, fiscal years from April.
    pub const fn new(article: ArticleTime) -> Self {
        Self {
            article,
            anchor: None,
            tense: Tense::Unknown,
            order: DayMonthOrder::Unknown,
            fiscal_year_start: 4,
        }
    }
}

impl Default for Context {
    fn default() -> Self {
        Self::new(ArticleTime::Unknown)
    }
}

/// A date as the text states it (underspecified, relative or absolute).
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    form: form::Form,
}
