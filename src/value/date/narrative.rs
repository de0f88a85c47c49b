//! Histories: articles that tell of years long past, where "on 3 March" is of the year the story has
//! reached and not of the article's. Only stated forms and an anchor meet here, no words.

use super::calendar::{self, Unit};
use super::form::{Base, Calendar, Form, Name, Origin, Piece, Step};
use super::pieces::{named_weekday, weekday_number};
use super::{ArticleTime, Interval};
use crate::value::{Reading, Value};

/// How many past years must be named before an article can be a history.
const LEAST_PAST: usize = 3;

/// How far the story may step back from where it stands, in days.
const STEP_BACK_DAYS: i64 = 183;

/// Whether an article tells of past years: it names at least three, and hardly points from its own day.
pub(super) fn is_narrative<'r>(
    readings: impl IntoIterator<Item = &'r Reading>,
    article: ArticleTime,
) -> bool {
    let this_year = match article {
        ArticleTime::Day(day) => i32::from(day.year()),
        ArticleTime::Within(days) => i32::from(days.first.year()),
        ArticleTime::Unknown => i32::MAX,
    };
    let (mut n_past, mut n_present) = (0, 0);
    for reading in readings {
        let Value::Date(stated) = &reading.value else { continue };
        let year = stated.form.named_year();
        n_past += usize::from(year.is_some_and(|year| year < this_year.saturating_sub(1)));
        let is_recent = year.is_some_and(|year| year >= this_year.saturating_sub(1));
        n_present += usize::from(is_recent || stated.form.any(&points_at_today));
    }
    n_past >= LEAST_PAST && n_present * 4 <= n_past
}

/// Only what cannot be said in a history: months and seasons without a year can.
fn points_at_today(form: &Form) -> bool {
    match form {
        Form::Unit { origin: Origin::Article, unit, offset } => *unit != Unit::Year || *offset != 0,
        Form::Shift { base: Base::Origin(origin), .. } | Form::Window { origin, .. } => {
            *origin == Origin::Article
        }
        Form::Weekday(_) | Form::Weekend => true,
        Form::Named { name: Name::Weekday(_), step } => !step.is_anchored(),
        _ => false,
    }
}

/// The form with its open ends closed by the point the story has reached; nothing when it has none.
pub(super) fn told(form: &Form, anchor: &Interval) -> Option<Form> {
    match form {
        Form::Calendar(calendar) if calendar.year.is_none() => {
            let year = year_of(calendar.piece, anchor);
            Some(Form::Calendar(Calendar { year: Some(year), ..*calendar }))
        }
        Form::Weekday(weekday) if anchor.n_days() <= 7 => {
            let weekday = named_weekday(*weekday).ok()?;
            let day = calendar::weekday_on_or_after(anchor.last, weekday)?;
            let piece = Piece::Day { month: day.month(), day: day.day() };
            Some(Form::calendar(Some(i32::from(day.year())), piece))
        }
        Form::DayOfMonth { day, weekday } if anchor.n_days() <= 31 => {
            let (year, month) = (i32::from(anchor.first.year()), anchor.first.month());
            let is_past = *day + 20 < anchor.first.day();
            let (year, month) = calendar::add_months(year, month, i64::from(is_past))?;
            let it = calendar::date(year, month, *day)?;
            let fits = weekday.is_none_or(|weekday| weekday_number(it) == weekday);
            fits.then(|| Form::calendar(Some(year), Piece::Day { month, day: *day }))
        }
        // "the end of the year"
        Form::Unit { unit: Unit::Year, offset: 0, origin: Origin::Article } => {
            Some(Form::unit(Unit::Year, 0, Origin::Anchor))
        }
        Form::Named { name: name @ Name::Piece(_), step: Step::This } => {
            Some(Form::Named { name: *name, step: Step::That })
        }
        Form::Part { part, of } => told(of, anchor).map(|of| Form::part(*part, of)),
        Form::WeekOf(day) => told(day, anchor).map(|day| Form::WeekOf(Box::new(day))),
        Form::Shift { counts, forward, base: Base::Date(base) } => {
            let base = Base::Date(Box::new(told(base, anchor)?));
            Some(Form::Shift { counts: counts.clone(), forward: *forward, base })
        }
        Form::Range { from, to } => told_range(from, to, anchor),
        _ => None,
    }
}

fn told_range(from: &Form, to: &Form, anchor: &Interval) -> Option<Form> {
    let open_end = |form: &Form| {
        form.any(&|form| matches!(form, Form::Calendar(calendar) if calendar.year.is_none()))
    };
    if !open_end(from) || !open_end(to) {
        return None;
    }
    let from = told(from, anchor)?;
    let start = started(&from)?;
    Some(Form::range(from, told(to, &start)?))
}

/// The days a calendar form with its year stands for.
fn started(form: &Form) -> Option<Interval> {
    match form {
        Form::Calendar(Calendar { year: Some(year), piece, .. }) => piece.of_year(*year),
        Form::Part { part, of } => part.of(&started(of)?),
        _ => None,
    }
}

/// The year of the anchor, or the next one when the piece would lie far behind.
fn year_of(piece: Piece, anchor: &Interval) -> i32 {
    let year = i32::from(anchor.first.year());
    let is_behind = piece
        .of_year(year)
        .is_some_and(|here| calendar::days_between(here.last, anchor.first) > STEP_BACK_DAYS);
    if is_behind { year + 1 } else { year }
}
