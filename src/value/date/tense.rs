//! A rough guess of a clause's tense, from its verbs alone. Whoever knows the clause better overrides it.

use super::Tense;

/// The tense of a clause: future if anything in it points ahead, else past, else unknown.
///
/// ```
/// use factlint::value::date::{Tense, tense_of};
/// assert_eq!(tense_of("Polling is due on 12 December"), Tense::Future);
/// assert_eq!(tense_of("The court rejected the plea on Monday"), Tense::Past);
/// assert_eq!(tense_of("Summit, 3 March"), Tense::Unknown);
/// ```
pub fn tense_of(clause: &str) -> Tense {
    let markers = markers(clause);
    let has = |tense| markers.iter().any(|marker| marker.tense == tense);
    if has(Tense::Future) {
        Tense::Future
    } else if has(Tense::Past) {
        Tense::Past
    } else {
        Tense::Unknown
    }
}

/// The tense at a byte of a sentence: of the last verb before it, else of the first after it.
pub fn tense_at(sentence: &str, offset: usize) -> Tense {
    let markers = markers(sentence);
    let before = markers.iter().rev().find(|marker| marker.offset < offset);
    before.or(markers.first()).map_or(Tense::Unknown, |marker| marker.tense)
}

struct Marker {
    offset: usize,
    tense: Tense,
}

fn markers(text: &str) -> Vec<Marker> {
    let mut markers: Vec<Marker> = Vec::new();
    let mut before = "";
    let mut before_that = "";
    let mut offset = 0;
    for piece in text.split(|letter: char| !letter.is_alphabetic() && !matches!(letter, '\'' | '’'))
    {
        let is_month = piece == "May";
        let word = piece.to_lowercase();
        let tense = marker(before_that, before, &word).filter(|_| !is_month);
        if let Some(tense) = tense {
            // "was due": the auxiliary before it speaks with it.
            if is_auxiliary(before) && tense != Tense::Past {
                markers.pop();
            }
            markers.push(Marker { offset, tense });
        }
        offset = (offset + piece.len() + 1).min(text.len());
        while !text.is_char_boundary(offset) {
            offset += 1;
        }
        if !piece.is_empty() {
            (before_that, before) = (before, piece);
        }
    }
    markers
}

fn is_auxiliary(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "has" | "have" | "had")
}

fn marker(before_that: &str, before: &str, word: &str) -> Option<Tense> {
    let was = matches!(before, "was" | "were");
    match word {
        "will" | "shall" | "'ll" | "won't" | "won’t" => Some(Tense::Future),
        "due" | "scheduled" | "slated" | "expected" | "set" | "poised" | "likely" | "planned"
            if matches!(before, "is" | "are" | "'s" | "’s" | "now") =>
        {
            Some(Tense::Future)
        }
        // What was due may lie on either side of the article's day.
        "due" | "scheduled" | "slated" | "expected" | "set" | "planned" if was => {
            Some(Tense::Unknown)
        }
        "to" if matches!(
            before,
            "is" | "are"
                | "plans"
                | "plan"
                | "hopes"
                | "hope"
                | "intends"
                | "intend"
                | "expects"
                | "expect"
                | "aims"
                | "wants"
        ) =>
        {
            Some(Tense::Future)
        }
        // "a dividend payable Dec. 15", "a vote scheduled for March"
        "payable" | "upcoming" | "effective" | "maturing" | "expiring" => Some(Tense::Future),
        "scheduled" | "slated" if !was => Some(Tense::Future),
        // "The fourth round starts Saturday"
        "starts" | "begins" | "resumes" | "opens" | "expires" | "convenes" => Some(Tense::Future),
        // "They may strike on Friday"; "May" is a month.
        "may" | "must" if !before.is_empty() => Some(Tense::Future),
        "to" if was => Some(Tense::Unknown),
        "to" if before == "going" && matches!(before_that, "is" | "are" | "am") => {
            Some(Tense::Future)
        }
        "would" => Some(Tense::Unknown),
        "was" | "were" | "did" | "had" | "has" | "have" | "been" => Some(Tense::Past),
        _ if is_past_verb(word) && !matches!(before, "the" | "a" | "an" | "to" | "be") => {
            Some(Tense::Past)
        }
        _ => None,
    }
}

/// Words in -ed that are no past tense.
#[rustfmt::skip]
const NO_PAST: &[&str] = &[
    "need", "speed", "indeed", "exceed", "proceed", "succeed", "hundred", "united", "kindred",
    "sacred", "naked", "breed", "bleed", "agreed-upon",
];

/// Past tenses without -ed.
#[rustfmt::skip]
const IRREGULAR: &[&str] = &[
    "began", "met", "said", "told", "held", "won", "lost", "took", "came", "went", "made",
    "left", "built", "fell", "rose", "struck", "sold", "bought", "gave", "led", "got", "became",
    "saw", "spoke", "wrote", "ran", "kept", "brought", "thought", "found", "grew", "drew",
    "flew", "knew", "threw", "chose", "broke", "drove", "felt", "fought", "heard", "laid",
    "meant", "paid", "sank", "sat", "sent", "shot", "slid", "spent", "stood", "swore", "taught",
    "wore", "withdrew", "sought", "caught", "shook", "overtook", "underwent", "forbade", "hit",
    "shut", "put", "cut",
];

fn is_past_verb(word: &str) -> bool {
    match word.strip_suffix("ed") {
        Some(stem) => stem.len() > 2 && !NO_PAST.contains(&word),
        None => IRREGULAR.contains(&word),
    }
}
