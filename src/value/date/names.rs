//! Whether the name of a weekday or month stands for the time: May, March, Sat and Sun are other words
//! too, and June, April and August are people.

use super::nouns::is_any;
use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// Whether an abbreviated weekday or month.
pub(super) fn is_short(prose: &Prose<'_>, at: usize) -> bool {
    prose.written(at).len() <= 5
        && !matches!(prose.written(at).len(), 5 if prose.says(at, "march") || prose.says(at, "april"))
}

/// Whether a weekday's name stands for the day: "Sat" and "Sun" are other words too.
pub(super) fn is_weekday(prose: &Prose<'_>, at: usize) -> bool {
    if prose.glued(at)
        && at > 0
        && matches!(prose.kind(at - 1), Kind::Word(_) | Kind::Digits { .. })
    {
        return false;
    }
    // "the Sunday Times", "Saturday Night Live"
    const OF_NAMES: &[&str] = &[
        "times",
        "telegraph",
        "mail",
        "express",
        "mirror",
        "herald",
        "post",
        "tribune",
        "world",
        "people",
        "night",
        "school",
        "review",
        "magazine",
        "club",
    ];
    if prose.capital(at + 1) && is_any(prose.written(at + 1), OF_NAMES) {
        return false;
    }
    // "every Monday", "Tuesday-Sunday" are habits.
    let is_habit = prose.says_before(at, "every")
        || prose.says_before(at, "each")
        || (is_dash(prose.mark(at + 1)) && matches!(prose.word(at + 2), Word::Weekday(_)))
        || (is_dash(prose.mark_before(at))
            && at >= 2
            && matches!(prose.word(at - 2), Word::Weekday(_)));
    if is_habit {
        return false;
    }
    if !is_short(prose, at) {
        // "Black Friday", "Ash Wednesday", "Man Friday", "Sheffield Wednesday" are names.
        return !is_any(
            prose.written_before(at),
            &[
                "black",
                "ash",
                "good",
                "cyber",
                "easter",
                "palm",
                "sheffield",
                "bloody",
                "super",
                "maundy",
                "shrove",
            ],
        );
    }
    let asks = matches!(
        prose.word_before(at),
        Word::On | Word::Next | Word::Last | Word::This | Word::By | Word::Until
    );
    let is_closed =
        !matches!(prose.kind(at + 1), Kind::Word(Word::Plain)) || !prose.capital(at + 1);
    prose.capital(at) && asks && is_closed
}

/// Whether a month's name without day or year stands for the month.
pub(super) fn is_month(prose: &Prose<'_>, at: usize) -> bool {
    let is_glued_word = prose.glued(at) && at > 0 && matches!(prose.kind(at - 1), Kind::Word(_));
    if is_glued_word
        || !prose.capital(at) && is_common_word(prose, at) && !is_placed_small(prose, at)
    {
        return false;
    }
    // "Mar-a-Lago", "April-like"
    let is_hyphenated = is_dash(prose.mark(at + 1))
        && prose.glued(at + 1)
        && prose.glued(at + 2)
        && matches!(prose.kind(at + 2), Kind::Word(Word::Plain | Word::A));
    if is_hyphenated {
        return false;
    }
    if asks_for_month(prose, at) {
        return !is_person(prose, at);
    }
    if prose.says(at, "may") || prose.says(at, "march") {
        // "March's figures"
        let owns =
            is_apostrophe(prose.mark(at + 1)) && prose.glued(at + 1) && prose.says(at, "march");
        return is_attributive(prose, at) || (owns && prose.capital(at) && !is_person(prose, at));
    }
    if prose.written(at).len() <= 4 && !prose.says(at, "june") && !prose.says(at, "july") {
        // "Jan Kowalski", "Dec" alone: a name or a label, unless a full stop shows the abbreviation.
        return prose.mark(at + 1) == '.' && !next_is_name(prose, at + 2);
    }
    prose.capital(at) && !next_is_name(prose, at + 1) && !is_person(prose, at)
}

fn is_common_word(prose: &Prose<'_>, at: usize) -> bool {
    prose.says(at, "may")
        || prose.says(at, "march")
        || prose.says(at, "mar")
        || prose.says(at, "dec")
        || prose.says(at, "jan")
        || prose.says(at, "sep")
        || prose.says(at, "august")
}

/// "in may", "last march" in careless text.
fn is_placed_small(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.word_before(at), Word::In | Word::Last | Word::Early | Word::Late | Word::Mid)
}

fn asks_for_month(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.word_before(at);
    let is_word = matches!(
        before,
        Word::In
            | Word::Of
            | Word::Last
            | Word::Next
            | Word::This
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::Since
            | Word::Until
            | Word::During
            | Word::Between
            | Word::Previous
            | Word::Following
    );
    let is_by = matches!(before, Word::By | Word::From | Word::To | Word::Before | Word::After)
        && !next_is_name(prose, at + 1);
    let is_mid = at >= 2
        && is_dash(prose.mark(at - 1))
        && matches!(prose.word(at - 2), Word::Mid | Word::Month(_));
    let is_listed = at >= 2
        && (matches!(before, Word::And | Word::Or | Word::To) || prose.mark_before(at) == ',')
        && matches!(prose.word(at - 2), Word::Month(_));
    is_word || is_by || is_mid || is_listed
}

/// "the May election": a month before a noun, after an article.
fn is_attributive(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.word_before(at);
    let is_verb = matches!(
        prose.kind(at + 1),
        Kind::Word(Word::On | Word::Of | Word::To | Word::For | Word::In | Word::From)
    );
    let is_noun = matches!(prose.kind(at + 1), Kind::Word(Word::Plain)) && !prose.capital(at + 1);
    prose.capital(at) && matches!(before, Word::The) && is_noun && !is_verb
}

fn next_is_name(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.kind(at), Kind::Word(Word::Plain)) && prose.capital(at)
}

/// "Theresa May", "Mrs May", "June Carter".
fn is_person(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.written_before(at);
    let is_titled = is_any(
        before,
        &["mr", "mrs", "ms", "dr", "theresa", "minister", "brian", "lady", "lord", "sir"],
    );
    let is_stopped = prose.mark_before(at) == '.'
        && at >= 2
        && is_any(prose.written(at - 2), &["mr", "mrs", "ms", "dr"]);
    let is_owner =
        prose.says(at, "may") && is_apostrophe(prose.mark(at + 1)) && prose.glued(at + 1);
    is_titled || is_stopped || is_owner
}
