//! Lines of the form `Height: 828 m`: infoboxes, fact sheets, and what they are about.
//!
//! A label is told by its shape alone; which keys mean what is the extractor's business.

use super::{Block, BlockKind, Document, opening};
use crate::text::is_bullet;

const MAX_KEY_WORDS: usize = 5;
const MAX_KEY_LEN: usize = 50;
/// A longer value is prose after a colon.
const MAX_VALUE_WORDS: usize = 12;
/// A longer value that begins with an article is prose too.
const MAX_WITH_ARTICLE: usize = 3;
/// A longer value that ends in a full stop is a sentence.
const MAX_WITH_STOP: usize = 6;
/// A longer line above labels is prose, not a name or title.
const MAX_TITLE_WORDS: usize = 12;
/// Keys that begin a remark, not a label.
#[rustfmt::skip]
const REMARKS: [&str; 18] = [
    "answer", "caption", "claim", "clarification", "correction", "fact", "figure", "interviewer",
    "note", "notes", "photo", "question", "quote", "source", "sources", "update", "verdict",
    "warning",
];

/// The length of the key of a label line: up to its colon.
pub(super) fn key_len(line: &str) -> Option<usize> {
    let (key, value) = split(line)?;
    let is_remark = REMARKS.iter().any(|remark| remark.eq_ignore_ascii_case(key));
    (key.chars().nth(1).is_some() && !is_remark && is_value(value)).then_some(key.len())
}

/// What stands before the colon of `Height: 828 m`, `Q: When?` or `Karsten: We have a charter.`,
/// and what after it.
fn split(line: &str) -> Option<(&str, &str)> {
    let colon = memchr::memchr(b':', &line.as_bytes()[..line.len().min(MAX_KEY_LEN)])?;
    let key = line[..colon].trim_end();
    let value = line[colon + 1..].strip_prefix(' ')?.trim();
    let words = || key.split(' ').filter(|word| !word.is_empty());
    let fits = key.starts_with(char::is_uppercase)
        && (1..=MAX_KEY_WORDS).contains(&words().count())
        && key.chars().all(|c| c.is_alphanumeric() || " -–'’()/&%.€$£²".contains(c))
        && !key.ends_with('.')
        && !value.is_empty();
    fits.then_some((key, value))
}

fn is_value(value: &str) -> bool {
    let (first, _) = value.split_once(' ').unwrap_or((value, ""));
    let n_words = value.split_whitespace().count();
    (1..=MAX_VALUE_WORDS).contains(&n_words)
        // `the pact that lets ships refuel`: a clause. `a draw` is a value.
        && (n_words <= MAX_WITH_ARTICLE || !["a", "an", "the"].contains(&first))
        && !value.ends_with(['?', '!', ':', ';'])
        // `Founded: 1914.`, but no sentence.
        && (!value.ends_with('.')
            || (n_words <= MAX_WITH_STOP && value.contains(|c: char| c.is_ascii_digit())))
        && value.contains(char::is_alphanumeric)
}

/// Whether the lines of a paragraph are each to be read alone: two at least that begin with a key
/// or a speaker, or labels with the name above them of what they are about.
pub(super) fn stand_alone(lines: &[&str]) -> bool {
    if lines.len() < 2 {
        return false;
    }
    lines.iter().all(|line| split(line).is_some())
        || (lines.len() > 2
            && is_title(lines[0])
            && lines[1..].iter().all(|line| key_len(line).is_some()))
}

/// Whether lines that were broken on purpose are each whole: none goes on in the middle of another.
pub(super) fn are_entries(lines: &[&str]) -> bool {
    let open = |line: &str| {
        let last = line.rsplit(' ').next().unwrap_or_default();
        line.ends_with([',', '-', '–', '—', '(', '&'])
            || crate::lexicon::is_function_word(&last.to_lowercase())
    };
    let begins = |line: &str| {
        line.trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| !c.is_lowercase())
    };
    lines.len() > 1
        && lines[..lines.len() - 1].iter().all(|line| !open(line))
        && lines[1..].iter().all(|line| begins(line))
}

/// Whether lines are shorter than any that ended at the margin: no text is wrapped so narrowly.
pub(super) fn are_short(lines: &[&str]) -> bool {
    const NARROW: usize = 60;
    lines.iter().all(|line| line.chars().count() < NARROW)
}

/// Whether short lines are one sentence that was wrapped, though its next line begins with a name:
/// "The notes are traded at the Velmark" / "Exchange of Metals (VEM)."
pub(super) fn are_one_sentence(lines: &[&str]) -> bool {
    const MIN_WORDS: usize = 5;
    let Some((last, above)) = lines.split_last() else { return false };
    let ends = |line: &str| line.trim_end_matches(['"', '”', ')']).ends_with(['.', '!', '?']);
    let is_prose = |line: &str| {
        let n_words = line.split_whitespace().count();
        let is_lower = |word: &&str| word.starts_with(char::is_lowercase);
        let n_lower = line.split_whitespace().filter(is_lower).count();
        n_words >= MIN_WORDS && n_lower * 2 > n_words
    };
    ends(last) && above.iter().all(|line| !ends(line) && is_prose(line))
}

fn is_title(line: &str) -> bool {
    line.split_whitespace().count() <= MAX_TITLE_WORDS
        && !opening::is_prose(line)
        && !line.ends_with([',', ';'])
}

/// Paragraphs that begin with a bullet which the format does not know are items of what stands above them.
pub(super) fn itemise(document: &mut Document) {
    let mut above = None;
    for index in 0..document.blocks.len() {
        let block = &document.blocks[index];
        let is_item = block.kind == BlockKind::Paragraph
            && !block.text.starts_with(|first: char| first.is_ascii())
            && block.text.split_once(' ').is_some_and(|(mark, _)| is_bullet(mark));
        if is_item {
            document.blocks[index].kind = BlockKind::Item;
            document.blocks[index].parent = above;
        } else {
            let introduces = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_));
            above = introduces.then_some(index);
        }
    }
}

/// Says of every label in a run of labels what it is about.
pub(super) fn attach(document: &mut Document) {
    let mut start = 0;
    while start < document.blocks.len() {
        let end = run_end(&document.blocks, start);
        if end - start >= 2 {
            let mut about = above(&document.blocks, start);
            for index in start..end {
                document.blocks[index].label_of = about;
                if names_itself(&document.blocks[index].text) {
                    about = Some(index);
                }
            }
        }
        start = end.max(start + 1);
    }
}

/// Where the run of labels that begins at `start` ends; `start` where none does.
fn run_end(blocks: &[Block], start: usize) -> usize {
    let first = &blocks[start];
    if !matches!(first.kind, BlockKind::Paragraph | BlockKind::Item) {
        return start;
    }
    let is_like = |block: &&Block| {
        block.kind == first.kind
            && block.parent == first.parent
            && block.heading == first.heading
            && key_len(&block.text).is_some()
    };
    start + blocks[start..].iter().take_while(is_like).count()
}

/// What stands above a run and names what it is about.
fn above(blocks: &[Block], start: usize) -> Option<usize> {
    let before = match blocks[start].kind {
        BlockKind::Item => blocks[start].parent,
        _ => start.checked_sub(1),
    };
    let names = |&index: &usize| {
        let block = &blocks[index];
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Item)
            && is_title(&block.text)
            && key_len(&block.text).is_none()
    };
    before.filter(names).or(blocks[start].heading)
}

/// `Name: Sonapur Dam`, `Title: The Salt Road`.
fn names_itself(line: &str) -> bool {
    let key = key_len(line).map_or("", |len| &line[..len]).to_lowercase();
    key.split(' ').next_back().is_some_and(|word| ["name", "title"].contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_sentences() {
        let cases = [
            ("Opened: 14 May 1931", Some("Opened")),
            ("Main span: 503 m", Some("Main span")),
            ("Mayor of Port Aurel: Amadou Reyl", Some("Mayor of Port Aurel")),
            ("Cost (est.): $2 m", Some("Cost (est.)")),
            ("Founded: 1914.", Some("Founded")),
            ("Q: When was it signed", None),
            ("Claim: it was signed in 2016", None),
            ("Karsten: We have a charter.", None),
            ("LEMOA: the pact that lets ships refuel", None),
            ("WASHINGTON: The United States said on Monday that 4 agreed.", None),
            ("opened: 14 May 1931", None),
            ("At 10:15 the bridge opened", None),
            ("See https://example.org", None),
            ("Opened:", None),
            (": 1931", None),
            ("", None),
        ];
        for (line, key) in cases {
            assert_eq!(key_len(line).map(|len| &line[..len]), key, "{line}");
        }
    }

    #[test]
    fn a_paragraph_of_labels_may_begin_with_a_name() {
        assert!(stand_alone(&["Opened: 1931", "Length: 1,149 m"]));
        assert!(stand_alone(&["The Long Bridge", "Opened: 1931", "Length: 1,149 m"]));
        assert!(!stand_alone(&["The Long Bridge", "Opened: 1931"]));
        assert!(!stand_alone(&["It is a long bridge.", "Opened: 1931", "Length: 1,149 m"]));
        assert!(!stand_alone(&["Opened: 1931", "and closed in 1950"]));
        assert!(!stand_alone(&["Opened: 1931"]));
        assert!(stand_alone(&["Q: When was it signed?", "A: It was signed in 2016."]));
    }
}
