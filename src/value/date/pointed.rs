//! Resolving pointers: calendar units counted from the article or the anchor, and recurring names ("last
//! November", "the following Monday").

use super::Interval;
use super::calendar::{self, Unit};
use super::form::{Name, Origin, Step};
use super::pieces::named_weekday;
use super::resolve::{Readings, Scene, only};
use crate::value::Unsettled;

impl Scene<'_> {
    pub(super) fn unit(self, unit: Unit, offset: i64, origin: Origin) -> Readings {
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

    pub(super) fn named(self, name: Name, step: Step) -> Readings {
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
}

/// Whether an anchor is no longer than the unit that is counted from it.
fn fits_in(anchor: &Interval, whole: &Interval, unit: Unit) -> bool {
    whole.contains(anchor) || anchor.n_days() <= max_days(unit)
}

/// The days of the longest such unit.
pub(super) fn max_days(unit: Unit) -> i64 {
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
