//! Holidays with a day of their own: "Christmas Day", "New Year's Eve", "Easter Monday 2018". Holidays
//! that fall on other days in other countries (Independence Day, Mother's Day) are left out.

use std::sync::LazyLock;

use super::form::{Form, Piece};
use super::number_words::year;
use super::read::Found;
use super::scan::{Prose, is_apostrophe};
use super::words::Word;

/// The words of a holiday, in lower case and without apostrophes and full stops; its day; whether it is one
/// common word that is a day only where the words around ask for one ("at Christmas").
const HOLIDAYS: &[(&str, Piece, bool)] = &[
    ("christmas day", on(12, 25), false),
    ("christmas eve", on(12, 24), false),
    ("christmas", on(12, 25), true),
    ("boxing day", on(12, 26), false),
    ("halloween", on(10, 31), false),
    ("new years day", on(1, 1), false),
    ("new year day", on(1, 1), false),
    ("new years eve", on(12, 31), false),
    ("valentines day", on(2, 14), false),
    ("st patricks day", on(3, 17), false),
    ("saint patricks day", on(3, 17), false),
    ("april fools day", on(4, 1), false),
    ("groundhog day", on(2, 2), false),
    ("international womens day", on(3, 8), false),
    ("earth day", on(4, 22), false),
    ("anzac day", on(4, 25), false),
    ("australia day", on(1, 26), false),
    ("international workers day", on(5, 1), false),
    ("may day", on(5, 1), false),
    ("juneteenth", on(6, 19), false),
    ("canada day", on(7, 1), false),
    ("bastille day", on(7, 14), false),
    ("all saints day", on(11, 1), false),
    ("armistice day", on(11, 11), false),
    ("veterans day", on(11, 11), false),
    ("remembrance day", on(11, 11), false),
    ("martin luther king day", nth(1, 3, 1), false),
    ("martin luther king jr day", nth(1, 3, 1), false),
    ("presidents day", nth(2, 3, 1), false),
    ("memorial day", nth(5, -1, 1), false),
    ("labor day", nth(9, 1, 1), false),
    ("columbus day", nth(10, 2, 1), false),
    ("thanksgiving day", nth(11, 4, 4), false),
    ("thanksgiving", nth(11, 4, 4), true),
    ("ash wednesday", Piece::Easter(-46), false),
    ("palm sunday", Piece::Easter(-7), false),
    ("maundy thursday", Piece::Easter(-3), false),
    ("good friday", Piece::Easter(-2), false),
    ("easter sunday", Piece::Easter(0), false),
    ("easter monday", Piece::Easter(1), false),
    ("easter", Piece::Easter(0), true),
    ("ascension day", Piece::Easter(39), false),
    ("whit monday", Piece::Easter(50), false),
];

const fn on(month: i8, day: i8) -> Piece {
    Piece::Day { month, day }
}

const fn nth(month: i8, nth: i8, weekday: i8) -> Piece {
    Piece::NthWeekday { month, nth, weekday }
}

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    let Some((piece, end, is_word)) = holiday(prose, at) else { return };
    let year_at = prose.past_word(prose.past_mark(end, ','), Word::Of);
    if let Some((year, end)) = year(prose, year_at) {
        found.push(Found::new(at, end, Form::calendar(Some(year), piece), "holiday"));
        return;
    }
    // "the Good Friday Agreement", "the Boxing Day Test": a name goes on.
    if !prose.capital(end) && (!is_word || asks_for_day(prose, at, end)) {
        found.push(Found::new(at, end, Form::calendar(None, piece), "holiday"));
    }
}

/// The holiday at `at` and the token after it, for "last Christmas".
pub(super) fn name(prose: &Prose<'_>, at: usize) -> Option<(Piece, usize)> {
    let (piece, end, _) = holiday(prose, at)?;
    let goes_on = prose.capital(end) || year(prose, end).is_some();
    (!goes_on).then_some((piece, end))
}

/// "at Christmas", "before Thanksgiving"; not "Christmas trees".
fn asks_for_day(prose: &Prose<'_>, at: usize, end: usize) -> bool {
    let is_placed = matches!(
        prose.word_before(at),
        Word::At
            | Word::On
            | Word::By
            | Word::Before
            | Word::After
            | Word::Since
            | Word::Until
            | Word::From
            | Word::To
            | Word::About
            | Word::Late
            | Word::Early
    );
    // "to Easter eggs", "at Thanksgiving weekend"
    let written = prose.written(end);
    let is_thing =
        matches!(prose.word(end), Word::Plain) && written.len() > 3 && written.ends_with('s');
    is_placed && !is_thing && !matches!(prose.word(end), Word::Unit(_) | Word::Units(_))
}

/// The first words of holidays, by their first letter.
static FIRST_WORDS: LazyLock<[Vec<&str>; 26]> = LazyLock::new(|| {
    let mut by_letter = [const { Vec::new() }; 26];
    for (words, ..) in HOLIDAYS {
        let first = words.split(' ').next().unwrap_or(words);
        by_letter[usize::from(first.as_bytes()[0] - b'a')].push(first);
    }
    by_letter
});

/// Whether a holiday's name can begin with the word; a cheap test before the look at all of it.
pub(super) fn may_begin(written: &str) -> bool {
    let Some(letter @ b'A'..=b'Z') = written.bytes().next() else { return false };
    (2..=13).contains(&written.len())
        && FIRST_WORDS[usize::from(letter - b'A')].iter().any(|first| {
            let owner = first.strip_suffix('s').unwrap_or(first);
            written.eq_ignore_ascii_case(first) || written.eq_ignore_ascii_case(owner)
        })
}

fn holiday(prose: &Prose<'_>, at: usize) -> Option<(Piece, usize, bool)> {
    if !may_begin(prose.written(at)) {
        return None;
    }
    HOLIDAYS.iter().find_map(|&(words, piece, is_word)| {
        let end = follow(prose, at, words)?;
        Some((piece, end, is_word))
    })
}

/// The token after the words, when they stand at `at` with capitals; a plural "s" may stand apart.
fn follow(prose: &Prose<'_>, at: usize, words: &str) -> Option<usize> {
    let mut end = at;
    for word in words.split(' ') {
        if !prose.capital(end) {
            return None;
        }
        if prose.says(end, word) {
            end += 1;
        } else if word.strip_suffix('s').is_some_and(|word| prose.says(end, word)) {
            let s = if is_apostrophe(prose.mark(end + 1)) { end + 2 } else { end + 1 };
            if !(prose.glued(s) && prose.written(s) == "s") {
                return None;
            }
            end = s + 1;
        } else {
            return None;
        }
        // "St. Patrick's", "Presidents' Day"
        if prose.glued(end) && (prose.mark(end) == '.' || is_apostrophe(prose.mark(end))) {
            let is_last = words.ends_with(word);
            end += usize::from(!is_last);
        }
    }
    Some(end)
}
