//! Footnote marks that copying from a page has glued to the text: "They left.12 Then", "later.”7".
//!
//! What a format marks as raised is gone before; here only digits behind a stop are left. They are
//! no value, and the sentence ends before them. Behind a comma, a date or a short
//! name they are taken for one only in a text that has others: "In total,115 people" lacks its blank,
//! "2016.12" may be a version, "Rs.500" a price.
//!
//! It must not know facts or values.

use memchr::memchr3_iter;

use crate::lexicon::MONTHS;
use crate::source::Span;
use crate::text::is_abbreviation;

use super::{Block, Document};

/// What stands in front of numbers and is not listed as an abbreviation of news prose.
const BEFORE_NUMBERS: [&str; 22] = [
    "app", "approx", "avg", "bk", "ch", "chap", "cl", "eq", "ex", "fn", "max", "min", "note",
    "par", "para", "pl", "pt", "reg", "ser", "tel", "ver", "vers",
];

const CLOSERS: [char; 6] = ['"', '”', '’', ')', ']', '\''];

/// Cuts the marks out of all blocks.
pub(super) fn cut(document: &mut Document) {
    let mut has_stop_mark = false;
    for block in &mut document.blocks {
        has_stop_mark |= cut_out(block, Behind::Stop);
    }
    if has_stop_mark {
        for block in &mut document.blocks {
            cut_out(block, Behind::Other);
        }
    }
}

/// The text without the mark at its end.
pub(super) fn without_last(text: &str) -> &str {
    let open = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_mark = open.len() < text.len() && mark(text, open.len(), Behind::Stop).is_some();
    if is_mark { open } else { text }
}

/// What a mark stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Stop,
    Other,
}

/// Whether there were any.
fn cut_out(block: &mut Block, behind: Behind) -> bool {
    let marks = marks(&block.text, behind);
    for &span in marks.iter().rev() {
        block.text.replace_range(span.range(), "");
        block.map.cut_out(span);
    }
    !marks.is_empty()
}

fn marks(text: &str, behind: Behind) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let mut look = |at: usize| {
        let start = at + 1;
        if bytes.get(start).is_some_and(u8::is_ascii_digit) {
            marks.extend(mark(text, start, behind));
        }
    };
    // The last bytes of the signs that marks are glued to; a curly quote has three.
    match behind {
        Behind::Stop => {
            memchr3_iter(b'.', b'"', 0x9d, bytes).for_each(&mut look);
            memchr3_iter(b'?', b'!', b')', bytes).for_each(&mut look);
        }
        Behind::Other => {
            memchr3_iter(b',', b'"', 0x9d, bytes).for_each(&mut look);
            memchr::memchr_iter(b'.', bytes).for_each(&mut look);
        }
    }
    marks.sort_unstable();
    marks
}

/// The mark whose digits begin at `start`.
fn mark(text: &str, start: usize, behind: Behind) -> Option<Span> {
    let before = text.get(..start)?;
    let digits = number_len(&text[start..])?;
    let end = start + digits;
    let goes_on = text[end..].trim_start();
    if goes_on.len() == text.len() - end && !goes_on.is_empty() {
        return None;
    }
    let unquoted = before.trim_end_matches(CLOSERS);
    let is_quoted = unquoted.len() < before.len();
    let opens = goes_on.chars().next().is_none_or(|next| {
        (next.is_uppercase() || "“\"‘([".contains(next)) && !begins_with_month(goes_on)
    });
    let is_mark = match behind {
        Behind::Stop => opens && ends_word(unquoted.strip_suffix(['.', '?', '!'])?, is_quoted),
        Behind::Other => match unquoted.strip_suffix('.') {
            Some(glued) => opens && (ends_in_date(glued) || ends_in_short_name(glued)),
            None => {
                goes_on.starts_with(char::is_lowercase)
                    && ends_word(unquoted.strip_suffix(',')?, is_quoted)
            }
        },
    };
    is_mark.then(|| Span::new(start, end))
}

/// "12", "12,13", "2–4": no year, no figure with thousands.
fn number_len(text: &str) -> Option<usize> {
    let mut end = 0;
    loop {
        let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        let number = text.get(end..end + digits)?;
        let is_year = digits == 4 && (number.starts_with("20") || number >= "1500");
        if !(1..=4).contains(&digits) || number.starts_with('0') || is_year {
            return None;
        }
        end += digits;
        let rest = &text[end..];
        let joint = rest.chars().next().filter(|joint| matches!(joint, ',' | '-' | '–'));
        let Some(joint) = joint
            .filter(|joint| rest[joint.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()))
        else {
            return Some(end);
        };
        end += joint.len_utf8();
    }
}

/// "12 May" behind a stop is a day.
fn begins_with_month(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_front =
        |month: &str| month.get(..word.len()).is_some_and(|front| front.eq_ignore_ascii_case(word));
    word.len() > 2 && MONTHS.iter().any(|month| is_front(month))
}

/// "the Fish Act"
fn ends_in_short_name(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.len() == 3
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && !is_abbreviation(&word.to_lowercase())
        && text.len() > word.len()
}

/// "in 1951", "May 4, 1951", "on May 4"
fn ends_in_date(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &text[before.len()..];
    let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let told = ["in", "of", "since", "by", "until", "late", "early", "mid"].contains(&word)
        || word.strip_suffix(',').is_some_and(|day| day.bytes().all(|byte| byte.is_ascii_digit()))
        || begins_with_month(word);
    let is_year = number.len() == 4 && ("1500".."2100").contains(&number) && told;
    let is_day = (1..=2).contains(&number.len()) && begins_with_month(word);
    before.ends_with(' ') && (is_year || is_day)
}

/// Whether a sentence can end behind this: a word in plain letters with others before it, which
/// shortens nothing.
fn ends_word(text: &str, is_quoted: bool) -> bool {
    let text = text.trim_end_matches(CLOSERS);
    let before = text.rfind(char::is_whitespace);
    let Some(before) = before else { return false };
    let token = text[before..].trim_start();
    let plain = |c: char| c.is_alphabetic() || "-–—’'“”\"‘()[];:,&".contains(c);
    if !token.chars().all(plain) {
        return false;
    }
    if is_quoted {
        return token.chars().any(char::is_alphabetic);
    }
    let word = token.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let n_letters = word.chars().count();
    // "Rs.500", "Fr.20"
    let short =
        n_letters < 4 && word.starts_with(char::is_uppercase) && word != word.to_uppercase();
    // "the DH.60 Moth"
    let code = n_letters == 2 && word == word.to_uppercase();
    let listed = is_abbreviation(&lower) || BEFORE_NUMBERS.contains(&lower.as_str());
    n_letters > 1 && !short && !code && !listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_behind_a_stop_are_marks() {
        let cases = [
            ("They left the harbour.884 Marten said so.", "They left the harbour. Marten said so."),
            (
                "He would “see it later.”12 The crew waited.",
                "He would “see it later.” The crew waited.",
            ),
            (
                "The crew quit.7,8 “Why?”9 The mate left.10–12",
                "The crew quit. “Why?” The mate left.",
            ),
            (
                "It sank (with all hands).3 Nobody wrote to him.4",
                "It sank (with all hands). Nobody wrote to him.",
            ),
            (
                "It sank at once.3 After the hearing,115 and before it,116 nobody wrote.",
                "It sank at once. After the hearing, and before it, nobody wrote.",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn digits_behind_other_stops_are_not() {
        for text in [
            "See the note on p.37 The rest is lost.",
            "They met on Sept.12 Boston was quiet.",
            "It came as No.5 The next was lost.",
            "under art.12 The rest of it",
            "a fine of Rs.500 The court said so",
            "a depth of 3.5 The lake is deep",
            "release 2016.12 The team added it in 2015.4",
            "in release v.2 The team added it",
            "It ended in the war.1918 The rest is known.",
            "the keeper left.12 May 1930 was his last day",
            "the DH.60 Moth flew",
            "In total,115 people came",
            "the keeper had left.12 people came",
            "a page on lake.example.org/left.12 Of these",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    fn shown(text: &str) -> String {
        let source = crate::source::Source::new("a.txt", text);
        let mut document = super::super::plain::lift(&source);
        cut(&mut document);
        document.blocks.iter().map(|block| block.text.as_str()).collect()
    }
}
