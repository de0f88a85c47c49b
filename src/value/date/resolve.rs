//! From a stated form to intervals of days: the article's day, the anchor, the tense and the news
//! defaults come in here. It knows no words.

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Unit};
use super::form::{Base, Calendar, Form, Name, Origin, Part, Piece, Step};
use super::{ArticleTime, Context, DayMonthOrder, Interval, Tense};
use crate::value::Unsettled;

pub(super) type Readings = Result<Vec<Interval>, Unsettled>;

/// The longest window of possible article days that is tried day by day; of a longer one the readings of its
/// two ends are joined, which can only make factlint more careful.
const MAX_WINDOW_DAYS: i64 = 400;

/// A context with one day for the article.
#[derive(Clone, Copy)]
struct Scene<'c> {
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
fn only(interval: Option<Interval>) -> Readings {
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

    fn day(self) -> Result<Date, Unsettled> {
        self.day.ok_or(Unsettled::NeedsArticleDate)
    }

    fn anchor(self) -> Result<Interval, Unsettled> {
        self.context.anchor.ok_or(Unsettled::NeedsAnchor)
    }

    fn origin(self, origin: Origin) -> Result<Interval, Unsettled> {
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

    fn unit(self, unit: Unit, offset: i64, origin: Origin) -> Readings {
        let around = self.origin(origin)?;
        let base = if offset > 0 { around.last } else { around.first };
        let whole = calendar::unit_of(base, unit, 0);
        if origin == Origin::Anchor && !whole.is_some_and(|whole| fits_in(&around, &whole, unit)) {
            return Err(Unsettled::NeedsAnchor);
        }
        let is_weekday = base.weekday().to_monday_zero_offset() < 5;
        let stated = calendar::unit_of(base, unit, offset);
        if unit == Unit::Weekend && offset == 1 && is_weekday {
            // Before the weekend, "next weekend" is this one for some and the one after it for others.
            return Ok(stated.into_iter().chain(calendar::unit_of(base, unit, 0)).collect());
        }
        only(stated)
    }

    fn named(self, name: Name, step: Step) -> Readings {
        if step.is_anchored() {
            return self.named_by_anchor(name, step);
        }
        let day = self.day()?;
        match name {
            Name::Weekday(weekday) => {
                let weekday = named_weekday(weekday)?;
                let in_week = |n: i64| {
                    let monday = calendar::unit_of(day, Unit::Week, n)?.first;
                    calendar::weekday_on_or_after(monday, weekday).map(Interval::day)
                };
                let nearest = match step {
                    Step::Last | Step::JustPast => calendar::add_days(day, -1)
                        .and_then(|day| calendar::weekday_on_or_before(day, weekday)),
                    Step::Next | Step::JustAhead => calendar::add_days(day, 1)
                        .and_then(|day| calendar::weekday_on_or_after(day, weekday)),
                    _ => None,
                };
                let offset = match step {
                    Step::JustPast | Step::JustAhead => return only(nearest.map(Interval::day)),
                    Step::Last => -1,
                    Step::Next => 1,
                    _ => 0,
                };
                Ok(in_week(offset).into_iter().chain(nearest.map(Interval::day)).collect())
            }
            Name::Piece(piece) => {
                let this = i32::from(day.year());
                let holds = |year| piece.of_year(year);
                let mut years = this.saturating_sub(8)..=this.saturating_add(8);
                only(match step {
                    Step::Last => {
                        let mut past = years.rev().filter_map(holds).filter(|it| it.last < day);
                        let latest = past.next();
                        // In November, "last September" is of this year for some, for others not.
                        let is_near = latest.is_some_and(|it| i32::from(it.first.year()) == this);
                        let before = past.next().filter(|_| is_near);
                        return Ok(latest.into_iter().chain(before).collect());
                    }
                    Step::JustPast => years.rev().filter_map(holds).find(|it| it.last < day),
                    Step::Next | Step::JustAhead => {
                        years.find_map(|year| holds(year).filter(|it| it.first > day))
                    }
                    // In January, "this winter" began the year before.
                    _ => [this - 1, this]
                        .into_iter()
                        .filter_map(holds)
                        .find(|interval| interval.contains(&Interval::day(day)))
                        .or_else(|| holds(this)),
                })
            }
        }
    }

    fn named_by_anchor(self, name: Name, step: Step) -> Readings {
        let anchor = self.anchor()?;
        match name {
            Name::Weekday(weekday) => {
                if anchor.n_days() > 31 {
                    return Err(Unsettled::NeedsAnchor);
                }
                let weekday = named_weekday(weekday)?;
                let day = match step {
                    Step::Following => calendar::add_days(anchor.last, 1)
                        .and_then(|day| calendar::weekday_on_or_after(day, weekday)),
                    Step::Preceding => calendar::add_days(anchor.first, -1)
                        .and_then(|day| calendar::weekday_on_or_before(day, weekday)),
                    _ => calendar::weekday_on_or_before(anchor.last, weekday),
                };
                only(day.map(Interval::day))
            }
            Name::Piece(piece) => {
                let year = i32::from(anchor.first.year());
                let years = year.saturating_sub(8)..=year.saturating_add(8);
                // From a year to "the following March" is the March of the next year.
                let holds = |year| piece.of_year(year);
                match step {
                    Step::Following => {
                        only(years.clone().filter_map(holds).find(|it| it.first > anchor.last))
                    }
                    Step::Preceding => {
                        only(years.rev().filter_map(holds).find(|it| it.last < anchor.first))
                    }
                    _ if anchor.n_days() > 366 => Err(Unsettled::NeedsAnchor),
                    _ => only(holds(year)),
                }
            }
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

/// A month, or a month and day, without a year, as news means it.
fn yearless(piece: Piece, day: Date, tense: Tense) -> Vec<Interval> {
    let this = i32::from(day.year());
    let Some(here) = piece.of_year(this) else { return leap_day(piece, this, tense) };
    let (previous, next) = (piece.of_year(this - 1), piece.of_year(this + 1));
    // A day of grace: the article's own date may be a time zone behind.
    let ahead = calendar::days_between(day, here.first);
    let behind = calendar::days_between(here.last, day);
    let readings = match tense {
        Tense::Past if ahead > 1 => [previous, None],
        Tense::Future if behind > 1 => [next, None],
        Tense::Unknown if ahead > 183 => [previous, Some(here)],
        Tense::Unknown if ahead > 1 => [Some(here), previous],
        _ => [Some(here), None],
    };
    readings.into_iter().flatten().collect()
}

fn leap_day(piece: Piece, year: i32, tense: Tense) -> Vec<Interval> {
    let back = (1..=8).find_map(|n| piece.of_year(year - n));
    let on = (1..=8).find_map(|n| piece.of_year(year + n));
    if tense == Tense::Future { on.into_iter().collect() } else { back.into_iter().collect() }
}

fn weekday_number(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

fn named_weekday(weekday: i8) -> Result<Weekday, Unsettled> {
    Weekday::from_monday_one_offset(weekday).map_err(|_| Unsettled::Incomparable)
}

/// Whether an anchor is no longer than the unit that is counted from it.
fn fits_in(anchor: &Interval, whole: &Interval, unit: Unit) -> bool {
    whole.contains(anchor) || anchor.n_days() <= max_days(unit)
}

fn max_days(unit: Unit) -> i64 {
    match unit {
        Unit::Day => 4,
        Unit::Weekend | Unit::Week => 7,
        Unit::Fortnight => 14,
        Unit::Month => 31,
        Unit::Quarter => 92,
        Unit::Year => 366,
        Unit::Decade => 3653,
        Unit::Century => 36525,
    }
}

impl Piece {
    /// The piece of that year, when it has one.
    pub(super) fn of_year(self, year: i32) -> Option<Interval> {
        match self {
            Self::Year => calendar::year(year),
            Self::Half(nth) => calendar::run_of_months(year, nth, 6),
            Self::Quarter(nth) => calendar::run_of_months(year, nth, 3),
            Self::Season(season) => calendar::season(year, season),
            Self::Month(month) => calendar::month(year, month),
            Self::Day { month, day } => calendar::date(year, month, day).map(Interval::day),
        }
    }
}

impl Part {
    /// The part of that whole, when it has one.
    fn of(self, whole: &Interval) -> Option<Interval> {
        let (year, month) = (i32::from(whole.first.year()), whole.first.month());
        match self {
            Self::Early => Some(third(whole, 0)),
            Self::Mid => Some(third(whole, 1)),
            Self::Late => Some(third(whole, 2)),
            Self::Piece(piece) => piece.of_year(year),
            Self::Day(day) => calendar::date(year, month, day).map(Interval::day),
            Self::Weekday(weekday) => {
                let weekday = named_weekday(weekday).ok()?;
                let day = calendar::weekday_on_or_after(whole.first, weekday)?;
                Some(Interval::day(day)).filter(|day| whole.contains(day))
            }
            Self::NthWeekday(nth, weekday) => nth_weekday(whole, nth, weekday),
            Self::NthWeek(-1) => {
                let week = calendar::week_of(whole.last)?;
                // The week belongs to the whole that holds its Thursday.
                let thursday = calendar::add_days(week.first, 3)?;
                if thursday <= whole.last {
                    return Some(week);
                }
                calendar::week_of(calendar::add_days(week.first, -1)?)
            }
            Self::NthWeek(nth) => {
                let first = calendar::week_of(whole.first)?;
                let thursday = calendar::add_days(first.first, 3)?;
                let skip = if thursday < whole.first { nth } else { nth - 1 };
                calendar::unit_of(first.first, Unit::Week, i64::from(skip))
            }
            Self::NthWeekend(nth) => {
                let saturday = nth_weekday(whole, nth, 6)?;
                calendar::weekend_of(saturday.first)
            }
            Self::Run { n, unit, last } => run(whole, i64::from(n), unit, last),
        }
    }
}

fn nth_weekday(whole: &Interval, nth: i8, weekday: i8) -> Option<Interval> {
    let weekday = named_weekday(weekday).ok()?;
    let day = if nth < 0 {
        calendar::weekday_on_or_before(whole.last, weekday)?
    } else {
        let first = calendar::weekday_on_or_after(whole.first, weekday)?;
        calendar::add_days(first, 7 * (i64::from(nth) - 1))?
    };
    Some(Interval::day(day)).filter(|day| whole.contains(day))
}

fn run(whole: &Interval, n: i64, unit: Unit, last: bool) -> Option<Interval> {
    if last {
        let after = calendar::add_days(whole.last, 1)?;
        Interval::new(calendar::shifted(after, -n, unit)?, whole.last)
    } else {
        let end = calendar::shifted(whole.first, n, unit)?;
        Interval::new(whole.first, calendar::add_days(end, -1)?)
    }
}

/// Early, mid and late as `claims.md` defines them for years and months; of anything else the thirds.
fn third(whole: &Interval, nth: i8) -> Interval {
    let (year, month) = (i32::from(whole.first.year()), whole.first.month());
    let defined = if calendar::year(year) == Some(*whole) {
        match nth {
            0 => calendar::months((year, 1), (year, 4)),
            1 => calendar::months((year, 4), (year, 9)),
            _ => calendar::months((year, 9), (year, 12)),
        }
    } else if calendar::month(year, month) == Some(*whole) {
        let days = |from, to| {
            Interval::new(calendar::date(year, month, from)?, calendar::date(year, month, to)?)
        };
        match nth {
            0 => days(1, 10),
            1 => days(11, 20),
            _ => days(21, whole.last.day()),
        }
    } else {
        let length = whole.n_days();
        // A day of overlap at each joint, and decades by their years.
        let (from, to) = (length * i64::from(nth) / 3 - 1, length * i64::from(nth + 1) / 3 + 1);
        let first = calendar::add_days(whole.first, from.max(0));
        let last = calendar::add_days(whole.first, to.min(length - 1));
        first.zip(last).and_then(|(first, last)| Interval::new(first, last))
    };
    defined.unwrap_or(*whole)
}
