//! Sentences: where one ends and the next begins, in news prose.
//!
//! A full stop after an abbreviation, an initial or inside a number ends nothing; a stop glued to
//! the next capitalised word does.

use std::ops::Range;

use super::word::{Word, WordKind, is_apostrophe, is_double_quote};
use super::word_set::WordSet;

/// Abbreviations that are followed by more of the sentence, lower case without the dot.
static ABBREVIATIONS: WordSet<256> = WordSet::of(
    "adm al apr art aug ave b bankr bldg brig c ca capt cf cir cmdr co col cong corp d dec dept dir dist dr ed est \
     feb fig ft gen gov hon inc jan jr jul jun lt ltd maj mar messrs mr mrs ms mt no nos nov oct op \
     p pp prof pvt rep rev rp rs sec sen sep sept sgt shri smt sr st v supp vol vs",
);

/// Abbreviations that end a sentence when a capitalised word follows that is no name part.
const MAY_END: &[&str] = &["co", "corp", "inc", "jr", "ltd", "sr", "no", "ed", "est", "ft", "al"];

/// Words that begin sentences and never follow an abbreviation as part of a name.
static OPENERS: WordSet<128> = WordSet::of(
    "a an and as at but by for he her his if in it its on our she since some that the their there \
     these they this those under we when while who with you",
);

/// A sentence of more words than this is cut at its next comma, so that what looks at a sentence's
/// words in pairs stays bounded on any input.
const LONGEST: usize = 250;

/// The sentences of a text as ranges of its words; every word is in exactly one.
pub fn sentences(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < words.len() {
        let long = at - start >= LONGEST && (words[at].raw == "," || at - start >= 2 * LONGEST);
        if long || ends_sentence(words, at) {
            at = if long { at } else { with_closing_marks(words, at) };
            ranges.push(start..at + 1);
            start = at + 1;
        }
        at += 1;
    }
    if start < words.len() {
        ranges.push(start..words.len());
    }
    ranges
}

fn ends_sentence(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if word.kind != WordKind::Mark {
        let dotted = word.kind == WordKind::Letters && word.raw.ends_with('.');
        return dotted && dotted_ends(words, at);
    }
    match word.raw {
        "!" | "?" | "…" => next_opens(words, at),
        // "Club: X | Opened: 1884 | Capacity: 54,074": a bar parts what stands on one line.
        "|" => true,
        mark if is_bullet(mark) => stands_apart(words, at),
        "." => next_opens(words, at) && !follows_abbreviation(words, at) && !is_half_day(words, at),
        _ => false,
    }
}

/// Whether a word, in lower case and without its dot, is one that more of its sentence follows.
pub fn is_abbreviation(lower: &str) -> bool {
    ABBREVIATIONS.has(lower)
}

/// Marks that begin the items of a list that no format knows.
pub fn is_bullet(mark: &str) -> bool {
    matches!(mark, "›" | "•" | "●" | "▪" | "■" | "►")
}

/// " › " between what would be the items of a list; not the mark of a quotation.
fn stands_apart(words: &[Word<'_>], at: usize) -> bool {
    let space = |before: usize, after: usize| {
        words
            .get(before)
            .zip(words.get(after))
            .is_some_and(|(before, after)| before.span.end < after.span.start)
    };
    space(at, at + 1) && (at == 0 || space(at - 1, at))
}

/// "U.S." ends a sentence only before a word that opens one.
fn dotted_ends(words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.is_capitalised() && OPENERS.has(&next.lower))
}

/// "8:38 a.m. (local time)": the stop ends a sentence only before a word that opens one.
fn is_half_day(words: &[Word<'_>], at: usize) -> bool {
    let dotted = at >= 3
        && words[at - 1].lower == "m"
        && words[at - 2].raw == "."
        && matches!(words[at - 3].lower.as_str(), "a" | "p");
    let opener = words.get(at + 1).is_some_and(|next| OPENERS.has(&next.lower));
    dotted && !opener
}

fn next_opens(words: &[Word<'_>], at: usize) -> bool {
    let mut next = at + 1;
    while words.get(next).is_some_and(is_closing) {
        next += 1;
    }
    let Some(word) = words.get(next) else { return true };
    let glued = word.span.start == words[at].span.end;
    match word.kind {
        WordKind::Letters if glued => {
            word.is_capitalised() && words[at.saturating_sub(1)].raw.chars().all(char::is_lowercase)
        }
        WordKind::Letters => !word.raw.chars().next().is_some_and(char::is_lowercase),
        WordKind::Digits => !glued,
        WordKind::Possessive => false,
        WordKind::Mark => !matches!(word.raw, "," | ";" | ":" | "." | "-" | "/" | "@"),
    }
}

fn follows_abbreviation(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| &words[i]) else { return false };
    if before.span.end != words[at].span.start {
        return false;
    }
    let Some(next) = words.get(at + 1) else { return false };
    let opener = next.is_capitalised() && OPENERS.has(&next.lower);
    let initial = before.raw.chars().count() == 1 && before.is_capitalised();
    let listed = ABBREVIATIONS.has(&before.lower)
        && (before.lower.len() > 2
            || before.is_capitalised()
            || next.kind == WordKind::Digits
            // "Hesk v. Brenna"
            || before.raw == "v");
    let aside = at >= 2 && matches!(words[at - 2].raw, "(" | "," | ";" | "–" | "—" | "-");
    if aside && matches!(before.raw, "b" | "d" | "c" | "ca" | "r" | "fl") {
        return true;
    }
    let may_end = MAY_END.contains(&before.lower.as_str());
    (initial || listed) && !(opener && (may_end || initial || before.lower.len() > 3))
}

fn is_closing(word: &Word<'_>) -> bool {
    let Some(c) = word.raw.chars().next() else { return false };
    word.kind == WordKind::Mark
        && (matches!(c, ')' | ']' | '”' | '’' | '»') || (is_double_quote(c) || is_apostrophe(c)))
}

/// Closing marks go with the sentence they close, opening ones with the next.
fn with_closing_marks(words: &[Word<'_>], stop: usize) -> usize {
    let mut last = stop;
    while let Some(next) = words.get(last + 1) {
        let touches = next.span.start == words[last].span.end;
        if !(touches && is_closing(next)) {
            break;
        }
        last += 1;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let words = words(text);
        sentences(&words)
            .into_iter()
            .map(|range| {
                text[words[range.start].span.start..words[range.end - 1].span.end].to_owned()
            })
            .collect()
    }

    #[test]
    fn abbreviations_initials_and_numbers_do_not_end_a_sentence() {
        for text in [
            "Gen. Ada Brook met Mr. Christopher C. Miller in Washington on Oct. 27.",
            "The U.S. Navy sailed at 3.5 knots.",
            "Acme Inc. shares rose to No. 3 in the list.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn stops_questions_and_glued_sentences_do() {
        assert_eq!(split("It opened in 1932. It closed!").len(), 2);
        assert_eq!(split("over the last decade.The year 2020 was good.").len(), 2);
        assert_eq!(split("He left the U.S. The ship stayed.").len(), 2);
        assert_eq!(
            split("“It opened in 1932.” The mayor spoke."),
            ["“It opened in 1932.”", "The mayor spoke."]
        );
        assert_eq!(split("Was it signed? No.").len(), 2);
    }
}
