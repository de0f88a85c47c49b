//! Lines of the form `Height: 828 m`: infoboxes, fact sheets, and what they are about.
//!
//! A label is told by its shape alone; which keys mean what is the extractor's business.

use super::{Block, BlockKind, Document, opening};

const MAX_KEY_WORDS: usize = 5;
const MAX_KEY_LEN: usize = 50;
/// A longer value is prose after a colon.
const MAX_VALUE_WORDS: usize = 12;
/// A longer value that begins with an article is prose too.
const MAX_WITH_ARTICLE: usize = 3;
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
    let key_len = super::front(line, MAX_KEY_LEN).find(':')?;
    let key = line[..key_len].trim_end();
    let value = line[key_len + 1..].strip_prefix(' ')?.trim();
    let words = || key.split(' ').filter(|word| !word.is_empty());
    let fits = key.starts_with(char::is_uppercase)
        && key.chars().nth(1).is_some()
        && (1..=MAX_KEY_WORDS).contains(&words().count())
        && key.chars().all(|c| c.is_alphanumeric() || " -–'’()/&%.€$£²".contains(c))
        && !key.ends_with('.')
        && !REMARKS.iter().any(|remark| remark.eq_ignore_ascii_case(key));
    (fits && is_value(value)).then_some(key.len())
}

fn is_value(value: &str) -> bool {
    let (first, _) = value.split_once(' ').unwrap_or((value, ""));
    let n_words = value.split_whitespace().count();
    (1..=MAX_VALUE_WORDS).contains(&n_words)
        // `the pact that lets ships refuel`: a clause. `a draw` is a value.
        && (n_words <= MAX_WITH_ARTICLE || !["a", "an", "the"].contains(&first))
        && !value.ends_with(['?', '!', ':', ';'])
        && (!value.ends_with('.') || value.contains(|c: char| c.is_ascii_digit()))
        && value.contains(char::is_alphanumeric)
}

/// Whether the lines of a paragraph are labels, each to be read alone: two at least, and above
/// them perhaps the name of what they are about.
pub(super) fn are_labels(lines: &[&str]) -> bool {
    let is_label = |line: &&str| key_len(line).is_some();
    match lines {
        [first, rest @ ..] if rest.len() >= 2 => {
            rest.iter().all(is_label) && (is_label(first) || is_title(first))
        }
        [first, second] => is_label(first) && is_label(second),
        _ => false,
    }
}

fn is_title(line: &str) -> bool {
    line.split_whitespace().count() <= MAX_TITLE_WORDS
        && !opening::is_prose(line)
        && !line.ends_with([',', ';'])
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
        assert!(are_labels(&["Opened: 1931", "Length: 1,149 m"]));
        assert!(are_labels(&["The Long Bridge", "Opened: 1931", "Length: 1,149 m"]));
        assert!(!are_labels(&["The Long Bridge", "Opened: 1931"]));
        assert!(!are_labels(&["It is a long bridge.", "Opened: 1931", "Length: 1,149 m"]));
        assert!(!are_labels(&["Opened: 1931", "and closed in 1950"]));
        assert!(!are_labels(&["Opened: 1931"]));
    }
}
