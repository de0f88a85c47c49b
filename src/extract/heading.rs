//! What the text of a head or a label says of itself: a label of a sheet, a question, a namesake's name.
//!
//! It must not know values.

use super::context::Head;
use super::scene::{Draft, Scene};
use super::token::is_date_word;
use crate::document::{BlockKind, Document};
use crate::lexicon;
use crate::rules::Expected;
use crate::text::{Word, words};

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
    if text.len() > LINE {
        return false;
    }
    let Some((label, filler)) = text.split_once(':') else { return false };
    label.len() <= LABEL
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

/// "PERSEVERANCE", "2. Amazon (South America)": a head that is a name of something no fact is about. Its
/// words are capitalised, none is a word of sections or the lexicon's, and the article has none of
/// them without a capital.
pub(super) fn names_another(document: &Document, head: usize) -> bool {
    const LONGEST: usize = 60;
    let block = &document.blocks[head];
    if block.text.len() > LONGEST
        || !matches!(block.kind, BlockKind::Heading(1..) | BlockKind::Paragraph)
    {
        return false;
    }
    let all = words(&block.text);
    let letters: Vec<&Word<'_>> = all
        .iter()
        .filter(|word| word.is_letters() && !lexicon::is_function_word(&word.lower))
        .collect();
    let is_plain = |lower: &str| {
        let singular = lower.strip_suffix('s').unwrap_or(lower);
        lexicon::is_section_word(lower)
            || lexicon::is_section_word(singular)
            || lexicon::is_listed(lower)
            || is_date_word(lower)
            || !lexicon::cues_at(&[lower]).is_empty()
            || lower.len() < 3
    };
    // "Car division", "The museum": of what the page is about, a part that is told of by itself.
    if letters.last().is_some_and(|word| lexicon::is_told_apart(&word.lower)) {
        return true;
    }
    !letters.is_empty()
        && letters.iter().all(|word| word.is_capitalised() && !is_plain(&word.lower))
        && !document.blocks.iter().any(|block| {
            words(&block.text).iter().any(|word| {
                !word.is_capitalised() && letters.iter().any(|own| own.lower == word.lower)
            })
        })
}

/// "Formation: 1976" under "Secretary-General of X": what a sheet under such a head says is of the office.
pub(super) fn is_told_of_office(scene: &Scene<'_>, draft: &Draft, of_offices: &[usize]) -> bool {
    let holders = matches!(scene.fact(draft.fact).expected, Expected::Holders(_));
    let mut heads = [scene.context.section_head, scene.context.corner_at].into_iter().flatten();
    !holders && heads.any(|head| of_offices.contains(&head)) && scene.subject_of(draft).is_none()
}

impl Head {
    /// Whether it only says what kind of thing is told below: "History", "Key facts".
    pub(super) fn is_section(&self) -> bool {
        const LONGEST: usize = 3;
        self.subjects.is_empty()
            && self.words.len() <= LONGEST
            && self.words.iter().all(|word| {
                lexicon::is_section_word(word) || matches!(word.as_str(), "and" | "&" | "the")
            })
    }
}
