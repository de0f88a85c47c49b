//! Holidays with a day of their own: "Christmas Day", "New Year's Eve", "Easter Monday 2018".

use super::form::{Form, Piece};
use super::number_words::year;
use super::read::Found;
use super::scan::{Prose, is_apostrophe};
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    let Some((piece, end)) = holiday(prose, at) else { return };
    let year_at = prose.past_word(prose.past_mark(end, ','), Word::Of);
    if let Some((year, end)) = year(prose, year_at) {
        found.push(Found::new(at, end, Form::calendar(Some(year), piece), "holiday"));
        return;
    }
    // "the Good Friday Agreement", "the Boxing Day Test": a name goes on.
    if !prose.capital(end) {
        found.push(Found::new(at, end, Form::calendar(None, piece), "holiday"));
    }
}

/// Whether a holiday's name can begin with the word; a cheap test before the look at all of it.
pub(super) fn may_begin(written: &str) -> bool {
    matches!(
        written,
        "Christmas" | "New" | "Boxing" | "Halloween" | "Easter" | "Good" | "Valentine"
    )
}

fn holiday(prose: &Prose<'_>, at: usize) -> Option<(Piece, usize)> {
    if !may_begin(prose.written(at)) {
        return None;
    }
    let fixed = |month, day, end| Some((Piece::Day { month, day }, end));
    let says = |at: usize, word: &str| prose.written(at) == word;
    let owner_end = owner_end(prose, at + 1);
    match prose.written(at) {
        "Christmas" if says(at + 1, "Day") => fixed(12, 25, at + 2),
        "Christmas" if says(at + 1, "Eve") => fixed(12, 24, at + 2),
        "Boxing" if says(at + 1, "Day") => fixed(12, 26, at + 2),
        "Halloween" => fixed(10, 31, at + 1),
        "Valentine" if owner_end > at + 1 && says(owner_end, "Day") => fixed(2, 14, owner_end + 1),
        "New" if says(at + 1, "Year") => {
            let end = self::owner_end(prose, at + 2);
            match prose.written(end) {
                "Day" => fixed(1, 1, end + 1),
                "Eve" => fixed(12, 31, end + 1),
                _ => None,
            }
        }
        "Easter" if says(at + 1, "Sunday") => Some((Piece::Easter(0), at + 2)),
        "Easter" if says(at + 1, "Monday") => Some((Piece::Easter(1), at + 2)),
        "Good" if says(at + 1, "Friday") => Some((Piece::Easter(-2), at + 2)),
        _ => None,
    }
}

/// Past "'s" or "s".
fn owner_end(prose: &Prose<'_>, at: usize) -> usize {
    let at = if is_apostrophe(prose.mark(at)) && prose.glued(at) { at + 1 } else { at };
    if prose.written(at) == "s" && prose.glued(at) { at + 1 } else { at }
}
