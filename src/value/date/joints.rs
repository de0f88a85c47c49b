//! Whether a number is the inside of something longer: "F-16", "v2.0.16", "2016.1", "2016-based".

use super::nouns::is_any;
use super::scan::{Kind, Prose, is_dash};
use super::words::Word;

/// Words a year may be glued to by mistake: "in2016".
fn is_connector(word: Word) -> bool {
    matches!(
        word,
        Word::In
            | Word::Of
            | Word::By
            | Word::On
            | Word::Since
            | Word::From
            | Word::Until
            | Word::And
            | Word::The
            | Word::Before
            | Word::After
            | Word::To
            | Word::Between
            | Word::During
            | Word::Month(_)
            | Word::Early
            | Word::Mid
            | Word::Late
    )
}

/// Whether the token at `at` is the inside of something longer to its left: "F-16", "v2.0.16", "#2016".
pub(super) fn is_joined_before(prose: &Prose<'_>, at: usize) -> bool {
    if at == 0 || !prose.glued(at) {
        return false;
    }
    match prose.kind(at - 1) {
        Kind::Word(word) => !is_connector(word),
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Mark(mark) if is_dash(mark) => {
            // A dash with nothing, or a plain small word, before it: "-2020", "post-2016".
            let before = at.checked_sub(2);
            match before.map(|before| prose.kind(before)) {
                Some(Kind::Digits { .. } | Kind::Nth(_)) => prose.glued(at - 1),
                Some(Kind::Word(Word::Plain)) if prose.glued(at - 1) => {
                    at.checked_sub(2).is_some_and(|before| !is_prefix(prose.written(before)))
                }
                _ => false,
            }
        }
        Kind::Mark(mark) => match mark {
            '$' | '€' | '£' | '¥' | '₹' | '#' | '@' | '&' | '+' | '_' | '%' | '*' | '\\' => {
                true
            }
            '.' | '/' | ':' | ',' => {
                at >= 2
                    && prose.glued(at - 1)
                    && match prose.kind(at - 2) {
                        Kind::Digits { .. } => {
                            mark != ',' || prose.digits(at).is_some_and(|(_, n)| n == 3)
                        }
                        Kind::Word(Word::Plain) => mark == '.' || mark == '/',
                        _ => false,
                    }
            }
            _ => false,
        },
    }
}

fn is_prefix(written: &str) -> bool {
    is_any(written, &["post", "pre", "the", "since", "until", "by", "in"])
}

/// Whether the token before `end` goes on to its right: "2016.1", "2016-based", "2016%".
pub(super) fn is_joined_after(prose: &Prose<'_>, end: usize) -> bool {
    if !prose.glued(end) {
        return false;
    }
    let goes_on = prose.glued(end + 1);
    match prose.kind(end) {
        Kind::Word(word) => !is_connector(word),
        Kind::Digits { .. } | Kind::Nth(_) => true,
        Kind::Mark('%' | '°' | '+' | '_' | '@' | '$' | '€' | '£') => true,
        Kind::Mark('.' | ':' | '/') => goes_on && prose.digits(end + 1).is_some(),
        Kind::Mark(',') => goes_on && prose.digits(end + 1).is_some_and(|(_, n)| n >= 3),
        Kind::Mark(mark) if is_dash(mark) && goes_on => match prose.kind(end + 1) {
            Kind::Word(_) => !is_any(
                prose.written(end + 1),
                &[
                    "era", "model", "style", "season", "edition", "vintage", "born", "present",
                    "today", "and",
                ],
            ),
            Kind::Digits { .. } | Kind::Nth(_) => true,
            Kind::Mark(_) => false,
        },
        Kind::Mark(_) => false,
    }
}
