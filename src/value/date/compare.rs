//! Holding a stated date against an expected one. Only intervals meet here, no words.

use super::calendar;
use super::expected::Shape;
use super::form::Form;
use super::resolve;
use super::{Context, DayMonthOrder, Expected, Interval, Stated};
use crate::value::{Comparator, Fit, Unsettled};

/// Holds a stated date against an expected one.
///
/// It agrees if both can be true: coarser and finer agree, disjoint conflicts. Where the text keeps several
/// readings, it conflicts only if none fits.
pub fn compare(
    expected: &Expected,
    stated: &Stated,
    comparator: Comparator,
    context: &Context,
) -> Fit {
    compare_with_tolerance(expected, stated, comparator, context, 0)
}

/// The same, with the expected date wider by so many days at both ends.
pub fn compare_with_tolerance(
    expected: &Expected,
    stated: &Stated,
    comparator: Comparator,
    context: &Context,
    tolerance_days: i64,
) -> Fit {
    let readings = match stated.resolve(context) {
        Ok(readings) => readings,
        Err(unsettled) => return Fit::Unsettled(unsettled),
    };
    let tolerance = tolerance_days.max(0);
    let is_range = matches!(stated.form, Form::Range { .. });
    let margin = stated.form.margin();
    let fits = |reading: &Interval| {
        let reading = margin.map_or(*reading, |(unit, n)| calendar::widened(reading, unit, n));
        one_fits(expected, &reading, is_range && margin.is_none(), comparator, tolerance)
    };
    verdict(&readings, fits, stated, context)
}

/// Holds a stated period against an expected one: both ends must be equal, at the precision of the coarser.
pub fn compare_period(expected: &Expected, stated: &Stated, context: &Context) -> Fit {
    let pairs = match period_ends(&stated.form, context) {
        Ok(pairs) => pairs,
        Err(unsettled) => return Fit::Unsettled(unsettled),
    };
    let is_single = expected.shape != Shape::Lasting;
    let fits = |(from, to): &(Interval, Interval)| {
        if is_single {
            let whole = from.hull(to);
            return expected.interval().overlaps(&whole) && {
                let expected = expected.interval();
                expected.first == whole.first && expected.last == whole.last
            };
        }
        expected.from.overlaps(from) && expected.to.overlaps(to)
    };
    let n_fitting = pairs.iter().filter(|pair| fits(pair)).count();
    settle(n_fitting, pairs.len(), stated, context)
}

/// The first and last stated unit of every reading of a period.
fn period_ends(form: &Form, context: &Context) -> Result<Vec<(Interval, Interval)>, Unsettled> {
    match form {
        Form::Range { from, to } => {
            let (froms, tos) = resolve::ends(from, to, context)?;
            let pair = |to: &Interval| {
                let from = froms.iter().find(|from| from.first <= to.last)?;
                Some((*from, *to))
            };
            Ok(tos.iter().filter_map(pair).collect())
        }
        Form::Either(forms) => {
            let mut pairs = Vec::new();
            for form in forms {
                match period_ends(form, context) {
                    // A reading that is no period leaves the others.
                    Err(Unsettled::Incomparable) => {}
                    ends => pairs.extend(ends?),
                }
            }
            if pairs.is_empty() { Err(Unsettled::Incomparable) } else { Ok(pairs) }
        }
        Form::Decade(_) | Form::Century(_) | Form::FiscalFrom(_) | Form::FiscalTo(_) => {
            let readings = resolve::resolve(form, context)?;
            let ends = |it: &Interval| (Interval::day(it.first), Interval::day(it.last));
            Ok(readings.iter().map(ends).collect())
        }
        _ => Err(Unsettled::Incomparable),
    }
}

fn one_fits(
    expected: &Expected,
    stated: &Interval,
    is_range: bool,
    comparator: Comparator,
    tolerance_days: i64,
) -> bool {
    let whole = expected.interval().widened(tolerance_days);
    let lasting = expected.shape == Shape::Lasting;
    let start = if lasting { expected.from.widened(tolerance_days) } else { whole };
    let end = if lasting { expected.to.widened(tolerance_days) } else { whole };
    match comparator {
        Comparator::Exactly if lasting && is_range => {
            // Two stretches of days: one lies inside the other, or they are not the same event.
            whole.contains(stated) || stated.contains(&expected.interval())
        }
        Comparator::Exactly => whole.overlaps(stated),
        Comparator::About | Comparator::Nearly | Comparator::JustOver => {
            whole.overlaps(&calendar::widened(stated, calendar::unit_of_length(stated), 1))
        }
        Comparator::MoreThan => whole.last > stated.last,
        Comparator::AtLeast => whole.last >= stated.first,
        Comparator::LessThan => whole.first < stated.first,
        Comparator::AtMost => whole.first <= stated.last,
        Comparator::Since => start.overlaps(stated),
        Comparator::Until => end.overlaps(stated),
    }
}

fn verdict(
    readings: &[Interval],
    fits: impl Fn(&Interval) -> bool,
    stated: &Stated,
    context: &Context,
) -> Fit {
    let n_fitting = readings.iter().filter(|reading| fits(reading)).count();
    settle(n_fitting, readings.len(), stated, context)
}

fn settle(n_fitting: usize, n_readings: usize, stated: &Stated, context: &Context) -> Fit {
    let is_open_order = context.order == DayMonthOrder::Unknown && stated.is_ambiguous_order();
    match n_fitting {
        0 if n_readings == 0 => Fit::Unsettled(Unsettled::Incomparable),
        0 => Fit::Conflicts,
        n if n < n_readings && is_open_order => Fit::Unsettled(Unsettled::AmbiguousOrder),
        _ => Fit::Agrees,
    }
}
