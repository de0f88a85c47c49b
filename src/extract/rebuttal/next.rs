//! The words after a sentence that say it is wrong: "That was a mistake", "No.", "It should have read",
//! or the next to speak who denies it.
//!
//! It must not know facts or values.

use super::super::parse::{Parse, Sentence, Verb, VerbShape};
use super::is_dismissal;
use crate::document::{Block, BlockKind};
use crate::lexicon;
use crate::text::Word;

/// From which word on the next sentence says that this one is wrong: all of it by "False.", "That was wrong", "It
/// should have read", its last statement by "It did not."
pub(in crate::extract) fn rebutted_from(
    parse: &Parse<'_>,
    sentence: &Sentence,
    next: Option<&Block>,
) -> Option<usize> {
    if is_rebutted(parse, sentence) || is_denied_next(parse, sentence, next) {
        return Some(sentence.range.start);
    }
    let words = parse.words[sentence.range.end..].iter().skip_while(|word| is_quote_mark(word.raw));
    let (words, n_words) = first_words(words);
    let stated = |verb: &&Verb| {
        verb.shape == VerbShape::Finite && !lexicon::reporting_verb(&parse.words[verb.head].lower)
    };
    denies(&words[..n_words]).then(|| {
        let last = sentence.verbs.iter().rfind(stated);
        last.map_or(sentence.range.start, |verb| {
            sentence.clauses[sentence.clause_of(verb.head)].start
        })
    })
}

/// How many words a remark has at most that stands between a story and its refutation.
const FEW_WORDS: usize = 8;

fn is_rebutted(parse: &Parse<'_>, sentence: &Sentence) -> bool {
    let end = sentence.range.end;
    let inside = sentence.range.clone().filter(|&at| parse.words[at].raw == ";").map(|at| at + 1);
    // "It is a good story. There is no truth in it.": after a few words about the story.
    let second = parse.sentences.iter().find(|next| next.start == end && next.len() <= FEW_WORDS);
    let starts = std::iter::once(end).chain(inside).chain(second.map(|next| next.end));
    starts.into_iter().any(|start| {
        // "... in 2019." A myth.
        let open = parse.words[start..].iter().take_while(|word| is_quote_mark(word.raw)).count();
        let (words, n_words) = first_words(parse.words[start + open..].iter());
        let words = &words[..n_words];
        let states = || {
            start == end && states_again(words, parse, sentence)
                || rebuts_report(words)
                || says_in_fact(words)
        };
        rebuts(words) || states() && reports(parse, sentence) || is_called_nonsense(parse, start)
    })
}

/// As many words as a rebuttal is told by, and how many there are.
fn first_words<'w>(words: impl Iterator<Item = &'w Word<'w>>) -> ([&'w str; 5], usize) {
    let mut first = [""; 5];
    let mut n_words = 0;
    for (place, word) in first.iter_mut().zip(words) {
        *place = word.lower.as_str();
        n_words += 1;
    }
    (first, n_words)
}

/// "Channel Nord says that is nonsense.": a whole short sentence.
fn is_called_nonsense(parse: &Parse<'_>, start: usize) -> bool {
    const LONGEST: usize = 9;
    let ends = |word: &Word<'_>| matches!(word.lower.as_str(), "." | ";");
    let words = &parse.words[start..parse.words.len().min(start + LONGEST)];
    let end = start + words.iter().position(ends).unwrap_or(words.len());
    let Some(first) = end.checked_sub(3).filter(|&first| first >= start) else { return false };
    let last = |at: usize| parse.words[first + at].lower.as_str();
    matches!([last(0), last(1), last(2)], ["that" | "this" | "it", "is" | "was", judged]
        if is_dismissal(judged) || matches!(judged, "invented" | "fiction" | "untrue"))
}

/// "TULL: No, it was decided in October": the next to speak denies what a paragraph ends with.
fn is_denied_next(parse: &Parse<'_>, sentence: &Sentence, next: Option<&Block>) -> bool {
    const LONGEST: usize = 30;
    let last = parse.sentences.last().is_some_and(|last| last.start == sentence.range.start);
    let Some(next) = next.filter(|next| last && next.kind == BlockKind::Paragraph) else {
        return false;
    };
    let mut pairs = next.text.as_bytes().windows(2).take(LONGEST);
    let label = pairs.position(|pair| pair == b": ").map_or(0, |at| at + 2);
    let text = next.text[label..].trim_start_matches(['"', '“', '‘', '–', '—', ' ']);
    let answer = text.strip_prefix("No").unwrap_or("");
    label > 0 && answer.starts_with([',', '.', ';', ':', '!'])
}

/// After what somebody said: "Nan was wrong about that", "It is 412".
fn rebuts_report(words: &[&str]) -> bool {
    let wrong = words.windows(3).any(|part| {
        matches!(
            part,
            [
                "is" | "was" | "are" | "were",
                "wrong" | "mistaken" | "misinformed" | "confused" | "lying",
                next
            ] if *next != "by"
        )
    });
    let number = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '£' | '$' | '€'))
    };
    let plain = matches!(
        words,
        ["it" | "they", "is" | "was" | "are" | "were" | "has" | "cost" | "had", value, ..] if number(value)
    );
    wrong || plain
}

/// "The deal in fact closed a month later" after what somebody said of it.
fn says_in_fact(words: &[&str]) -> bool {
    words.windows(2).any(|pair| pair == ["in", "fact"]) || words.contains(&"actually")
}

/// "It was signed on 3 May" after a report of when it was signed: the verb of the report, with a value.
fn states_again(words: &[&str], parse: &Parse<'_>, sentence: &Sentence) -> bool {
    let ["it" | "he" | "she" | "they", rest @ ..] = words else { return false };
    let rest = match rest {
        ["was" | "were" | "is" | "are", rest @ ..] => rest,
        rest => rest,
    };
    let [verb, rest @ ..] = rest else { return false };
    let value = rest.iter().take(3).any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    value && sentence.verbs.iter().any(|own| parse.words[own.head].lower == *verb)
}

/// Whether a sentence passes on what somebody says.
fn reports(parse: &Parse<'_>, sentence: &Sentence) -> bool {
    sentence.verbs.iter().any(|verb| {
        let head = parse.words[verb.head].lower.as_str();
        lexicon::reporting_verb(head)
            || matches!(head, "swore" | "thought" | "thinks" | "believed" | "believes")
            || matches!(head, "dated" | "gave" | "put" | "called" | "named")
                && matches!(
                    parse.words[verb.range.start.saturating_sub(1)].lower.as_str(),
                    "we" | "also"
                )
    })
}

fn is_quote_mark(raw: &str) -> bool {
    matches!(raw, "\"" | "'" | "”" | "’" | "»" | ")" | "**" | "*")
}

fn rebuts(words: &[&str]) -> bool {
    // "Explain the pupil's mistake."
    let task = matches!(words, ["explain" | "correct" | "spot" | "find" | "name", ..]);
    let mistake = |word: &&str| matches!(*word, "mistake" | "mistakes" | "error" | "errors");
    task && words.iter().any(mistake)
        || calls_wrong(words)
        || calls_a_story(words)
        || sets_right(words)
}

/// "It should have been 1967": a value in the place of the one before.
fn sets_right(words: &[&str]) -> bool {
    matches!(words, ["that" | "this" | "it", "should", "have", "been", value, ..]
        if value.starts_with(|c: char| c.is_ascii_digit()))
}

/// "It's a good story", "There's no truth in it", "A pretty legend."
fn calls_a_story(words: &[&str]) -> bool {
    const TOLD: &[&str] = &["story", "tale", "legend", "yarn", "myth", "anecdote"];
    const FINE: &[&str] =
        &["good", "nice", "pretty", "charming", "lovely", "fine", "great", "tall", "likely"];
    let told = |fine: &str, noun: &str| FINE.contains(&fine) && TOLD.contains(&noun);
    let is = |word: &&&str| !matches!(**word, "'s" | "’s" | "is" | "was" | "it" | "that" | "this");
    let rest: Vec<&str> = words.iter().filter(is).copied().collect();
    match rest[..] {
        ["there", "no" | "not", "truth" | "evidence" | "basis", ..] => true,
        ["a" | "an", fine, noun, ..] => told(fine, noun),
        _ => false,
    }
}

/// "That was a mistake", "Nonsense.", "They were misinformed", "It should have read".
fn calls_wrong(words: &[&str]) -> bool {
    matches!(
        words,
        [
            "that" | "this" | "it",
            "is" | "was",
            "a" | "an",
            "myth"
                | "error"
                | "mistake"
                | "legend"
                | "fable"
                | "hoax"
                | "joke"
                | "misprint"
                | "slip"
                | "typo"
                | "lie",
            ..
        ] | [
            "my" | "our" | "his" | "her",
            "mistake" | "error" | "slip" | "bad",
            "." | "," | ":" | "!" | ";",
            ..
        ] | [
            "that" | "this" | "it",
            "is" | "was",
            "a" | "an",
            _,
            "myth" | "error" | "mistake" | "legend" | "fable" | "slip" | "hoax" | "joke" | "alarm",
            ..
        ] | [
            "false" | "wrong" | "untrue" | "incorrect" | "nonsense",
            "." | ":" | "," | ";" | "!",
            ..
        ] | [
            "he" | "she" | "they",
            "is" | "was" | "are" | "were",
            "mistaken" | "wrong" | "misinformed" | "confused",
            ..
        ] | ["not", "true" | "so" | "quite", ..]
            | [
                "a",
                "myth" | "legend" | "fable" | "mistake" | "lie" | "tale",
                "." | "," | ":" | "!",
                ..
            ]
            | ["no", "such", "thing", ..]
            | ["myth" | "rubbish" | "fiction", "." | "," | ":" | "!", ..]
            | ["it" | "this" | "that", "now", "shows" | "says" | "reads" | "gives", ..]
            | [
                "that" | "this" | "it" | "both",
                "should",
                "have",
                "read" | "said" | "given" | "stated" | "shown",
                ..
            ]
            | [
                "that" | "this",
                "is" | "was",
                "wrong" | "incorrect" | "false" | "untrue" | "not",
                ..
            ]
    )
}

/// "No.", "Was it?", "Really?", "It never did", "She hasn't."
fn denies(words: &[&str]) -> bool {
    matches!(
        words,
        ["no", "." | ":" | "," | ";" | "!", ..]
            | ["is" | "was" | "did" | "does", "it" | "this" | "that", "?", ..]
            | [
                "is" | "was",
                "it" | "this" | "that",
                "so" | "true" | "right" | "correct" | "really",
                "?",
                ..
            ]
            | ["really" | "true", "?", ..]
            | [
                "she" | "he" | "they" | "we" | "i",
                "didn't" | "wasn't" | "weren't" | "isn't" | "hasn't" | "haven't",
                "." | "," | ":" | "!",
                ..
            ]
            | [
                "they" | "he" | "she" | "we",
                "did" | "was" | "were" | "has" | "had" | "does" | "is",
                "not",
                "." | "," | ":",
                ..
            ]
            | [
                "it" | "he" | "she" | "they",
                "has" | "had" | "is" | "was" | "did" | "does",
                "nothing",
                "of",
                ..
            ]
            | ["it" | "he" | "she" | "they", "never", "was" | "were" | "did" | "had" | "has", ..]
            | ["it" | "this" | "that", "does" | "did" | "is" | "was", "not", "." | ",", ..]
            | ["it" | "this" | "that", "doesn't" | "didn't" | "isn't" | "wasn't", "." | ",", ..]
    )
}
