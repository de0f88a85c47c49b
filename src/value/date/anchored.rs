//! Dates that point from another date in the text: "the same year", "the following March", "that summer".

use super::calendar::Unit;
use super::form::{Form, Name, Origin, Step};
use super::read::Found;
use super::relative;
use super::scan::Prose;
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    if let Some((form, end)) = unit(prose, at) {
        found.push(Found::new(at, end, form, "anchored unit"));
    }
    found.extend(beside(prose, at));
    found.extend(named(prose, at));
}

/// "the same year", "that month", "the following day", "the previous week", "the next day".
pub(super) fn unit(prose: &Prose<'_>, at: usize) -> Option<(Form, usize)> {
    let pointer = prose.past_word(at, Word::The);
    let has_article = pointer > at;
    let points = matches!(
        prose.word(pointer),
        Word::Same | Word::That | Word::This | Word::Following | Word::Next | Word::Previous
    );
    if !points {
        return None;
    }
    let mut unit_at = pointer + 1;
    if matches!(prose.word(pointer), Word::That | Word::This) && prose.is(unit_at, Word::Same) {
        unit_at += 1;
    }
    if prose.says(unit_at, "very") || prose.says(unit_at, "calendar") {
        unit_at += 1;
    }
    let unit = match prose.word(unit_at) {
        Word::Unit(unit) => unit,
        // "that night", "the next morning"
        _ if relative::is_part_of_day(prose, unit_at) => Unit::Day,
        _ => return None,
    };
    let offset = match prose.word(pointer) {
        Word::Same => 0,
        Word::That if !has_article => 0,
        Word::This if unit_at > pointer + 1 && prose.is(unit_at - 1, Word::Same) => 0,
        Word::Following => 1,
        Word::Next if has_article || unit == Unit::Day => {
            // "over the next year" is a stretch.
            let is_stretch = is_stretch(prose.word_before(at), prose.written_before(at));
            if is_stretch && unit != Unit::Day {
                return None;
            }
            1
        }
        Word::Previous => -1,
        _ => return None,
    };
    Some((Form::unit(unit, offset, Origin::Anchor), unit_at + 1))
}

/// Words that make a stretch of what follows.
pub(super) fn is_stretch(before: Word, written: &str) -> bool {
    matches!(before, Word::For | Word::During | Word::In)
        || ["over", "within", "throughout", "into", "across"]
            .iter()
            .any(|word| written.eq_ignore_ascii_case(word))
}

/// "the year before", "the day after", where no date follows.
fn beside(prose: &Prose<'_>, at: usize) -> Option<Found> {
    if !prose.is(at, Word::The) {
        return None;
    }
    let Word::Unit(unit) = prose.word(at + 1) else { return None };
    let offset = match prose.word(at + 2) {
        Word::Before => -1,
        Word::After => 1,
        _ => return None,
    };
    // "the week after next", "the day before yesterday" are others.
    let is_other = matches!(prose.word(at + 3), Word::Next | Word::Last | Word::Day(_));
    let form = Form::unit(unit, offset, Origin::Anchor);
    (!is_other).then(|| Found::new(at, at + 3, form, "unit beside"))
}

/// "the following March", "that summer", "the previous November".
fn named(prose: &Prose<'_>, at: usize) -> Option<Found> {
    let pointer = prose.past_word(at, Word::The);
    let step = match prose.word(pointer) {
        Word::Following => Step::Following,
        Word::Previous => Step::Preceding,
        Word::Next if pointer > at => Step::Following,
        Word::That if pointer == at => Step::That,
        Word::Same if pointer > at => Step::That,
        _ => return None,
    };
    let (name, end) = relative::name(prose, pointer + 1)?;
    // "said that March figures": a month or weekday after "that" needs a preposition before it.
    let is_conjunction = step == Step::That
        && pointer == at
        && !matches!(name, Name::Piece(super::form::Piece::Season(_)))
        && !matches!(
            prose.word_before(at),
            Word::In
                | Word::By
                | Word::Until
                | Word::Since
                | Word::From
                | Word::During
                | Word::Late
                | Word::Early
        );
    (!is_conjunction).then(|| Found::new(at, end, Form::Named { name, step }, "anchored name"))
}
