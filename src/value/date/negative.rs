//! What looks like a year and is none: counts, prices, labels, measures, numbers in groups.

use super::calendar::Unit;
use super::joints::{is_joined_after, is_joined_before};
use super::nouns::{COUNTERS, CURRENCIES, EVENTS, LABELS, ORIGINS, PLACES, UNITS, VERBS, is_any};
use super::scan::{Kind, Prose, is_apostrophe, is_dash};
use super::words::Word;

/// Whether the four digits at `at` are a year on their own.
pub(super) fn is_year(prose: &Prose<'_>, at: usize) -> bool {
    let (value, n_digits) = prose.digits(at).unwrap_or_default();
    if n_digits == 3 {
        return is_early_year(prose, at);
    }
    if n_digits != 4 {
        return false;
    }
    if !(1000..=2099).contains(&value)
        || is_joined_before(prose, at)
        || is_joined_after(prose, at + 1)
    {
        return false;
    }
    // "1800 2010 2016": a number cut into groups.
    let is_group = prose.digits(at + 1).is_some()
        || at.checked_sub(1).is_some_and(|before| prose.digits(before).is_some());
    if is_group || is_labelled(prose, at) || is_measured(prose, at + 1) {
        return false;
    }
    let before = prose.word_before(at);
    let is_placed = is_year_place(prose, at);
    if value < 1600 && !is_placed {
        return false;
    }
    // "at 1930", "at 2016 prices"
    if before == Word::At {
        return false;
    }
    !is_count(prose, at)
}

/// "was enthroned in 688, twenty years later", "came to power in 708 at a young age": three digits behind "in" that
/// nothing behind them could be counted by.
fn is_early_year(prose: &Prose<'_>, at: usize) -> bool {
    const AFTER: &[&str] = &[
        "and",
        "by",
        "after",
        "when",
        "at",
        "as",
        "to",
        "under",
        "with",
        "while",
        "but",
        "before",
        "following",
        "where",
        "from",
        "he",
        "she",
        "it",
        "they",
        "the",
    ];
    let counted = at >= 2
        && (prose.digits(at - 2).is_some()
            || is_any(
                prose.written(at - 2),
                &["one", "two", "ten", "odds", "ranked", "page", "room"],
            ));
    let ends = matches!(prose.mark(at + 1), '.' | ',' | ';' | ')')
        && !(prose.digits(at + 2).is_some() && prose.glued(at + 2));
    let goes_on = is_any(prose.written(at + 1), AFTER) && prose.digits(at + 2).is_none();
    prose.word_before(at) == Word::In
        && !counted
        && !is_joined_before(prose, at)
        && !is_joined_after(prose, at + 1)
        && (ends || goes_on)
}

/// Whether the words before ask for a year.
fn is_year_place(prose: &Prose<'_>, at: usize) -> bool {
    let before = prose.word_before(at);
    let is_word = matches!(
        before,
        Word::In
            | Word::Since
            | Word::During
            | Word::Until
            | Word::From
            | Word::Between
            | Word::By
            | Word::Early
            | Word::Mid
            | Word::Late
            | Word::Season(_)
            | Word::Unit(Unit::Year)
            | Word::The
            | Word::Before
            | Word::After
            | Word::Of
            | Word::About
    );
    let is_circa = matches!(prose.written_before(at), "c" | "ca" | "born" | "died" | "b" | "d")
        || (prose.mark_before(at) == '.' && at >= 2 && matches!(prose.written(at - 2), "c" | "ca"));
    let is_bracket = matches!(prose.mark_before(at), '(' | '[') || is_dash(prose.mark_before(at));
    // "in 2007 and 2012"
    let is_listed =
        matches!(before, Word::And | Word::Or | Word::To) || prose.mark_before(at) == ',';
    let follows_year = is_listed && at >= 2 && prose.digits(at - 2).is_some_and(|(_, n)| n == 4);
    // "founded 1347", as sheets and labels have it
    let is_made = is_any(prose.written_before(at), ORIGINS);
    // "as early as 1263"
    let is_bound = at >= 3
        && prose.written_before(at) == "as"
        && matches!(prose.written(at - 2), "early" | "late" | "far" | "recently");
    is_word || is_made || is_bound || is_circa || is_bracket || follows_year
}

fn is_labelled(prose: &Prose<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // "No. 2016", "Rs. 2016"
    let label = if prose.mark(before) == '.' && prose.glued(before) {
        before.checked_sub(1)
    } else {
        Some(before)
    };
    let Some(label) = label else { return false };
    if matches!(prose.mark(before), '$' | '€' | '£' | '¥' | '₹' | '#') {
        return true;
    }
    let written = prose.written(label);
    is_any(written, LABELS)
        || is_any(written, CURRENCIES)
        // "Pay ABC 2000"
        || (written.bytes().all(|byte| byte.is_ascii_uppercase())
            && label >= 1
            && is_any(prose.written(label - 1), &["pay", "paid", "send"]))
}

fn is_measured(prose: &Prose<'_>, next: usize) -> bool {
    if matches!(prose.word(next), Word::Units(_) | Word::Hundred | Word::Thousand) {
        return true;
    }
    if prose.mark(next) == '%' || prose.mark(next) == '°' {
        return true;
    }
    // "2016 per cent", but "the 2016 people's congress".
    let is_owner = is_apostrophe(prose.mark(next + 1)) && prose.glued(next + 1);
    // "the 2019 G20 summit"
    let is_numbered = prose.digits(next + 1).is_some() && prose.glued(next + 1);
    // "(2012 est.)" is estimated, "2012 EST" a time of day.
    let is_estimate = prose.written(next) == "est" && !prose.capital(next);
    is_any(prose.written(next), UNITS) && !is_owner && !is_numbered && !is_estimate
}

/// "employs 2016 staff", "2016 homes": a number of things.
fn is_count(prose: &Prose<'_>, at: usize) -> bool {
    let next = at + 1;
    let is_small =
        |at: usize| matches!(prose.kind(at), Kind::Word(Word::Plain)) && !prose.capital(at);
    if !is_small(next) {
        return false;
    }
    let before = prose.word_before(at);
    let written_before = prose.written_before(at);
    let counts = matches!(before, Word::Few | Word::About) || is_any(written_before, COUNTERS);
    if counts {
        return !is_any(prose.written(next), VERBS);
    }
    if matches!(
        before,
        Word::The | Word::In | Word::Since | Word::During | Word::Early | Word::Late
    ) || is_any(written_before, &["its", "their", "his", "her", "this"])
        || is_apostrophe(prose.mark_before(at))
        || is_possessive(prose, at)
    {
        // "in 2016 homes" is a number; "in 2016 voters" is not.

        return before == Word::In && is_any(prose.written(next), PLACES);
    }
    is_plural(prose.written(next))
}

/// "India's 2016 rules".
fn is_possessive(prose: &Prose<'_>, at: usize) -> bool {
    at >= 2 && prose.written(at - 1) == "s" && is_apostrophe(prose.mark(at - 2))
}

fn is_plural(written: &str) -> bool {
    written.len() > 3
        && written.ends_with('s')
        && !written.ends_with("ss")
        && !written.ends_with("us")
        && !written.ends_with("is")
        && !is_any(written, VERBS)
        && !is_any(written, EVENTS)
}

/// "in May 20 people died": the number after the month counts.
pub(super) fn is_counted_after_month(prose: &Prose<'_>, month_at: usize, day_at: usize) -> bool {
    let before = prose.word_before(month_at);
    let is_in = matches!(before, Word::In | Word::Last | Word::This | Word::Since);
    let next = day_at + 1;
    let counts = matches!(prose.kind(next), Kind::Word(Word::Plain | Word::Units(_)))
        && !prose.capital(next)
        && !prose.glued(day_at);
    let is_people = is_any(prose.written(next), UNITS);
    is_people || (is_in && counts && !is_any(prose.written(next), VERBS))
}
