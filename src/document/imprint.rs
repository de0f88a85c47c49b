//! An opening line that says what the text is and of which day: "Minutes of the annual meeting held
//! on 14 November 2021", "The Ledger podcast, transcript, 3 June 2022. Lightly edited."
//!
//! It recognises one line by what the line calls itself. A sentence about something else of that
//! day is the article's, so any verb but those of making a text ends it.

use jiff::civil::Date;

use crate::source::Span;
use crate::text::word_set::WordSet;

use super::{byline, date};

/// What a publication calls itself or its text beside a date: `Policy brief, 11 May 2023`.
#[rustfmt::skip]
pub(super) const PUBLICATIONS: [&str; 56] = [
    "address", "agenda", "analysis", "answers", "backgrounder", "factsheet", "hearing", "proceedings",
    "questions", "record", "remarks", "blog", "brief", "briefing", "bulletin", "circular", "column", "comment",
    "commentary", "communiqué", "digest", "dispatch", "edition", "editorial", "embargoed",
    "essay", "explainer", "feature", "immediate", "interview", "issue", "journal", "letter",
    "magazine", "maintenance", "media", "memo", "news", "newsletter", "note", "notes", "notice",
    "opinion", "paper", "policy", "post", "press", "release", "report", "review", "speech",
    "statement", "tank", "think-tank", "update", "weekly",
];
/// What only a text calls itself, wherever in the line it stands.
static TEXTS: WordSet<32> = WordSet::of(
    "minutes transcript podcast newsletter bulletin magazine interview editorial feature column \
     essay liveblog webcast memo briefing",
);
/// What is done to a text, or to the meeting it records, on its day.
#[rustfmt::skip]
const MADE: [&str; 17] = [
    "held", "recorded", "published", "posted", "filed", "issued", "delivered", "given", "taken",
    "conducted", "updated", "printed", "broadcast", "aired", "edited", "dated", "revised",
];
/// Verbs and helpers that make a line a sentence about something else.
#[rustfmt::skip]
const FINITE: [&str; 17] = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can",
    "could", "may", "did", "does", "says",
];
/// Numbers before "minutes".
#[rustfmt::skip]
const NUMBERS: [&str; 22] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "fifteen", "eighteen", "twenty", "thirty", "forty", "fifty", "ninety", "few", "several", "some",
    "many",
];
const MAX_LEN: usize = 200;
/// From so many words on, what follows a dateline is a sentence.
const SENTENCE: usize = 5;

/// The day of an imprint, and where it stands in the line.
pub(super) fn read(line: &str) -> Option<(Date, Span)> {
    if line.len() > MAX_LEN || !byline::has_year(line) || !calls_itself_a_text(line) {
        return None;
    }
    let (date, span) = only_date(line)?;
    // "VARBY, 16 March 2025 - Dawit Abera ran": a dateline and what it leads.
    let led = line[span.end..].trim_start().strip_prefix(['-', '–', '—']);
    if led.is_some_and(|rest| words(rest).count() >= SENTENCE) {
        return None;
    }
    let before = &line[..span.start];
    let rest = words(before).chain(words(&line[span.end..]));
    let sentence =
        rest.into_iter().any(|(_, word)| is_one_of(&FINITE, word) || is_other_verb(word));
    (!sentence && !is_of_another(before)).then_some((date, span))
}

/// "Minutes of the meeting", but not "eight minutes and 14 seconds".
fn calls_itself_a_text(line: &str) -> bool {
    let mut before = "";
    words(line).any(|(_, word)| {
        let before = std::mem::replace(&mut before, word);
        let number =
            || before.bytes().all(|byte| byte.is_ascii_digit()) || is_one_of(&NUMBERS, before);
        let counted = || !before.is_empty() && word.eq_ignore_ascii_case("minutes") && number();
        TEXTS.has_in_any_case(word) && !counted()
    })
}

/// The one day with its year in a line; a second makes it unsure which is meant.
fn only_date(line: &str) -> Option<(Date, Span)> {
    let mut found = None;
    let mut end = 0;
    for (at, _) in words(line) {
        if at < end {
            continue;
        }
        let Some((stated, len)) = date::parse_prefix(&line[at..]) else { continue };
        let Some(date) = stated.date() else { continue };
        end = at + len;
        if found.replace((date, Span::new(at, end))).is_some() {
            return None;
        }
    }
    found
}

fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    line.split_inclusive(|c: char| !is_in_word(c)).filter_map(move |piece| {
        let at = start;
        start += piece.len();
        let word = piece.trim_end_matches(|c: char| !is_in_word(c));
        (!word.is_empty()).then_some((at, word))
    })
}

fn is_in_word(character: char) -> bool {
    character.is_alphanumeric() || "-'’".contains(character)
}

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// "signed" of "Briefing on the pact signed on 4 May 2010".
fn is_other_verb(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && word.starts_with(char::is_lowercase)
        && !is_one_of(&MADE, word)
}

/// `No. 48`, `Volume 12, Issue 3`, `The Orla Post, No. 7`.
pub(super) fn is_issue(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "no",
        "nr",
        "nos",
        "number",
        "issue",
        "vol",
        "volume",
        "edition",
        "bulletin",
        "newsletter",
    ];
    let is_number = |part: &str| {
        let mut words = part.split_whitespace();
        let word = words.next().unwrap_or_default().trim_end_matches('.').to_lowercase();
        let number = words.next().unwrap_or_default();
        let digits = !number.is_empty() && number.len() <= 4;
        WORDS.contains(&word.as_str())
            && digits
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && words.next().is_none()
    };
    let mut n_numbers = 0;
    let fit = text.split(", ").all(|part| {
        let numbered = is_number(part);
        n_numbers += usize::from(numbered);
        numbered || byline::is_name(part)
    });
    fit && n_numbers > 0
}

/// "Essay on the battle of": the day is the battle's.
fn is_of_another(before: &str) -> bool {
    let mut before = words(before).map(|(_, word)| word).collect::<Vec<_>>();
    before.pop().is_some_and(|last| last.eq_ignore_ascii_case("of"))
        && !before.last().is_some_and(|owner| {
            TEXTS.has_in_any_case(owner) || is_one_of(&["meeting", "session", "sitting"], owner)
        })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn imprints() {
        let cases = [
            ("Minutes of the ordinary meeting held on 3 March 2020 at the Guildhall", "2020-03-03"),
            ("Minutes of the meeting of 3 March 2020", "2020-03-03"),
            ("A column from the Sunday pages, 3 March 2020, by Iris Calder", "2020-03-03"),
            ("The Ledger podcast, transcript, March 3, 2020. Lightly edited.", "2020-03-03"),
            ("Interview recorded on 3 March 2020 in Port Aurel", "2020-03-03"),
            ("An essay on the battle of 3 March 1720", "none"),
            ("A briefing on the pact signed on 3 March 2020", "none"),
            ("The magazine was founded on 3 March 2020", "none"),
            ("Minutes of the meetings of 3 March 2020 and 4 April 2020", "none"),
            ("The pact of 3 March 2020", "none"),
            ("Minutes of March 2020", "none"),
        ];
        for (line, expected) in cases {
            let found = read(line).map_or("none".to_owned(), |(date, _)| date.to_string());
            assert_eq!(found, expected, "{line}");
        }
    }
}
