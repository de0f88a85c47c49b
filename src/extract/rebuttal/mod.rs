//! Where the article says of its own words that they are wrong: "That was a mistake", "we said last
//! month that".

mod next;

pub(super) use next::rebutted_from;

use super::scene::Scene;
use crate::lexicon::{self, Marker};

/// "mistakenly gives", "we said last month that": the sentence says of itself that it is wrong.
pub(super) fn is_corrected(scene: &Scene<'_>, value: usize) -> bool {
    // "The plate gives 30 June, was in error and should read 30 July."
    let after = (value..scene.sentence.range.end).any(|at| {
        // Nearly all words end here.
        if !matches!(scene.lower(at), "was" | "is" | "are" | "were" | "having" | "should") {
            return false;
        }
        matches!(
            [scene.lower(at), scene.lower(at + 1), scene.lower(at + 2)],
            ["was" | "is" | "are" | "were", "in", "error"]
                | ["having", "mistaken" | "confused" | "misread" | "misheard" | "counted", _]
                | ["should", "read", _]
                | ["should", "have", "read" | "said" | "given" | "stated" | "shown"]
                | ["is" | "was", "a" | "an", "misprint" | "mistake" | "error" | "typo" | "myth"]
        ) || is_wrong(scene, at)
    });
    if after
        || is_called_error(scene, value)
        || is_own_publication(scene, value)
        || should_have_been(scene, value)
        || is_since_corrected(scene, value)
        || is_dismissed(scene, value)
        || is_taken_back(scene, value)
        || is_by_mistake(scene, value)
    {
        return true;
    }
    // "He mistakenly has it opening in 2012; it was opened in 2014"
    let floor = scene.sentence.range.start;
    let start = (floor..value).rev().find(|&at| scene.lower(at) == ";").unwrap_or(floor);
    let mut range = start..value;
    range.any(|at| {
        let words = || scene.parse.lower(at..scene.sentence.range.end.min(at + 8));
        let marked = lexicon::may_begin_correction(scene.lower(at), scene.lower(at + 1))
            && matches!(lexicon::markers_at(&words()), Some((Marker::Correction, length))
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

/// "is wrong", "are, cheerfully, mistaken", "is simply incorrect".
fn is_wrong(scene: &Scene<'_>, be: usize) -> bool {
    const REACH: usize = 6;
    let passed = |at: &usize| {
        scene.lower(*at) == "," || scene.tag(*at) == Some(crate::extract::parse::Tag::Adverb)
    };
    let adjective = (be + 1..be + REACH).find(|at| !passed(at)).unwrap_or(be + 1);
    matches!(scene.lower(adjective), "wrong" | "incorrect" | "mistaken" | "erroneous")
        && scene.lower(adjective + 1) != "to"
}

/// "Item 6 should read that it began on 4 May": what stands behind is right.
pub(super) fn is_set_right(scene: &Scene<'_>, value: usize) -> bool {
    let lower = |at: usize| scene.lower(at);
    let said = (scene.sentence.range.start..value)
        .rfind(|&at| lower(at) == "should" && lower(at + 1) == "read");
    said.is_some_and(|at| {
        let mut between = at..value;
        !between.any(|at| matches!(lower(at), "not" | "instead" | "rather" | "and" | ";"))
    })
}

/// "A report (Business, 1 February) stated that", "In our special section a caption put", "an item in this very column
/// gave": an editor speaks of what was printed, to set it right.
fn is_own_publication(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 24;
    let start = scene.sentence.range.start;
    let Some(noun) = (start..value).find(|&at| lexicon::is_printed_piece(scene.lower(at))) else {
        return false;
    };
    let gives = |&at: &usize| lexicon::prints(scene.lower(at));
    let verb = (noun + 1..value.min(noun + REACH)).find(gives);
    verb.is_some_and(|verb| {
        (start..verb).any(|at| is_here(scene, at) || is_printed_then(scene, at))
    })
}

/// "date it to 1749, a printer's error that": what stands behind the comma says what the value is.
fn is_called_error(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 6;
    let comma = scene.value_at(value).map_or(value + 1, |it| it.words.end);
    matches!(scene.lower(comma), "," | "—" | "–" | "(")
        && matches!(scene.lower(comma + 1), "a" | "an" | "the")
        && (comma + 2..comma + REACH).any(|at| {
            scene.lower(at + 1) != "of"
                && matches!(
                    scene.lower(at),
                    "error" | "mistake" | "misprint" | "slip" | "typo" | "blunder" | "invention"
                )
        })
}

/// "this very column", "our special section".
fn is_here(scene: &Scene<'_>, at: usize) -> bool {
    let printed = |at: usize| {
        let noun = scene.lower(at);
        lexicon::is_printed_piece(noun) || lexicon::is_publication(noun)
    };
    matches!(scene.lower(at), "this" | "our" | "these") && (at + 1..at + 4).any(printed)
}

/// "(Business, 1 February)".
fn is_printed_then(scene: &Scene<'_>, open: usize) -> bool {
    const LONGEST: usize = 16;
    let close = (open + 1..open + LONGEST).find(|&at| scene.lower(at) == ")");
    scene.lower(open) == "("
        && close.is_some_and(|close| {
            let page =
                (open + 1..close).any(|at| matches!(scene.lower(at), "page" | "p" | "pages"));
            page || scene.lower(open + 2) == "," && scene.is_value(close - 1)
        })
}

/// "Because of an editing error, a caption said that": why it was said at all.
fn is_by_mistake(scene: &Scene<'_>, value: usize) -> bool {
    const LONGEST: usize = 8;
    let start = scene.sentence.range.start;
    let cause = matches!(
        (scene.lower(start), scene.lower(start + 1)),
        ("because" | "out", "of") | ("owing" | "due", "to") | ("as", "a") | ("through" | "by", _)
    );
    let fault = (start + 1..start + LONGEST).find(|&at| {
        matches!(
            scene.lower(at),
            "error" | "mistake" | "slip" | "mix-up" | "misprint" | "oversight" | "misunderstanding"
        )
    });
    cause
        && fault.is_some_and(|fault| {
            (fault..value).any(|at| {
                let word = scene.lower(at);
                lexicon::reporting_verb(word)
                    || matches!(word, "gave" | "put" | "described" | "listed" | "named" | "called")
            })
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
        let person = matches!(words.get(1), Some(&"he" | &"she" | &"they"));
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
            [
                "which",
                "would",
                "have",
                "surprised" | "astonished" | "amused" | "puzzled" | "startled",
                ..,
            ] => true,
            // "and he was simply wrong"
            [
                "and" | "but",
                "he" | "she" | "it" | "they" | "that" | "this",
                "is" | "was" | "were" | "are",
                judged,
                more,
            ] => (reported || person) && (is_dismissal(judged) || is_dismissal(more)),
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
