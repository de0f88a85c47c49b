//! What the text of a head or a label says of itself: a label of a sheet, a question, a namesake's name.
//!
//! It must not know facts.

use crate::text::words;

/// Whether a term is a name that ends as something in a head does: "Norl Library", "Hollin Library".
pub(super) fn is_alike(term: &str, head: &str) -> bool {
    let words: Vec<&str> = term.split_whitespace().collect();
    let last = words.last().copied().unwrap_or_default();
    words.len() > 1
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && head
            .split_whitespace()
            .any(|word| word.trim_matches(|c: char| !c.is_alphanumeric()) == last)
}

/// "Height: 431 metres", "Opened: 14 May 1932": a line of a data sheet.
pub(super) fn is_label_line(text: &str) -> bool {
    const LABEL: usize = 30;
    const LINE: usize = 60;
    let Some((label, filler)) = text.split_once(':') else { return false };
    text.len() <= LINE
        && label.len() <= LABEL
        && label.starts_with(char::is_uppercase)
        && label.split(' ').count() <= 3
        && filler.bytes().any(|byte| byte.is_ascii_digit())
        && !filler.contains(['.', '?', '!'])
}

/// "Company facts", "At a glance": a head without a name of anything.
pub(super) fn names_nothing(text: &str) -> bool {
    let mut letters = words(text).into_iter().filter(|word| word.is_letters());
    letters.next();
    letters.all(|word| !word.is_capitalised())
}

/// "True or false?", "Common myths": a head whose statements may be wrong.
pub(super) fn puts_to_doubt(text: &str) -> bool {
    const HEAD: usize = 60;
    // Few heads have the letters for it.
    let may = |pair: &[u8]| {
        matches!(pair, [b'o' | b'O', b'r' | b'R'] | [b'm' | b'M', b'i' | b'I' | b'y' | b'Y'])
    };
    if text.len() > HEAD || !text.as_bytes().windows(2).any(may) {
        return false;
    }
    let words = words(text);
    let lower: Vec<&str> = words.iter().map(|word| word.lower.as_str()).collect();
    let pair = |pair: &[&str]| {
        matches!(
            pair,
            ["true" | "fact", "or", "false" | "fiction" | "myth"] | ["right", "or", "wrong"]
        )
    };
    lower.windows(3).any(pair)
        || lower.iter().any(|word| matches!(*word, "myths" | "misconceptions"))
}
