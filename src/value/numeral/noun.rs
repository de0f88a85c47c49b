//! The noun a number counts: "six foreign leaders", "27-member".
//!
//! No dictionary: the words after the number up to the first that looks plural.

use std::borrow::Cow;

use super::Scan;
use super::token::Kind;
use crate::source::Span;
use crate::text::word_set::WordSet;

/// Words that end a noun phrase.
static CLOSED: WordSet<256> = WordSet::of(
    "a about after against ago all along am an and are around as at be because been before \
     below between but by can could did do does down during each for from had has have he her \
     his i if in into is it its later less may might more most must no nor not of off on onto \
     or our out over past per plus said says shall she should since so than that the their \
     them then there these they this those through to too under until up us via was we were \
     when where which while who will with within without would x yet you",
);

const LONGEST: usize = 5;

/// The counted words from token `from` on: a run of words that ends at the first plural.
pub(crate) fn noun(scan: &Scan<'_>, from: usize) -> Option<Span> {
    let mut first = scan.after_blank(from);
    let hyphen = scan.is_dash(from) && scan.kind(from + 1) == Some(Kind::Word);
    if hyphen {
        first = from + 1;
        let word = scan.text_of(first);
        return (!is_closed(word)).then(|| scan.span(first));
    }
    if first == from {
        return None;
    }
    let mut words = Vec::new();
    let mut at = first;
    while words.len() < LONGEST && scan.kind(at) == Some(Kind::Word) && !is_closed(scan.text_of(at))
    {
        words.push(at);
        at = code_end(scan, at);
        let hyphen = scan.is_dash(at + 1) && scan.kind(at + 2) == Some(Kind::Word);
        at = if hyphen { at + 2 } else { at + 1 };
        if !hyphen && scan.kind(at) == Some(Kind::Blank) {
            at += 1;
        }
    }
    let start = *words.first()?;
    let head = words.iter().position(|&at| is_plural(scan.text_of(at)));
    let mut end = head.unwrap_or(0);
    while words.get(end + 1).is_some_and(|&at| head.is_some() && is_plural(scan.text_of(at))) {
        end += 1;
    }
    Some(scan.span(start).join(scan.span(words[end])))
}

/// The last token of a code such as "MQ-9B", or the word itself.
fn code_end(scan: &Scan<'_>, at: usize) -> usize {
    let mut end = at;
    let code = |from: usize| {
        let hyphen = usize::from(scan.is_dash(from));
        scan.kind(from + hyphen) == Some(Kind::Digits)
    };
    if code(at + 1) {
        while end < at + 8
            && (matches!(scan.kind(end + 1), Some(Kind::Word | Kind::Digits))
                || scan.is_dash(end + 1) && scan.kind(end + 2) == Some(Kind::Digits))
        {
            end += 1;
        }
    }
    end
}

fn is_closed(word: &str) -> bool {
    word != "US" && CLOSED.has_in_any_case(word)
}

/// Whether a phrase ends in a word that looks like a plural.
pub(crate) fn is_plural(phrase: &str) -> bool {
    let word = phrase.rsplit([' ', '-']).next().unwrap_or(phrase);
    singular(&lowered(word)).is_some()
}

/// A word in lower case and the singular, as far as its end tells.
pub(crate) fn fold(word: &str) -> String {
    let lower = lowered(word);
    match singular(&lower) {
        Some((length, ending)) => [&lower[..length], ending].concat(),
        None => lower.into_owned(),
    }
}

fn lowered(word: &str) -> Cow<'_, str> {
    match word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

const IRREGULAR: &[(&str, &str)] = &[
    ("feet", "foot"),
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("lives", "life"),
    ("wives", "wife"),
    ("halves", "half"),
    ("calves", "calf"),
    ("hooves", "hoof"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("loaves", "loaf"),
    ("shelves", "shelf"),
    ("thieves", "thief"),
    ("wolves", "wolf"),
    ("atlases", "atlas"),
    ("buses", "bus"),
    ("canvases", "canvas"),
    ("crises", "crisis"),
    ("gases", "gas"),
    ("lenses", "lens"),
    ("geese", "goose"),
    ("mice", "mouse"),
    ("oxen", "ox"),
    ("teeth", "tooth"),
    // What keeps its "e" where most lose it.
    ("avalanches", "avalanche"),
    ("axes", "axe"),
    ("caches", "cache"),
    ("canoes", "canoe"),
    ("foes", "foe"),
    ("headaches", "headache"),
    ("niches", "niche"),
    ("oboes", "oboe"),
    ("recluses", "recluse"),
    ("shoes", "shoe"),
    ("toes", "toe"),
];

/// How much of a plural in lower case its singular begins with, and how that ends; nothing for what is
/// no plural.
fn singular(lower: &str) -> Option<(usize, &'static str)> {
    // Most words differ in their ends from all that are irregular.
    let may_be = matches!(lower.as_bytes(), [.., b'e', b's'] | [.., b't' | b'e' | b'n' | b'h']);
    let irregular = if may_be { IRREGULAR } else { &[] };
    if let Some((_, singular)) = irregular.iter().find(|(plural, _)| *plural == lower) {
        return Some((0, singular));
    }
    let before = |ending: &str| lower.strip_suffix(ending).map(str::len);
    if let Some(stem) = before("men").filter(|&stem| stem > 2) {
        return Some((stem, "man"));
    }
    if let Some(stem) = before("ies").filter(|&stem| stem > 1) {
        return Some((stem, "y"));
    }
    if ["ches", "shes", "xes", "sses"].iter().any(|ending| lower.ends_with(ending)) {
        return Some((lower.len() - 2, ""));
    }
    // "viruses", "tornadoes", but "houses", "causes"
    let longer = lower.len() > 5;
    let keeps = || ["ouses", "auses", "shoes"].iter().any(|end| lower.ends_with(end));
    if longer && (lower.ends_with("uses") || lower.ends_with("oes")) && !keeps() {
        return Some((lower.len() - 2, ""));
    }
    let singular_end = ["ss", "us", "is"].iter().any(|end| lower.ends_with(end));
    before("s").filter(|&stem| stem > 1 && !singular_end).map(|stem| (stem, ""))
}
