//! What is known of the article's day, and how dates are resolved against it.
//!
//! An article without a date may still fix one beyond doubt: the windows of the office-holders it
//! names. The days left over are the inferred date.

use jiff::civil::Date;

use super::Circumstances;
use super::holder::{current_windows, is_plain_holder};
use crate::document::Document;
use crate::extract::{Claim, Stated};
use crate::rules::{Expected, FactBook};
use crate::value::date::{ArticleTime, Context, DayMonthOrder, Interval, Tense, shown_order};
use crate::value::{self, Reading, Value};

/// The article's day as far as it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// What holds for every date of the article.
    base: Context,
}

/// How long before the article a quotation's "today" may lie, in days.
const QUOTED_DAYS: i64 = 3;

/// How far the years may lie apart among which a day without one is looked for.
const YEARS_TOLD: i16 = 3;

/// A window inferred from office-holders is of use up to this length, in days.
const INFERRED_DAYS: i64 = 4 * 366;

/// The last day of a year.
pub(super) fn year_end(year: i16) -> Option<Date> {
    Date::new(year, 12, 31).ok()
}

impl Clock {
    /// The clock of an article.
    pub(crate) fn of(
        document: &Document,
        claims: &[Claim],
        book: &FactBook,
        circumstances: Circumstances,
    ) -> Self {
        let time = match document.date {
            Some(date) => ArticleTime::Day(date.date),
            None => infer(claims, book)
                .filter(|window| !tells_of_later(document, window))
                .map_or(ArticleTime::Unknown, ArticleTime::Within),
        };
        let mut base = Context::new(time);
        base.order = order(document, claims, circumstances.order);
        base.fiscal_year_start = circumstances.fiscal_year_start.unwrap_or(base.fiscal_year_start);
        Self { base }
    }

    /// The interval the text fixes, when no date is stated.
    pub(crate) fn inferred(&self) -> Option<Interval> {
        match self.base.article {
            ArticleTime::Within(interval) => Some(interval),
            _ => None,
        }
    }

    /// The order of numeric dates.
    pub(crate) fn order(&self) -> DayMonthOrder {
        self.base.order
    }

    /// The article's time.
    pub(crate) fn time(&self) -> ArticleTime {
        self.base.article
    }

    /// The context of a date of which nothing more is known.
    pub(crate) fn base(&self) -> Context {
        self.base
    }

    /// The context of a date without a year where the text tells of a year.
    pub(super) fn of_year(&self, year: i32) -> Option<Context> {
        let article = ArticleTime::Day(year_end(year.try_into().ok()?)?);
        Some(Context { article, tense: Tense::Past, ..self.base })
    }

    /// The days the article may be of.
    pub(crate) fn interval(&self) -> Option<Interval> {
        match self.base.article {
            ArticleTime::Unknown => None,
            ArticleTime::Day(day) => Some(Interval { first: day, last: day }),
            ArticleTime::Within(interval) => Some(interval),
        }
    }

    /// The context for a date of a claim.
    pub(crate) fn context(&self, claim: &Claim, reading: &Reading) -> Context {
        let mut context = Context { tense: claim.tense, ..self.base };
        let Value::Date(date) = &reading.value else { return context };
        if let Some(frame) = self.frame(claim)
            && date.is_yearless()
        {
            context.article = ArticleTime::Day(latest_near(frame));
            context.tense = Tense::Past;
        } else if claim.quoted && date.is_relative() {
            context.article = self.quoted();
        } else if let Some((first, last)) = self.years_told(claim, date) {
            context.article = match (year_end(first), year_end(last)) {
                (Some(first), Some(last)) if first == last => ArticleTime::Day(first),
                (Some(first), Some(last)) => ArticleTime::Within(Interval { first, last }),
                _ => ArticleTime::Unknown,
            };
            context.tense = Tense::Past;
        }
        if date.is_anchored() {
            context.anchor = self.anchor(&claim.anchors, context);
        }
        context
    }

    /// The first and the last of the years that the text around "on 13 June" tells of, where the article's day is not
    /// known: it is of one of them.
    pub(crate) fn years_told(
        &self,
        claim: &Claim,
        date: &value::date::Stated,
    ) -> Option<(i16, i16)> {
        if self.base.article != ArticleTime::Unknown
            || !date.is_yearless()
            || date.is_anchored()
            || self.frame(claim).is_some()
        {
            return None;
        }
        let years = || {
            claim.anchors.iter().filter_map(|anchor| match &anchor.value {
                Value::Date(date) => i16::try_from(date.year()?).ok(),
                _ => None,
            })
        };
        years().min().zip(years().max()).filter(|(first, last)| last - first <= YEARS_TOLD)
    }

    /// The date that heads a claim's section.
    fn frame(&self, claim: &Claim) -> Option<Interval> {
        let Some(Reading { value: Value::Date(date), .. }) = &claim.frame else { return None };
        date.resolve(&self.base).ok()?.first().copied()
    }

    /// A quotation was said on the article's day or shortly before.
    fn quoted(&self) -> ArticleTime {
        match self.interval() {
            Some(Interval { first, last }) => {
                let first = before(first, QUOTED_DAYS);
                ArticleTime::Within(Interval { first, last })
            }
            None => ArticleTime::Unknown,
        }
    }

    /// The nearest date before that can be resolved.
    fn anchor(&self, anchors: &[Reading], context: Context) -> Option<Interval> {
        let (nearest, earlier) = anchors.split_first()?;
        let Value::Date(date) = &nearest.value else { return self.anchor(earlier, context) };
        let mut context = Context { anchor: None, ..context };
        if date.is_anchored() {
            context.anchor = self.anchor(earlier, context);
        }
        match date.resolve(&context) {
            Ok(intervals) if !intervals.is_empty() => intervals.first().copied(),
            _ => self.anchor(earlier, context),
        }
    }
}

/// How late a day without a year may be under a date: in a year's own section within the year; under
/// a day or a month ("9 June 2017: ... On 14 June") the nearest one is meant.
fn latest_near(frame: Interval) -> Date {
    const HALF_YEAR: i64 = 182;
    if frame.n_days() > 31 { frame.last } else { before(frame.last, -HALF_YEAR) }
}

fn before(day: Date, n_days: i64) -> Date {
    day.checked_sub(jiff::Span::new().days(n_days)).unwrap_or(day)
}

/// The days on which every office-holder named was in office.
fn infer(claims: &[Claim], book: &FactBook) -> Option<Interval> {
    let mut left: Option<Vec<Interval>> = None;
    for claim in claims.iter().filter(|claim| is_plain_holder(claim)) {
        let Expected::Holders(rows) = &book.facts[claim.fact.0 as usize].expected else { continue };
        let acting = claim.slots.iter().any(|slot| matches!(slot.stated, Stated::Acting));
        for slot in &claim.slots {
            let Stated::Name(name) = &slot.stated else { continue };
            let windows = current_windows(rows, name, acting);
            if windows.is_empty() {
                continue;
            }
            left = Some(match left {
                None => windows,
                Some(left) => intersect(&left, &windows),
            });
        }
    }
    match left?.as_slice() {
        [only] if is_short(only) => Some(*only),
        _ => None,
    }
}

/// A history names many office-holders, and years after theirs: they do not date it.
fn tells_of_later(document: &Document, window: &Interval) -> bool {
    const LATER: usize = 2;
    let last = i32::from(window.last.year());
    let mut years: Vec<i32> = Vec::new();
    for block in &document.blocks {
        let dates = crate::value::read(&block.text).into_iter();
        years.extend(dates.filter_map(|reading| match reading.value {
            Value::Date(date) => date.year().filter(|&year| year > last),
            _ => None,
        }));
        years.sort_unstable();
        years.dedup();
        if years.len() >= LATER {
            return true;
        }
    }
    false
}

fn is_short(interval: &Interval) -> bool {
    let bounded = interval.first > Date::MIN && interval.last < Date::MAX;
    bounded && before(interval.last, INFERRED_DAYS) <= interval.first
}

fn intersect(a: &[Interval], b: &[Interval]) -> Vec<Interval> {
    let mut both = Vec::new();
    for x in a {
        for y in b {
            let (first, last) = (x.first.max(y.first), x.last.min(y.last));
            if first <= last {
                both.push(Interval { first, last });
            }
        }
    }
    both
}

/// The order of numeric dates: what a date of the article shows, else what is `usual`. The article
/// is asked only when a claim needs it.
fn order(document: &Document, claims: &[Claim], usual: DayMonthOrder) -> DayMonthOrder {
    let needed = claims.iter().flat_map(|claim| &claim.slots).any(|slot| match &slot.stated {
        Stated::Reading(Reading { value: Value::Date(date), .. }) => date.is_ambiguous_order(),
        _ => false,
    });
    if !needed {
        return usual;
    }
    let mut shown: Vec<DayMonthOrder> = Vec::new();
    for block in &document.blocks {
        for reading in crate::value::read(&block.text) {
            if let Value::Date(_) = &reading.value {
                shown.push(shown_order(&block.text[reading.span.range()]));
            }
        }
    }
    shown.retain(|order| *order != DayMonthOrder::Unknown);
    match shown.as_slice() {
        [] => usual,
        [first, rest @ ..] if rest.iter().all(|order| order == first) => *first,
        _ => DayMonthOrder::Unknown,
    }
}
