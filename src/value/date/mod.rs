//! Dates: an interval of days with a precision, absolute or relative.

use jiff::civil::Date;

use super::{Comparator, Fit, Reading};

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

/// A date as the text states it (underspecified, relative or absolute).
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {}

/// A date as a rule states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {}

/// Finds the dates in `text`.
pub fn read(_text: &str, _readings: &mut Vec<Reading>) {}

impl Stated {
    /// Every interval the date can mean in this context: one where it is settled, several where the
    /// text keeps several readings; an error says what is missing.
    pub fn resolve(&self, _context: &Context) -> Result<Vec<Interval>, super::Unsettled> {
        Err(super::Unsettled::Incomparable)
    }
}

/// Holds a stated date against an expected one.
pub fn compare(_: &Expected, _: &Stated, _: Comparator, _: &Context) -> Fit {
    Fit::Unsettled(super::Unsettled::Incomparable)
}
