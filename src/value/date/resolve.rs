//! From a stated form to intervals of days: the article's day, the anchor, the tense and the news
//! defaults come in here. It knows no words.

use jiff::civil::Date;

use super::calendar::{self, Unit};
use super::form::{Base, Calendar, Form, Origin, Part, Piece};
use super::pieces::{named_weekday, weekday_number, yearless};
use super::pointed::max_days;
use super::{ArticleTime, Context, DayMonthOrder, Interval, Tense};
use crate::value::Unsettled;

pub(super) type Readings = Result<Vec<Interval>, Unsettled>;

/// The longest window of possible article days that is tried day by day; of a longer one the readings of its
/// two ends are joined, which can only make factlint more careful.
const MAX_WINDOW_DAYS: i64 = 400;

/// A context with one day for the article.
#[derive(Clone, Copy)]
pub(super) struct Scene<'c> {
    day: Option<Date>,
    context: &'c Context,
}

/// Every interval the form can mean, the likeliest first, without duplicates.
pub(super) fn resolve(form: &Form, context: &Context) -> Readings {
    let scene = |day| Scene { day, context };
    let readings = match context.article {
        ArticleTime::Unknown => scene(None).resolve(form)?,
        ArticleTime::Day(day) => scene(Some(day)).resolve(form)?,
        ArticleTime::Within(window) if !form.any(&Form::points_at_article) => {
            scene(Some(window.first)).resolve(form)?
        }
        ArticleTime::Within(window) => over_window(window, |day| scene(Some(day)).resolve(form))?,
    };
    if readings.len() == 1 {
        return Ok(readings);
    }
    let mut unique: Vec<Interval> = Vec::with_capacity(readings.len());
    for reading in readings {
        if unique.last() != Some(&reading) && !unique.contains(&reading) {
            unique.push(reading);
        }
    }
    if unique.is_empty() { Err(Unsettled::Incomparable) } else { Ok(unique) }
}

fn over_window(window: Interval, mut resolve: impl FnMut(Date) -> Readings) -> Readings {
    if window.n_days() > MAX_WINDOW_DAYS {
        let (first, last) = (resolve(window.first)?, resolve(window.last)?);
        let hull = first.into_iter().chain(last).reduce(|hull, reading| hull.hull(&reading));
        return Ok(hull.into_iter().collect());
    }
    let mut readings = Vec::new();
    let mut day = window.first;
    while day <= window.last {
        readings.extend(resolve(day)?);
        readings.dedup();
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    readings.sort();
    Ok(readings)
}

/// No such day, or one beyond the calendar.
pub(super) fn only(interval: Option<Interval>) -> Readings {
    interval.map(|interval| vec![interval]).ok_or(Unsettled::Incomparable)
}

impl Scene<'_> {
    fn resolve(self, form: &Form) -> Readings {
        match form {
            Form::Calendar(calendar) => self.calendar(calendar),
            Form::Numeric { first, second, year } => self.numeric(*first, *second, *year),
            Form::Weekday(weekday) => self.weekday(*weekday),
            Form::DayOfMonth { day, weekday } => self.day_of_month(*day, *weekday),
            Form::Weekend => self.weekend(),
            Form::Unit { unit, offset, origin } => self.unit(*unit, i64::from(*offset), *origin),
            Form::Named { name, step } => self.named(*name, *step),
            Form::Part { part, of } => self.part(*part, of),
            Form::Shift { counts, forward, base } => self.shift(counts, *forward, base),
            Form::Ahead(counts) if self.context.tense == Tense::Future => {
                self.shift(counts, true, &Base::Origin(Origin::Article))
            }
            Form::Ahead(_) => Err(Unsettled::Incomparable),
            Form::Window { n, unit, forward, origin } => self.window(*n, *unit, *forward, *origin),
            Form::Decade(first) => {
                only(first.checked_add(9).and_then(|l| calendar::years(*first, l)))
            }
            Form::Century(nth) => only(calendar::century(*nth)),
            Form::FiscalFrom(year) => only(self.fiscal(*year)),
            Form::FiscalTo(year) if self.context.fiscal_year_start == 1 => only(self.fiscal(*year)),
            Form::FiscalTo(year) => only(year.checked_sub(1).and_then(|year| self.fiscal(year))),
            Form::Week { year, week } => {
                let year = match year {
                    Some(year) => *year,
                    None => i32::from(self.day()?.year()),
                };
                only(calendar::iso_week(year, *week))
            }
            Form::WeekOf(day) => {
                let days = self.resolve(day)?;
                Ok(days.iter().filter_map(|day| calendar::week_of(day.first)).collect())
            }
            Form::Range { from, to } => self.range(from, to),
            Form::Either(forms) => {
                let mut readings = Vec::new();
                for form in forms {
                    readings.extend(self.resolve(form)?);
                }
                Ok(readings)
            }
            Form::Vague => Err(Unsettled::Incomparable),
        }
    }

    pub(super) fn day(self) -> Result<Date, Unsettled> {
        self.day.ok_or(Unsettled::NeedsArticleDate)
    }

    pub(super) fn anchor(self) -> Result<Interval, Unsettled> {
        self.context.anchor.ok_or(Unsettled::NeedsAnchor)
    }

    pub(super) fn origin(self, origin: Origin) -> Result<Interval, Unsettled> {
        match origin {
            Origin::Article => self.day().map(Interval::day),
            Origin::Anchor => self.anchor(),
        }
    }

    fn calendar(self, calendar: &Calendar) -> Readings {
        if let Some(year) = calendar.year {
            return match calendar.piece {
                // "the winter of 2016" begins or ends in it.
                Piece::Season(calendar::Season::Winter) => Ok([year, year - 1]
                    .into_iter()
                    .filter_map(|year| calendar.piece.of_year(year))
                    .collect()),
                piece => only(piece.of_year(year)),
            };
        }
        let day = self.day()?;
        let readings = yearless(calendar.piece, day, self.context.tense);
        let Some(weekday) = calendar.weekday else { return Ok(readings) };
        let fits = |interval: &Interval| weekday_number(interval.first) == weekday;
        if readings.first().is_some_and(fits) {
            return Ok(readings);
        }
        let this = i32::from(day.year());
        let fitting: Vec<_> = [this, this - 1, this + 1]
            .into_iter()
            .filter_map(|year| calendar.piece.of_year(year))
            .filter(fits)
            .collect();
        Ok(fitting.into_iter().chain(readings).collect())
    }

    fn numeric(self, first: i8, second: i8, year: Option<i32>) -> Readings {
        let mut readings = Vec::new();
        let orders: &[(i8, i8)] = match self.context.order {
            DayMonthOrder::DayFirst => &[(second, first), (first, second)],
            DayMonthOrder::MonthFirst | DayMonthOrder::Unknown => {
                &[(first, second), (second, first)]
            }
        };
        for &(month, day) in orders {
            if !(1..=12).contains(&month) {
                continue;
            }
            let calendar = Calendar { year, piece: Piece::Day { month, day }, weekday: None };
            readings.extend(self.calendar(&calendar).or_else(|unsettled| match unsettled {
                Unsettled::Incomparable => Ok(Vec::new()),
                other => Err(other),
            })?);
            if self.context.order != DayMonthOrder::Unknown && !readings.is_empty() {
                break;
            }
        }
        Ok(readings)
    }

    fn weekday(self, weekday: i8) -> Readings {
        let (day, weekday) = (self.day()?, named_weekday(weekday)?);
        let latest = calendar::weekday_on_or_before(day, weekday).map(Interval::day);
        let next = calendar::weekday_on_or_after(day, weekday).map(Interval::day);
        match self.context.tense {
            Tense::Past => only(latest),
            Tense::Future => only(next),
            Tense::Unknown => Ok(latest.into_iter().chain(next).collect()),
        }
    }

    fn day_of_month(self, day: i8, weekday: Option<i8>) -> Readings {
        let today = self.day()?;
        let fits = |interval: &Interval| {
            weekday.is_none_or(|weekday| weekday_number(interval.first) == weekday)
        };
        let of_month = |n| {
            let (year, month) = calendar::add_months(i32::from(today.year()), today.month(), n)?;
            calendar::date(year, month, day).map(Interval::day)
        };
        let latest = (-12..=0).rev().filter_map(of_month).filter(fits).find(|it| it.first <= today);
        let next = (0..=12).filter_map(of_month).filter(fits).find(|it| it.first >= today);
        match self.context.tense {
            Tense::Past => only(latest),
            Tense::Future => only(next),
            Tense::Unknown => Ok(latest.into_iter().chain(next).collect()),
        }
    }

    /// The weekend that is or was last; with a future tense the one to come.
    fn weekend(self) -> Readings {
        let day = self.day()?;
        let this = calendar::weekend_of(day);
        let has_begun = this.is_some_and(|weekend| weekend.first <= day);
        let last = calendar::unit_of(day, Unit::Weekend, -1);
        match self.context.tense {
            _ if has_begun => only(this),
            Tense::Past => only(last),
            Tense::Future => only(this),
            Tense::Unknown => Ok(last.into_iter().chain(this).collect()),
        }
    }

    fn part(self, part: Part, of: &Form) -> Readings {
        let wholes = self.resolve(of)?;
        let readings: Vec<_> = wholes.iter().filter_map(|whole| part.of(whole)).collect();
        if readings.is_empty() { Err(Unsettled::Incomparable) } else { Ok(readings) }
    }

    fn shift(self, counts: &[(u32, Unit)], forward: bool, base: &Base) -> Readings {
        let bases = match base {
            Base::Origin(origin) => vec![self.origin(*origin)?],
            Base::Date(form) => self.resolve(form)?,
        };
        let sign = if forward { 1 } else { -1 };
        let grain = match counts {
            [(_, unit)] => (*unit).min(Unit::Year),
            _ => Unit::Day,
        };
        let mut readings = Vec::new();
        for around in bases {
            let mut day = if forward { around.last } else { around.first };
            for (n, unit) in counts {
                let moved = calendar::shifted(day, sign * i64::from(*n), *unit);
                day = moved.ok_or(Unsettled::Incomparable)?;
            }
            let is_exact = matches!(base, Base::Date(_)) && around.n_days() == 1;
            let is_anchored = *base == Base::Origin(Origin::Anchor);
            if is_anchored && grain < Unit::Year && around.n_days() > max_days(grain) {
                return Err(Unsettled::NeedsAnchor);
            }
            let grain = match grain {
                _ if is_exact => Unit::Day,
                Unit::Weekend | Unit::Fortnight => Unit::Week,
                grain => grain,
            };
            readings.extend(calendar::unit_of(day, grain, 0));
        }
        Ok(readings)
    }

    fn window(self, n: u32, unit: Unit, forward: bool, origin: Origin) -> Readings {
        let around = self.origin(origin)?;
        let n = i64::from(n);
        if unit == Unit::Quarter {
            let (from, to) = if forward { (1, n) } else { (-n, -1) };
            let quarter = |offset| calendar::unit_of(around.first, unit, offset);
            return only(quarter(from).zip(quarter(to)).map(|(from, to)| from.hull(&to)));
        }
        only(if forward {
            calendar::add_days(around.last, 1).and_then(|first| {
                let end = calendar::shifted(around.last, n, unit)?;
                Interval::new(first, end)
            })
        } else {
            calendar::add_days(around.first, -1).and_then(|last| {
                let start = calendar::shifted(around.first, -n, unit)?;
                Interval::new(start, last)
            })
        })
    }

    fn fiscal(self, year: i32) -> Option<Interval> {
        let start = self.context.fiscal_year_start.clamp(1, 12);
        calendar::months((year, start), calendar::add_months(year, start, 11)?)
    }

    fn range(self, from: &Form, to: &Form) -> Readings {
        let (froms, tos) = self.ends(from, to)?;
        let mut readings = Vec::new();
        for to in &tos {
            let from = froms.iter().find(|from| from.first <= to.last);
            readings.extend(from.and_then(|from| Interval::new(from.first, to.last)));
        }
        if readings.is_empty() { Err(Unsettled::Incomparable) } else { Ok(readings) }
    }

    /// The readings of both ends of a range; an end without a year or week follows the other.
    fn ends(self, from: &Form, to: &Form) -> Result<(Vec<Interval>, Vec<Interval>), Unsettled> {
        if let Form::Weekday(weekday) = to
            && !matches!(from, Form::Weekday(_))
        {
            let weekday = named_weekday(*weekday)?;
            let froms = self.resolve(from)?;
            let tos = froms
                .iter()
                .filter_map(|from| calendar::weekday_on_or_after(from.last, weekday))
                .map(Interval::day)
                .collect();
            return Ok((froms, tos));
        }
        let tos = self.resolve(to)?;
        let froms = match from {
            Form::Calendar(Calendar { year: None, piece, .. }) => tos
                .iter()
                .filter_map(|to| {
                    let year = i32::from(to.last.year());
                    let mut years = [year, year - 1].into_iter();
                    years.find_map(|y| piece.of_year(y).filter(|from| from.first <= to.last))
                })
                .collect(),
            Form::Weekday(weekday) => {
                let weekday = named_weekday(*weekday)?;
                tos.iter()
                    .filter_map(|to| calendar::weekday_on_or_before(to.first, weekday))
                    .map(Interval::day)
                    .collect()
            }
            other => self.resolve(other)?,
        };
        Ok((froms, tos))
    }
}

/// The readings of both ends of a stated range, for periods.
pub(super) fn ends(
    from: &Form,
    to: &Form,
    context: &Context,
) -> Result<(Vec<Interval>, Vec<Interval>), Unsettled> {
    let scene = |day| Scene { day, context };
    match context.article {
        ArticleTime::Unknown => scene(None).ends(from, to),
        ArticleTime::Day(day) => scene(Some(day)).ends(from, to),
        ArticleTime::Within(window) => {
            let first = scene(Some(window.first)).ends(from, to)?;
            let last = scene(Some(window.last)).ends(from, to)?;
            Ok(([first.0, last.0].concat(), [first.1, last.1].concat()))
        }
    }
}
