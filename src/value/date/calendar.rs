//! Calendar arithmetic on intervals of days. It knows no words and no articles.
//!
//! Everything is total: a result outside the years -9999 to 9999 is `None`, never a panic.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::Interval;

/// A length the calendar cuts time into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unit {
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A season of the year, northern and meteorological.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Interval {
    /// The one day.
    pub const fn day(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// From `first` to `last`, or nothing when they are reversed.
    pub fn new(first: Date, last: Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The smallest interval that covers both.
    pub fn hull(&self, other: &Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// How many days it has, at least one.
    pub fn n_days(&self) -> i64 {
        days_between(self.first, self.last) + 1
    }

    /// Wider by so many days at both ends, as far as the calendar goes.
    pub fn widened(&self, n_days: i64) -> Self {
        Self {
            first: add_days(self.first, -n_days).unwrap_or(Date::MIN),
            last: add_days(self.last, n_days).unwrap_or(Date::MAX),
        }
    }
}

/// The days from one day to another, negative when it lies before.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    day_number(to) - day_number(from)
}

/// Days since 1 March of the year 0, after Howard Hinnant's `days_from_civil`.
fn day_number(date: Date) -> i64 {
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), date.day());
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

/// The day so many days later.
pub(super) fn add_days(date: Date, n_days: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(n_days).ok()?;
    date.checked_add(span).ok()
}

/// The month so many months later, as year and month.
pub(super) fn add_months(year: i32, month: i8, n_months: i64) -> Option<(i32, i8)> {
    let index = i64::from(year) * 12 + i64::from(month) - 1 + n_months;
    let year = i32::try_from(index.div_euclid(12)).ok()?;
    i8::try_from(index.rem_euclid(12) + 1).ok().map(|month| (year, month))
}

/// A day, when it exists.
pub(super) fn date(year: i32, month: i8, day: i8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

/// The last day of a month.
pub(super) fn month_end(year: i32, month: i8) -> Option<Date> {
    let first = date(year, month, 1)?;
    date(year, month, first.days_in_month())
}

/// A run of whole months, from the first day of one to the last day of another.
pub(super) fn months(from: (i32, i8), to: (i32, i8)) -> Option<Interval> {
    Interval::new(date(from.0, from.1, 1)?, month_end(to.0, to.1)?)
}

/// A month.
pub(super) fn month(year: i32, month: i8) -> Option<Interval> {
    months((year, month), (year, month))
}

/// A year.
pub(super) fn year(year: i32) -> Option<Interval> {
    months((year, 1), (year, 12))
}

/// From the first of one year to the last of another.
pub(super) fn years(from: i32, to: i32) -> Option<Interval> {
    months((from, 1), (to, 12))
}

/// The nth run of `length` months of a year: quarters (3) and halves (6).
pub(super) fn run_of_months(year: i32, nth: i8, length: i8) -> Option<Interval> {
    let first = (nth - 1).checked_mul(length)?.checked_add(1)?;
    months((year, first), (year, first + length - 1))
}

/// A season; the winter of a year is the one that begins in its December.
pub(super) fn season(year: i32, season: Season) -> Option<Interval> {
    match season {
        Season::Spring => months((year, 3), (year, 5)),
        Season::Summer => months((year, 6), (year, 8)),
        Season::Autumn => months((year, 9), (year, 11)),
        Season::Winter => months((year, 12), (year + 1, 2)),
    }
}

/// The years of a century: the 19th is 1800 to 1899, the 1st before Christ -99 to 0.
pub(super) fn century(nth: i32) -> Option<Interval> {
    if nth > 0 {
        years((nth - 1) * 100, nth * 100 - 1)
    } else {
        years(nth * 100 + 1, (nth + 1) * 100)
    }
}

/// Easter Sunday of the western churches, after the anonymous Gregorian computus.
pub(super) fn easter(year: i32) -> Option<Date> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = century - (century + 8).div_euclid(25) + 1;
    let epact = (19 * golden + century - century.div_euclid(4) - correction.div_euclid(3) + 15)
        .rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (of_century / 4) - epact - of_century % 4)
        .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let index = epact + weekday - 7 * late + 114;
    date(year, i8::try_from(index / 31).ok()?, i8::try_from(index % 31 + 1).ok()?)
}

/// The Monday-to-Sunday week that holds a day.
pub(super) fn week_of(day: Date) -> Option<Interval> {
    let monday = add_days(day, -i64::from(day.weekday().to_monday_zero_offset()))?;
    Interval::new(monday, add_days(monday, 6)?)
}

/// Saturday and Sunday of the week that holds a day.
pub(super) fn weekend_of(day: Date) -> Option<Interval> {
    let week = week_of(day)?;
    Interval::new(add_days(week.first, 5)?, week.last)
}

/// An ISO week by its number.
pub(super) fn iso_week(year: i32, week: i8) -> Option<Interval> {
    let monday = ISOWeekDate::new(i16::try_from(year).ok()?, week, Weekday::Monday).ok()?.date();
    Interval::new(monday, add_days(monday, 6)?)
}

/// The latest day of that name on or before a day.
pub(super) fn weekday_on_or_before(day: Date, weekday: Weekday) -> Option<Date> {
    let back =
        (day.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()).rem_euclid(7);
    add_days(day, -i64::from(back))
}

/// The first day of that name on or after a day.
pub(super) fn weekday_on_or_after(day: Date, weekday: Weekday) -> Option<Date> {
    let on =
        (weekday.to_monday_zero_offset() - day.weekday().to_monday_zero_offset()).rem_euclid(7);
    add_days(day, i64::from(on))
}

/// The calendar unit that holds a day, `offset` units further on.
pub(super) fn unit_of(day: Date, unit: Unit, offset: i64) -> Option<Interval> {
    let this_year = i32::from(day.year());
    let offset_years = i32::try_from(offset).ok()?;
    match unit {
        Unit::Day => add_days(day, offset).map(Interval::day),
        Unit::Week => week_of(add_days(day, offset.checked_mul(7)?)?),
        Unit::Weekend => weekend_of(add_days(day, offset.checked_mul(7)?)?),
        Unit::Fortnight => {
            let week = week_of(add_days(day, offset.checked_mul(14)?)?)?;
            Interval::new(week.first, add_days(week.last, 7)?)
        }
        Unit::Month => {
            let (year, at) = add_months(this_year, day.month(), offset)?;
            month(year, at)
        }
        Unit::Quarter => {
            let first = (day.month() - 1) / 3 * 3 + 1;
            let from = add_months(this_year, first, offset.checked_mul(3)?)?;
            months(from, add_months(from.0, from.1, 2)?)
        }
        Unit::Year => year(this_year.checked_add(offset_years)?),
        Unit::Decade => {
            let first = this_year.div_euclid(10).checked_add(offset_years)?.checked_mul(10)?;
            years(first, first.checked_add(9)?)
        }
        Unit::Century => {
            let first = this_year.div_euclid(100).checked_add(offset_years)?.checked_mul(100)?;
            years(first, first.checked_add(99)?)
        }
    }
}

/// The day `n` units later, at the end of a shorter month where the day does not exist.
pub(super) fn shifted(day: Date, n: i64, unit: Unit) -> Option<Date> {
    let n_months = match unit {
        Unit::Day => return add_days(day, n),
        Unit::Week | Unit::Weekend => return add_days(day, n.checked_mul(7)?),
        Unit::Fortnight => return add_days(day, n.checked_mul(14)?),
        Unit::Month => n,
        Unit::Quarter => n.checked_mul(3)?,
        Unit::Year => n.checked_mul(12)?,
        Unit::Decade => n.checked_mul(120)?,
        Unit::Century => n.checked_mul(1200)?,
    };
    let (year, month) = add_months(i32::from(day.year()), day.month(), n_months)?;
    let last = month_end(year, month)?;
    date(year, month, day.day().min(last.day()))
}

/// Wider by so many units at both ends, along the calendar: a year by a year is three years.
pub(super) fn widened(interval: &Interval, unit: Unit, n: i64) -> Interval {
    let whole_first = unit_of(interval.first, unit, 0).filter(|it| it.first == interval.first);
    let whole_last = unit_of(interval.last, unit, 0).filter(|it| it.last == interval.last);
    let first = match whole_first {
        Some(_) => unit_of(interval.first, unit, -n).map(|it| it.first),
        None => shifted(interval.first, -n, unit),
    };
    let last = match whole_last {
        Some(_) => unit_of(interval.last, unit, n).map(|it| it.last),
        None => shifted(interval.last, n, unit),
    };
    Interval { first: first.unwrap_or(Date::MIN), last: last.unwrap_or(Date::MAX) }
}

/// The unit an interval of that length is stated in.
pub(super) fn unit_of_length(interval: &Interval) -> Unit {
    match interval.n_days() {
        ..=1 => Unit::Day,
        2..=7 => Unit::Week,
        8..=31 => Unit::Month,
        32..=92 => Unit::Quarter,
        93..=366 => Unit::Year,
        367..=3653 => Unit::Decade,
        _ => Unit::Century,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_count_days() {
        let (a, b) = (date(2020, 2, 28).unwrap(), date(2020, 3, 1).unwrap());
        assert_eq!(days_between(a, b), 2);
        assert_eq!(days_between(b, a), -2);
        assert_eq!(days_between(date(-1, 12, 31).unwrap(), date(0, 1, 1).unwrap()), 1);
        assert_eq!(days_between(date(1999, 12, 31).unwrap(), date(2001, 1, 1).unwrap()), 367);
    }

    #[test]
    fn easter_falls_on_known_sundays() {
        for (year, month, day) in
            [(2018, 4, 1), (2019, 4, 21), (2020, 4, 12), (2011, 4, 24), (1961, 4, 2)]
        {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_none() {
        assert_eq!(unit_of(Date::MAX, Unit::Day, 1), None);
        assert_eq!(unit_of(Date::MIN, Unit::Century, i64::MAX), None);
        assert_eq!(shifted(Date::MAX, i64::MAX, Unit::Year), None);
    }
}
