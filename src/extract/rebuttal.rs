//! Where the article says of its own words that they are wrong: "That was a mistake", "we said last
//! month that".

use super::parse::{Parse, Sentence};
use super::scene::Scene;
use crate::document::{Block, BlockKind};
use crate::lexicon::{self, Marker};

/// "mistakenly gives", "we said last month that": the sentence says of itself that it is wrong.
pub(super) fn is_corrected(scene: &Scene<'_>, value: usize) -> bool {
    // "The plate gives 30 June, was in error and should read 30 July."
    let after = (value..scene.sentence.range.end).any(|at| {
        let words: Vec<&str> = (at..at + 3).map(|at| scene.lower(at)).collect();
        matches!(
            words[..],
            ["was" | "is" | "are" | "were", "in", "error"]
                | ["having", "mistaken" | "confused" | "misread" | "misheard" | "counted", _]
                | ["should", "read", _]
                | ["should", "have", "read" | "said" | "given" | "stated" | "shown"]
                | ["is" | "was", "a" | "an", "misprint" | "mistake" | "error" | "typo" | "myth"]
                | ["is" | "was", "wrong" | "incorrect" | "mistaken" | "erroneous", _]
        )
    });
    if after
        || should_have_been(scene, value)
        || is_since_corrected(scene, value)
        || is_dismissed(scene, value)
        || is_taken_back(scene, value)
    {
        return true;
    }
    // "He mistakenly has it opening in 2012; it was opened in 2014"
    let floor = scene.sentence.range.start;
    let start = (floor..value).rev().find(|&at| scene.lower(at) == ";").unwrap_or(floor);
    let mut range = start..value;
    range.any(|at| {
        let words = scene.parse.lower(at..scene.sentence.range.end.min(at + 8));
        let marked = matches!(lexicon::markers_at(&words), Some((Marker::Correction, length))
            if length > 2
                || matches!(scene.lower(at + 1), "error" | "mistake")
                || scene.lower(at).ends_with("ly") || scene.lower(at).starts_with("mis"));
        let earlier = matches!(scene.lower(at), "earlier" | "previous" | "original" | "first")
            && matches!(scene.lower(at + 1), "edition" | "version" | "draft" | "printing")
            && matches!(scene.lower(at + 2), "of" | "had" | "gave" | "said" | "put")
            && (at + 2..at + 8)
                .any(|i| matches!(scene.lower(i), "had" | "gave" | "said" | "put" | "stated"));
        let own_words = scene.lower(at) == "we"
            && matches!(scene.lower(at + 1), "said" | "wrote" | "reported" | "stated" | "gave")
            && (at + 2..at + 6).any(|i| scene.lower(i) == "that");
        // "had claimed to have found it in 1962"
        let boast = matches!(scene.lower(at), "claimed" | "claims" | "claim")
            && scene.lower(at + 1) == "to"
            && scene.lower(at + 2) == "have";
        marked || earlier || boast || own_words
    })
}

/// "opened in 1968, which should have been 1967": what should have stood there is a value.
fn should_have_been(scene: &Scene<'_>, value: usize) -> bool {
    (value..scene.sentence.range.end).any(|at| {
        scene.lower(at) == "should"
            && scene.lower(at + 1) == "have"
            && scene.lower(at + 2) == "been"
            && scene.is_value(at + 3)
    })
}

/// "said it opened in 1928, but corrected this to 1926", "announced that she had died; it had confused
/// her with another": who said so says otherwise, or is said to have erred.
fn is_taken_back(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 5;
    let end = scene.sentence.range.end;
    let joint = (value..end).find(|&at| matches!(scene.lower(at), "," | ";" | "but" | "—" | "–"));
    let Some(joint) = joint.filter(|_| is_reported(scene, value)) else { return false };
    (joint + 1..(joint + REACH).min(end)).any(|at| {
        let object = matches!(
            scene.lower(at + 1),
            "it" | "this" | "that" | "her" | "him" | "them" | "himself" | "herself" | "itself"
        );
        let erred = matches!(
            scene.lower(at),
            "confused" | "mistook" | "misread" | "mistaken" | "mistaking" | "confusing"
        );
        let takes_back = matches!(
            scene.lower(at),
            "corrected" | "corrects" | "retracted" | "withdrew" | "recanted" | "retracts"
        );
        erred || takes_back && object
    })
}

/// "... in 1933, which is nonsense", "..., which it did not", "... in 1933, an error he never corrected",
/// "... £2 billion; it did no such thing": what follows at once takes back what was reported.
fn is_dismissed(scene: &Scene<'_>, value: usize) -> bool {
    const NEAR: usize = 8;
    let end = scene.sentence.range.end;
    let reported = is_reported(scene, value);
    (value..(value + NEAR).min(end)).any(|at| {
        if !matches!(scene.lower(at), "," | ";" | "—" | "–" | "(") {
            return false;
        }
        let words: Vec<&str> = (at + 1..at + 6).map(|at| scene.lower(at)).collect();
        let closes = |word: &str| matches!(word, "," | "." | ";" | "!" | ")" | "but" | "and" | "");
        match words[..] {
            ["which", "is" | "was", judged, next, ..] if is_dismissal(judged) => closes(next),
            [
                "which",
                "is" | "was",
                "simply" | "quite" | "plainly" | "plain" | "just",
                judged,
                ..,
            ] => is_dismissal(judged),
            ["which", "is" | "was", "not", "true" | "so" | "right" | "correct" | "the", ..]
            | ["which", "is" | "was", "a", "lie" | "myth" | "fable" | "misprint", ..] => true,
            ["which", "it" | "he" | "she" | "they", denied, not, ..] => {
                denied.ends_with("n't")
                    || matches!(denied, "did" | "does" | "was" | "is" | "has" | "had")
                        && matches!(not, "not" | "n't")
            }
            // "but the minute book proves him wrong", "; the minute book shows otherwise"
            _ if reported && proves_otherwise(scene, at + 1) => true,
            ["it" | "he" | "she" | "they", "did" | "does" | "was" | "is", "no" | "nothing", ..] => {
                true
            }
            ["a" | "an", slip, next, ..] => {
                let textual = matches!(
                    slip,
                    "slip" | "misprint" | "typo" | "misreading" | "mistranslation" | "fiction"
                );
                let wrong =
                    matches!(slip, "error" | "mistake" | "myth" | "legend" | "lie" | "confusion");
                textual || wrong && reported && next != "of"
            }
            _ => false,
        }
    })
}

/// Whether somebody is said to say or give what follows: "thinks it opened in 1933", "puts it at £2 billion".
fn is_reported(scene: &Scene<'_>, value: usize) -> bool {
    scene.sentence.verbs.iter().any(|verb| {
        let head = scene.lower(verb.head);
        verb.range.end <= value
            && (lexicon::reporting_verb(head)
                || matches!(
                    head,
                    "has"
                        | "have"
                        | "had"
                        | "gives"
                        | "give"
                        | "gave"
                        | "puts"
                        | "put"
                        | "places"
                        | "place"
                        | "placed"
                        | "dates"
                        | "dated"
                        | "sets"
                        | "makes"
                        | "lists"
                        | "thinks"
                        | "believes"
                ))
    })
}

fn proves_otherwise(scene: &Scene<'_>, start: usize) -> bool {
    const REACH: usize = 12;
    let end = scene.sentence.range.end.min(start + REACH);
    (start..end).any(|at| {
        let proves = matches!(
            scene.lower(at),
            "prove"
                | "proves"
                | "proved"
                | "show"
                | "shows"
                | "showed"
                | "say"
                | "says"
                | "said"
                | "tell"
                | "tells"
                | "suggest"
                | "suggests"
                | "has"
                | "have"
        );
        let object = matches!(scene.lower(at + 1), "him" | "her" | "them" | "it" | "that" | "this");
        let judged = scene.lower(at + 1 + usize::from(object));
        proves && matches!(judged, "wrong" | "otherwise" | "differently" | "mistaken" | "false")
    })
}

fn is_dismissal(word: &str) -> bool {
    matches!(
        word,
        "wrong"
            | "untrue"
            | "false"
            | "nonsense"
            | "incorrect"
            | "mistaken"
            | "rubbish"
            | "impossible"
            | "absurd"
    )
}

/// "29,002 feet, a figure since corrected", "(a date now known to be wrong)".
fn is_since_corrected(scene: &Scene<'_>, value: usize) -> bool {
    const NEAR: usize = 8;
    (value..(value + NEAR).min(scene.sentence.range.end)).any(|at| {
        let opens = matches!(scene.lower(at), "," | "(" | "—" | "–")
            && matches!(scene.lower(at + 1), "a" | "an");
        let called = matches!(
            scene.lower(at + 2),
            "figure" | "number" | "date" | "year" | "estimate" | "value" | "claim" | "sum"
        );
        let wrong = |at: usize| {
            matches!(
                scene.lower(at),
                "corrected" | "revised" | "withdrawn" | "wrong" | "superseded" | "disproved"
            )
        };
        opens && called && (at + 3..at + 9).any(wrong)
    })
}

/// The next sentence opens by saying that this one is wrong: "False.", "No: ...", "That was wrong",
/// "It should have read".
pub(super) fn is_rebutted(parse: &Parse<'_>, sentence: &Sentence) -> bool {
    let end = sentence.range.end;
    let inside = sentence.range.clone().filter(|&at| parse.words[at].raw == ";").map(|at| at + 1);
    std::iter::once(end).chain(inside).any(|start| {
        // "... in 2019." A myth.
        let open = parse.words[start..].iter().take_while(|word| is_quote_mark(word.raw)).count();
        let words = parse.words[start + open..].iter().take(5);
        let words: Vec<&str> = words.map(|word| word.lower.as_str()).collect();
        let states =
            || start == end && states_again(&words, parse, sentence) || rebuts_report(&words);
        rebuts(&words) || states() && reports(parse, sentence) || is_called_nonsense(parse, start)
    })
}

/// "Channel Nord says that is nonsense.": a whole short sentence.
fn is_called_nonsense(parse: &Parse<'_>, start: usize) -> bool {
    const LONGEST: usize = 9;
    let words = parse.words[start..].iter().take(LONGEST).map(|word| word.lower.as_str());
    let words: Vec<&str> = words.take_while(|word| !matches!(*word, "." | ";")).collect();
    matches!(words[..], [.., "that" | "this" | "it", "is" | "was", judged]
        if is_dismissal(judged) || matches!(judged, "invented" | "fiction" | "untrue"))
}

/// "TULL: No, it was decided in October": the next to speak denies what a paragraph ends with.
pub(super) fn is_denied_next(parse: &Parse<'_>, sentence: &Sentence, next: Option<&Block>) -> bool {
    const LONGEST: usize = 30;
    let last = parse.sentences.last().is_some_and(|last| last.start == sentence.range.start);
    let Some(next) = next.filter(|next| last && next.kind == BlockKind::Paragraph) else {
        return false;
    };
    let label = next.text.find(": ").filter(|&at| at < LONGEST).map_or(0, |at| at + 2);
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
    task && words.iter().any(mistake) || calls_wrong(words) || sets_right(words) || denies(words)
}

/// "It should have been 1967": a value in the place of the one before.
fn sets_right(words: &[&str]) -> bool {
    matches!(words, ["that" | "this" | "it", "should", "have", "been", value, ..]
        if value.starts_with(|c: char| c.is_ascii_digit()))
}

/// "That was a mistake", "Nonsense.", "They were misinformed", "It should have read".
fn calls_wrong(words: &[&str]) -> bool {
    matches!(
        words,
        [
            "that" | "this" | "it",
            "is" | "was",
            "a" | "an",
            "myth" | "error" | "mistake" | "legend" | "fable" | "hoax" | "joke" | "misprint",
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
            | ["it" | "he" | "she" | "they", "never", "was" | "were" | "did" | "had" | "has", ..]
            | ["it" | "this" | "that", "does" | "did" | "is" | "was", "not", "." | ",", ..]
            | ["it" | "this" | "that", "doesn't" | "didn't" | "isn't" | "wasn't", "." | ",", ..]
    )
}
