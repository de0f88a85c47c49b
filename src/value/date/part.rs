//! Parts of longer times: "early 2016", "October this year", "the third quarter of 2019", "the first Monday of May".

use super::calendar::Unit;
use super::form::{Calendar, Form, Name, Origin, Part, Piece};
use super::nouns::is_any;
use super::number_words::{count, ordinal, year};
use super::read::{Found, simple};
use super::scan::{Kind, Prose, is_dash};
use super::words::Word;
use super::{anchored, decade, relative, week};

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    found.extend(modified(prose, at));
    found.extend(within(prose, at));
    found.extend(of_pointed_year(prose, at));
    found.extend(day_of_pointed_month(prose, at));
    found.extend(nth(prose, at));
    found.extend(year_then_nth(prose, at));
    found.extend(run(prose, at));
    week::dates(prose, at, found);
    found.extend(year_end(prose, at));
    found.extend(so_far(prose, at));
}

/// "year-end", "the year-end", "year-end 1996".
fn year_end(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let is_end = prose.is(at, Word::Unit(Unit::Year))
        && is_dash(prose.mark(at + 1))
        && prose.glued(at + 2)
        && prose.says(at + 2, "end");
    if !is_end {
        return None;
    }
    let (of, end) = match year(prose, at + 3) {
        Some((year, end)) => (Form::calendar(Some(year), Piece::Year), end),
        // "the year-end report"
        None if matches!(prose.kind(at + 3), Kind::Word(Word::Plain)) => return None,
        None => (Form::unit(Unit::Year, 0, Origin::Article), at + 3),
    };
    Some(Found::new(at, end, Form::part(Part::Late, of), "year-end"))
}

/// "for the year", "so far in the year", "the year to date": the article's.
fn so_far(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let is_year = prose.is(at, Word::The) && prose.is(at + 1, Word::Unit(Unit::Year));
    if !is_year {
        return None;
    }
    let to_date = prose.says(at + 2, "to") && prose.says(at + 3, "date");
    let closes = matches!(prose.kind(at + 2), Kind::Mark(',' | '.' | ';' | ')' | '\0'));
    let is_placed = prose.is(at.wrapping_sub(1), Word::For)
        || (prose.is(at.wrapping_sub(1), Word::In) && prose.says(at.wrapping_sub(2), "far"));
    let end = if to_date { at + 4 } else { at + 2 };
    let of = Form::unit(Unit::Year, 0, Origin::Article);
    (to_date || (is_placed && closes)).then(|| Found::new(at, end, of, "the year"))
}

/// Something long enough to have parts, at `at`.
fn whole(prose: &Prose<'_>, at: usize) -> Option<(Form, usize)> {
    if let Some(found) = simple(prose, at) {
        let is_whole = match &found.form {
            Form::Calendar(calendar) => !matches!(calendar.piece, Piece::Day { .. }),
            Form::Unit { unit, .. } => *unit > Unit::Weekend,
            Form::Named { name, .. } => matches!(name, Name::Piece(_)),
            Form::Decade(_) | Form::Century(_) | Form::Either(_) => true,
            Form::FiscalFrom(_) | Form::FiscalTo(_) => true,
            _ => false,
        };
        return is_whole.then_some((found.form, found.end));
    }
    let bare = prose.past_word(at, Word::The);
    if let Some(found) = decade::decade(prose, bare, true).or_else(|| decade::century(prose, bare))
    {
        return Some(found);
    }
    if let Word::Month(month) = prose.word(at) {
        return prose.capital(at).then(|| (Form::calendar(None, Piece::Month(month)), at + 1));
    }
    if let Word::Season(season) = prose.word(bare) {
        return Some((Form::calendar(None, Piece::Season(season)), bare + 1));
    }
    match prose.word(bare) {
        // "the end of the year"
        Word::Unit(unit)
            if unit > Unit::Weekend && (bare > at || prose.word_before(at) == Word::Of) =>
        {
            let is_dated = year(prose, bare + 1).is_some();
            (!is_dated).then(|| (Form::unit(unit, 0, Origin::Article), bare + 1))
        }
        _ => None,
    }
}

/// "early 2016", "mid-October", "late last year", "the early 1990s", "the end of 2019".
fn modified(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let modifier = prose.past_word(at, Word::The);
    let (part, linked) = match prose.word(modifier) {
        Word::Early => (Part::Early, false),
        Word::Mid => (Part::Mid, false),
        Word::Late => (Part::Late, false),
        Word::Start => (Part::Early, true),
        Word::Middle => (Part::Mid, true),
        Word::End => (Part::Late, true),
        _ => return None,
    };
    let next = modifier + 1;
    let whole_at = match prose.word(next) {
        Word::Of if linked => next + 1,
        Word::In if !linked => next + 1,
        _ if is_dash(prose.mark(next)) && prose.glued(next) => next + 1,
        _ if !linked => next,
        _ => return None,
    };
    let (of, end) = whole(prose, whole_at)?;
    Some(Found::new(at, end, Form::part(part, of), "part"))
}

/// "earlier this month", "later that year", "earlier in 2016": somewhere in it.
fn within(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let rest = prose.past_word(at, Word::The);
    if (prose.says(rest, "rest") || prose.says(rest, "remainder")) && prose.is(rest + 1, Word::Of) {
        let (of, end) = whole(prose, rest + 2)?;
        return Some(Found::new(at, end, of, "within"));
    }
    if !matches!(prose.word(at), Word::Earlier | Word::Later) {
        return None;
    }
    let whole_at = prose.past_word(at + 1, Word::In);
    // "earlier in the day"
    let is_day = whole_at > at + 1
        && prose.is(whole_at, Word::The)
        && prose.is(whole_at + 1, Word::Unit(Unit::Day));
    if is_day {
        let of = Form::unit(Unit::Day, 0, Origin::Article);
        return Some(Found::new(at, whole_at + 2, of, "within"));
    }
    let (of, end) = whole(prose, whole_at)?;
    Some(Found::new(at, end, of, "within"))
}

/// The year a piece belongs to: "this year", "of that year", "of the same year".
pub(super) fn pointed(prose: &Prose<'_>, at: usize, units: &[Unit]) -> Option<(Form, usize)> {
    let at = prose.past_mark(at, ',');
    let at = if matches!(prose.word(at), Word::Of | Word::In) { at + 1 } else { at };
    let (form, end) = relative::unit(prose, at).or_else(|| anchored::unit(prose, at))?;
    matches!(&form, Form::Unit { unit, .. } if units.contains(unit)).then_some((form, end))
}

/// "October this year", "10 March last year", "September of that year", "summer last year".
fn of_pointed_year(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (piece, end) = match prose.kind(at) {
        Kind::Word(Word::Season(season)) => (Piece::Season(season), at + 1),
        Kind::Word(Word::Month(_)) => match relative::yearless(prose, at)? {
            (Name::Piece(piece), end) => (piece, end),
            _ => return None,
        },
        Kind::Digits { .. } | Kind::Nth(_) | Kind::Word(Word::Ordinal(_) | Word::Weekday(_)) => {
            let found = simple(prose, at)?;
            match found.form {
                Form::Calendar(Calendar { year: None, piece, .. }) => (piece, found.end),
                _ => return None,
            }
        }
        Kind::Word(Word::Plain) => {
            let found = simple(prose, at)?;
            match found.form {
                Form::Calendar(Calendar {
                    year: None, piece: piece @ Piece::Quarter(_), ..
                }) => (piece, found.end),
                _ => return None,
            }
        }
        _ => return None,
    };
    let (of, end) = pointed(prose, past_stop(prose, end), &[Unit::Year])?;
    Some(Found::new(at, end, Form::part(Part::Piece(piece), of), "piece of a pointed year"))
}

fn past_stop(prose: &Prose<'_>, at: usize) -> usize {
    if prose.mark(at) == '.' && prose.glued(at) { at + 1 } else { at }
}

/// "the 20th of next month", "20th of this month".
fn day_of_pointed_month(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let day_at = prose.past_word(at, Word::The);
    let (day, end) = ordinal(prose, day_at)?;
    let end = if prose.is(end, Word::Unit(Unit::Day)) { end + 1 } else { end };
    let (of, end) = pointed(prose, end, &[Unit::Month])?;
    let day = i8::try_from(day).ok()?;
    Some(Found::new(at, end, Form::part(Part::Day(day), of), "day of a pointed month"))
}

/// "the third quarter of 2019", "first half of last year", "the first Monday of May", "the last week of 2016".
fn nth(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let nth_at = prose.past_word(at, Word::The);
    let (nth, end) = match prose.word(nth_at) {
        Word::Last => (-1, nth_at + 1),
        _ if prose.says(nth_at, "final") => (-1, nth_at + 1),
        _ => {
            let (nth, end) = ordinal(prose, nth_at)?;
            (i8::try_from(nth).ok().filter(|nth| (1..=53).contains(nth))?, end)
        }
    };
    let end = if is_dash(prose.mark(end)) && prose.glued(end) { end + 1 } else { end };
    let unit = prose.word(end);
    let after = end + 1;
    let last = |n: i8| if nth < 0 { n } else { nth };
    let piece = match unit {
        Word::Unit(Unit::Quarter) if last(4) <= 4 => Piece::Quarter(last(4)),
        Word::Half if last(2) <= 2 => Piece::Half(last(2)),
        Word::Unit(Unit::Month) if last(12) <= 12 => Piece::Month(last(12)),
        _ => return nth_in_whole(prose, at, nth, end),
    };
    // "the last quarter" is the one before this.
    let is_bare = nth > 0 && is_bare_quarter(prose, at, nth_at, after);
    piece_of_year(prose, at, after, piece, is_bare)
}

/// "1988 third quarter", "the 2019 second-half results".
fn year_then_nth(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (year, nth_at) = year(prose, at).filter(|_| prose.digits(at).is_some())?;
    let (nth, end) = ordinal(prose, nth_at)?;
    let end = if is_dash(prose.mark(end)) && prose.glued(end) { end + 1 } else { end };
    let nth = i8::try_from(nth).ok()?;
    let piece = match prose.word(end) {
        Word::Unit(Unit::Quarter) if nth <= 4 => Piece::Quarter(nth),
        Word::Half if nth <= 2 => Piece::Half(nth),
        _ => return None,
    };
    Some(Found::new(at, end + 1, Form::calendar(Some(year), piece), "nth of a year"))
}

/// A quarter of a year nobody names: "in the third quarter", "its first quarter", "third-quarter profit".
/// Matches have quarters too, and nobody says "in" or "profit" of theirs without a team beside it.
fn is_bare_quarter(prose: &Prose<'_>, at: usize, nth_at: usize, after: usize) -> bool {
    const OF_MATCHES: &[&str] = &[
        "touchdown",
        "lead",
        "score",
        "scores",
        "run",
        "deficit",
        "rally",
        "goal",
        "points",
        "pole",
        "final",
        "finals",
        "back",
        "field",
        "horse",
        "moon",
    ];
    const OWNERS: &[&str] =
        &["its", "their", "his", "our", "s", "fiscal", "financial", "strong", "weak"];
    if prose.is(after, Word::Of) || is_any(prose.written(after), OF_MATCHES) {
        return false;
    }
    if nth_at > at {
        return matches!(
            prose.word_before(at),
            Word::In
                | Word::For
                | Word::During
                | Word::Of
                | Word::By
                | Word::From
                | Word::Since
                | Word::Until
                | Word::Before
                | Word::After
                | Word::And
                | Word::End
                | Word::To
        ) || is_any(prose.written_before(at), &["than", "with", "throughout", "over"]);
    }
    let is_hyphened = is_dash(prose.mark(after - 2));
    let is_noun = matches!(prose.kind(after), Kind::Word(Word::Plain)) && !prose.capital(after);
    (is_hyphened && is_noun)
        || is_any(prose.written_before(at), OWNERS)
        || prose.is(at.wrapping_sub(1), Word::Fiscal)
}

fn piece_of_year(
    prose: &Prose<'_>,
    at: usize,
    after: usize,
    piece: Piece,
    is_bare: bool,
) -> Option<Found> {
    let year_at = prose.past_word(after, Word::Of);
    if let Some((year, end)) = year(prose, year_at) {
        return Some(Found::new(at, end, Form::calendar(Some(year), piece), "nth of a year"));
    }
    if let Some((of, end)) = pointed(prose, after, &[Unit::Year]) {
        return Some(Found::new(at, end, Form::part(Part::Piece(piece), of), "nth of a year"));
    }
    let is_the_year = prose.is(year_at, Word::The) && prose.is(year_at + 1, Word::Unit(Unit::Year));
    if is_the_year && year_at > after {
        let of = Form::unit(Unit::Year, 0, Origin::Article);
        return Some(Found::new(
            at,
            year_at + 2,
            Form::part(Part::Piece(piece), of),
            "nth of a year",
        ));
    }
    // Halves are of matches.
    let is_bare = is_bare && matches!(piece, Piece::Quarter(_));
    is_bare.then(|| Found::new(at, after, Form::calendar(None, piece), "bare quarter"))
}

/// "the first Monday of May", "the third week of this month", "the last weekend of June".
fn nth_in_whole(prose: &Prose<'_>, at: usize, nth: i8, end: usize) -> Option<Found> {
    let part = match prose.word(end) {
        Word::Unit(Unit::Week) => Part::NthWeek(nth),
        Word::Unit(Unit::Weekend) => Part::NthWeekend(nth),
        Word::Unit(Unit::Day) if nth.abs() == 1 => {
            Part::Run { n: 1, unit: Unit::Day, last: nth < 0 }
        }
        Word::Weekday(weekday) => Part::NthWeekday(nth, weekday),
        _ => return None,
    };
    let is_linked = matches!(prose.word(end + 1), Word::Of | Word::In);
    let whole_at = if is_linked { end + 2 } else { end + 1 };
    let (of, end) = whole(prose, whole_at)?;
    let is_pointed = matches!(of, Form::Unit { .. });
    (is_linked || is_pointed).then(|| Found::new(at, end, Form::part(part, of), "nth of a whole"))
}

/// "the first ten days of May", "the last three months of 2021".
fn run(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let nth_at = prose.past_word(at, Word::The);
    let last = match prose.word(nth_at) {
        Word::Last => true,
        Word::Ordinal(1) => false,
        _ => return None,
    };
    let (n, unit_at) = count(prose, nth_at + 1)?;
    let Word::Units(unit) = prose.word(unit_at) else { return None };
    if prose.word(unit_at + 1) != Word::Of {
        return None;
    }
    let (of, end) = whole(prose, unit_at + 2)?;
    Some(Found::new(at, end, Form::part(Part::Run { n, unit, last }, of), "run of a whole"))
}
