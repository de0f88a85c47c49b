//! Fiscal years, and quarters and halves written with a letter: "FY2016-17", "2016–17", "3Q19", "1H 2020".

use super::form::{Form, Piece};
use super::joints;
use super::number_words::{short_year, year};
use super::read::Found;
use super::scan::{Kind, Prose, is_dash};
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    match prose.kind(at) {
        Kind::Word(Word::Fiscal) => found.extend(fiscal_year(prose, at)),
        Kind::Word(Word::Plain) => {
            found.extend(fiscal_year(prose, at));
            found.extend(letter_first(prose, at));
        }
        Kind::Digits { n_digits: 1, .. } => found.extend(digit_first(prose, at)),
        Kind::Digits { n_digits: 4, .. } => {
            found.extend(season_of_two_years(prose, at));
            found.extend(year_then_quarter(prose, at));
        }
        _ => {}
    }
}

/// "FY2016-17", "FY 2017", "FY17", "fiscal 2017", "financial year 2016–17".
fn fiscal_year(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let year_at = match prose.word(at) {
        Word::Fiscal => {
            if prose.says(at + 1, "year") {
                at + 2
            } else {
                at + 1
            }
        }
        _ if prose.written(at) == "FY" => at + 1,
        _ => return None,
    };
    if let Some((from, end)) = two_years(prose, year_at) {
        return Some(Found::new(at, end, Form::FiscalFrom(from), "fiscal year"));
    }
    let is_letters = prose.written(at) == "FY";
    let short = short_year(prose, year_at).filter(|_| is_letters);
    let (year, end) = year(prose, year_at).or(short)?;
    // "fiscal 2017" is the year for most who write it; "FY17" and "financial year 2017" name its end.
    let form = if prose.says(at, "fiscal") {
        Form::Either(vec![Form::calendar(Some(year), Piece::Year), Form::FiscalTo(year)])
    } else {
        Form::FiscalTo(year)
    };
    Some(Found::new(at, end, form, "fiscal year"))
}

/// "2016-17", "2016/17", "2016-2017": the first year, when the second is the next.
fn two_years(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    let (from, n_digits) = prose.digits(at)?;
    let joins = is_dash(prose.mark(at + 1)) || prose.mark(at + 1) == '/';
    if n_digits != 4 || !joins || !prose.glued(at + 1) || !prose.glued(at + 2) {
        return None;
    }
    let from = i32::try_from(from).ok().filter(|from| (1000..=2199).contains(from))?;
    let (to, to_digits) = prose.digits(at + 2)?;
    let to = i32::try_from(to).ok()?;
    let is_next = match to_digits {
        2 => (from + 1) % 100 == to,
        4 => from + 1 == to,
        _ => false,
    };
    is_next.then_some((from, at + 3))
}

/// "2016–17" alone: a fiscal year, or the two years.
fn season_of_two_years(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (from, end) = two_years(prose, at)?;
    if joints::is_joined_before(prose, at) || joints::is_joined_after(prose, end) {
        return None;
    }
    let year = |year| Form::calendar(Some(year), Piece::Year);
    let both = Form::range(year(from), year(from + 1));
    // Before there were fiscal years of this kind to speak of, and of a season, it is the two years.
    let is_two = from < 1960 || prose.says(end, "season") || prose.digits(at + 2)?.1 == 4;
    let forms = if is_two {
        vec![both, Form::FiscalFrom(from)]
    } else {
        vec![Form::FiscalFrom(from), both]
    };
    Some(Found::new(at, end, Form::Either(forms), "two years"))
}

fn lettered(letter: &str, nth: u32) -> Option<Piece> {
    let nth = i8::try_from(nth).ok()?;
    match letter {
        "Q" | "q" if (1..=4).contains(&nth) => Some(Piece::Quarter(nth)),
        "H" | "h" if (1..=2).contains(&nth) => Some(Piece::Half(nth)),
        _ => None,
    }
}

/// "Q3 2019", "Q3 of 2019", "q1-2019", "H1 2016"; "Q3" alone.
fn letter_first(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (nth, n_digits) = prose.digits(at + 1).filter(|_| prose.glued(at + 1))?;
    let piece = lettered(prose.written(at), nth).filter(|_| n_digits == 1)?;
    if joints::is_joined_before(prose, at) {
        return None;
    }
    if let Some((year, end)) = year_of(prose, at + 2) {
        return Some(Found::new(at, end, Form::calendar(Some(year), piece), "quarter"));
    }
    if joints::is_joined_after(prose, at + 2) || matches!(piece, Piece::Half(_)) {
        return None;
    }
    Some(Found::new(at, at + 2, Form::calendar(None, piece), "bare quarter"))
}

/// "3Q19", "3Q 2019", "1H 2020".
fn digit_first(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (nth, _) = prose.digits(at)?;
    if !prose.glued(at + 1) || joints::is_joined_before(prose, at) {
        return None;
    }
    let piece = lettered(prose.written(at + 1), nth)?;
    let (year, end) = year_of(prose, at + 2)?;
    Some(Found::new(at, end, Form::calendar(Some(year), piece), "quarter"))
}

/// "2016 Q3", "2016-Q3", "2016H2".
fn year_then_quarter(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let (value, _) = prose.digits(at).filter(|&(value, _)| (1000..=2199).contains(&value))?;
    let letter = if is_dash(prose.mark(at + 1)) && prose.glued(at + 1) { at + 2 } else { at + 1 };
    let (nth, _) = prose.digits(letter + 1).filter(|_| prose.glued(letter + 1))?;
    let piece = lettered(prose.written(letter), nth)?;
    if joints::is_joined_before(prose, at) {
        return None;
    }
    let year = i32::try_from(value).ok()?;
    Some(Found::new(at, letter + 2, Form::calendar(Some(year), piece), "quarter"))
}

/// The year after a quarter: "2019", "of 2019", "19" glued or with an apostrophe.
fn year_of(prose: &Prose<'_>, at: usize) -> Option<(i32, usize)> {
    let joint = if is_dash(prose.mark(at)) && prose.glued(at) { at + 1 } else { at };
    let year_at = prose.past_word(prose.past_mark(joint, ','), Word::Of);
    if let Some(found) = year(prose, year_at) {
        return Some(found);
    }
    let is_marked = prose.glued(joint) || prose.mark(joint) == '\'' || prose.mark(joint) == '’';
    short_year(prose, joint).filter(|_| is_marked)
}
