//! The words beside a date that bound it: "by", "before", "since", "around", "more than" two years ago. They stay outside
//! its span.

use super::form::Form;
use super::read::Found;
use super::scan::Prose;
use super::words::Word;
use crate::value::{Comparator, numeral};

/// How the words around the date bound it.
pub(super) fn comparator(prose: &Prose<'_>, found: &Found) -> Comparator {
    let forward = match found.form {
        Form::Shift { forward, .. } => Some(forward),
        _ => None,
    };
    after(prose, found)
        .or_else(|| forward.and_then(|forward| distance(prose, found.start, forward)))
        .unwrap_or_else(|| before(prose, found.start))
}

/// What the words before a distance make of its date: "more than sixty years ago" is that day or earlier, "less than a
/// year later" that day or earlier too.
fn distance(prose: &Prose<'_>, start: usize, forward: bool) -> Option<Comparator> {
    let last = start.checked_sub(1)?;
    let written = prose.text.get(..prose.span(last, start).end)?;
    let farther = match numeral::phrase_ending(written, prose.written(last))? {
        Comparator::Exactly | Comparator::Since | Comparator::Until => return None,
        Comparator::About | Comparator::Nearly | Comparator::JustOver => {
            return Some(Comparator::About);
        }
        Comparator::MoreThan | Comparator::AtLeast => true,
        Comparator::LessThan | Comparator::AtMost => false,
    };
    Some(if farther == forward { Comparator::AtLeast } else { Comparator::AtMost })
}

fn before(prose: &Prose<'_>, start: usize) -> Comparator {
    let Some(last) = start.checked_sub(1) else { return Comparator::Exactly };
    // "c. 1760": the full stop belongs to the word.
    let last =
        if prose.mark(last) == '.' && prose.glued(last) { last.saturating_sub(1) } else { last };
    match prose.word(last) {
        Word::By => Comparator::AtMost,
        // "on or before 30 June"
        Word::Before if prose.word_before(last) == Word::Or => Comparator::AtMost,
        Word::After if prose.word_before(last) == Word::Or => Comparator::AtLeast,
        Word::Before | Word::Previous => Comparator::LessThan,
        Word::After => Comparator::MoreThan,
        Word::Since => Comparator::Since,
        Word::Until => Comparator::Until,
        Word::About => Comparator::About,
        Word::To if prose.says(last, "to") && prose.says_before(last, "prior") => {
            Comparator::LessThan
        }
        Word::To if prose.says(last, "to") && prose.says_before(last, "up") => Comparator::Until,
        Word::To if !prose.says(last, "to") => Comparator::Until,
        _ => phrase_before(prose, last),
    }
}

fn phrase_before(prose: &Prose<'_>, last: usize) -> Comparator {
    let is_than = prose.says(last, "than");
    if is_than && prose.says_before(last, "later") {
        let is_denied = last >= 2 && (prose.says(last - 2, "no") || prose.says(last - 2, "not"));
        return if is_denied { Comparator::AtMost } else { Comparator::MoreThan };
    }
    if is_than && (prose.says_before(last, "earlier") || prose.says_before(last, "sooner")) {
        let is_denied = last >= 2 && (prose.says(last - 2, "no") || prose.says(last - 2, "not"));
        return if is_denied { Comparator::AtLeast } else { Comparator::LessThan };
    }
    let is_circa = matches!(prose.written(last), "c" | "ca" | "approx");
    if is_circa { Comparator::About } else { Comparator::Exactly }
}

/// "from 2016 on", "2018 or later", "2019 or earlier".
fn after(prose: &Prose<'_>, found: &Found) -> Option<Comparator> {
    let end = found.end;
    let is_onward = prose.says(end, "onwards") || prose.says(end, "onward");
    let is_on = prose.is(end, Word::On) && prose.word_before(found.start) == Word::From;
    if is_onward || is_on {
        return Some(Comparator::AtLeast);
    }
    match (prose.word(end), prose.word(end + 1)) {
        (Word::Or, Word::Later) => Some(Comparator::AtLeast),
        (Word::Or, Word::Earlier | Word::Before) => Some(Comparator::AtMost),
        _ => None,
    }
}
