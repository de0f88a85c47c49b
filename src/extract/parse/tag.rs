//! Word classes: closed classes from the lexicon, verbs by form and company, capitalised words as
//! names. Where a word could be noun or verb, the words beside it decide.

use std::ops::Range;

use super::inversion;
use super::open_class::verb_here;
use super::promote::{promote, promote_part};
use super::quote::is_plural_owner;
use crate::lexicon::{self, Form};
use crate::text::word_set::WordSet;
use crate::text::{Word, WordKind};

/// The class of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The main word of a verb group.
    Verb,
    /// Be, have, do or a modal.
    Auxiliary,
    /// A common noun, an adjective, anything open that is no verb.
    Noun,
    /// A capitalised word that is not the sentence's function word.
    Name,
    /// Digits.
    Number,
    /// The, a, its ...
    Determiner,
    /// In, of, by ...
    Preposition,
    /// It, they, he ...
    Pronoun,
    /// And, or, but.
    Conjunction,
    /// Not, also, later, -ly.
    Adverb,
    /// The possessive ending.
    Possessive,
    /// Punctuation.
    Mark,
    /// Not yet classed.
    Other,
}

impl Tag {
    /// Whether the word can be part of a noun phrase.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number)
    }
}

/// Classes the words of a sentence.
pub(super) fn tag(words: &[Word<'_>], range: Range<usize>, in_name: &[bool], tags: &mut [Tag]) {
    for at in range.clone() {
        let named = in_name[at] && words[at].kind != WordKind::Possessive;
        tags[at] = if named { Tag::Name } else { first_class(words, at, &range) };
    }
    for at in range.clone().skip(1) {
        let between = tags[at - 1] == Tag::Auxiliary && tags[at] == Tag::Noun;
        let next = words.get(at + 1).filter(|_| at + 1 < range.end);
        let participle =
            || next.is_some_and(|it| lexicon::verb_forms(&it.lower).contains(Form::Participle));
        if between
            && matches!(words[at].lower.as_str(), "last" | "long" | "best" | "well" | "half")
            && participle()
        {
            tags[at] = Tag::Adverb;
        }
    }
    // "died, aged 73, on"
    for at in range.clone().filter(|&at| words[at].lower == "aged" && at + 1 < range.end) {
        if tags[at + 1] == Tag::Number || words[at + 1].kind == WordKind::Digits {
            tags[at] = Tag::Preposition;
        }
    }
    adverbials(words, &range, tags);
    // "a ring round Tesmine"
    for at in range.clone().skip(1).filter(|&at| words[at].lower == "round") {
        let next = tags.get(at + 1).filter(|_| at + 1 < range.end);
        if tags[at - 1] == Tag::Noun && matches!(next, Some(Tag::Name | Tag::Determiner)) {
            tags[at] = Tag::Preposition;
        }
    }
    for at in range.clone() {
        let open = matches!(tags[at], Tag::Noun | Tag::Name);
        if !in_name[at] && open && verb_here(words, tags, at, &range) {
            tags[at] = Tag::Verb;
        }
    }
    if let Some((_, verb)) = inversion::find(words, tags, &range) {
        tags[verb] = Tag::Verb;
    }
    // A semicolon parts two statements, each with a verb of its own.
    let mut start = range.start;
    for at in range.clone().filter(|&at| words[at].raw == ";").chain([range.end]) {
        promote(words, start..at, in_name, tags);
        start = at;
    }
    let mut start = range.start;
    let parts = |word: &Word<'_>| matches!(word.raw, "," | ";" | ":" | "(" | ")" | "—" | "–");
    for at in range.clone().filter(|&at| parts(&words[at])).chain([range.end]) {
        promote_part(words, start..at, start == range.start, in_name, tags);
        start = at + 1;
    }
}

/// What stands between auxiliary and verb, "was at last opened", "was in the end opened", is an adverb, and
/// "came to be opened" is no more than "was opened".
fn adverbials(words: &[Word<'_>], range: &Range<usize>, tags: &mut [Tag]) {
    for at in range.clone().skip(1) {
        let first = words[at].lower.as_str();
        // Nearly all words are told apart by their length.
        if first.len() > 5
            || !matches!(
                first,
                "in" | "at" | "of" | "by" | "came" | "come" | "comes" | "late" | "early"
            )
        {
            continue;
        }
        let mut next = [""; 4];
        let n_next = next.len().min(range.end - at);
        for (place, word) in next.iter_mut().zip(&words[at..range.end]) {
            *place = word.lower.as_str();
        }
        let next = &next[..n_next];
        // "passed the bill late on Tuesday"
        if matches!(next[..], ["late" | "early", "on" | "in" | "last" | "yesterday" | "this", ..]) {
            tags[at] = Tag::Adverb;
        }
        if matches!(next[..], ["came" | "come" | "comes", "to", "be", _]) {
            tags[at..at + 3].fill(Tag::Auxiliary);
        }
        let length = match next[..] {
            ["in", "the", "end" | "event", ..] | ["at", "long", "last", ..] => 3,
            ["in", "due", "course", ..] => 3,
            ["in", "fact" | "effect" | "turn", ..] | ["of", "course", ..] => 2,
            ["at", "last" | "length" | "once" | "first", ..] | ["by", "then" | "now", ..] => 2,
            _ => continue,
        };
        let verb = next.get(length).map(|word| lexicon::verb_forms(word));
        if tags[at - 1] == Tag::Auxiliary && verb.is_some_and(|it| it.contains(Form::Participle)) {
            tags[at..at + length].fill(Tag::Adverb);
        }
    }
}

pub(super) fn is_currency(word: &Word<'_>) -> bool {
    matches!(word.raw, "$" | "£" | "€" | "₹" | "¥")
}

fn first_class(words: &[Word<'_>], at: usize, range: &Range<usize>) -> Tag {
    let word = &words[at];
    match word.kind {
        WordKind::Digits => return Tag::Number,
        // "it's", "that's": a verb after what owns nothing.
        WordKind::Possessive if at > range.start && contracts(&words[at - 1].lower) => {
            return Tag::Auxiliary;
        }
        WordKind::Possessive => return Tag::Possessive,
        WordKind::Mark if is_plural_owner(words, at, range) => return Tag::Possessive,
        WordKind::Mark => return Tag::Mark,
        WordKind::Letters => {}
    }
    let lower = word.lower.as_str();
    let opens = at == range.start || words[at - 1].kind == WordKind::Mark;
    if word.raw == "May" && words.get(at + 1).is_some_and(|next| next.kind == WordKind::Digits) {
        return Tag::Name;
    }
    if word.is_capitalised() && !opens && word.raw.len() != 1 && !title_case(words, range) {
        return Tag::Name;
    }
    if word.is_all_caps() && word.raw.len() > 1 && !all_caps_text(words, range) {
        return Tag::Name;
    }
    let opens = at == range.start
        && matches!(
            lower,
            "earlier"
                | "next"
                | "second"
                | "third"
                | "true"
                | "overall"
                | "yes"
                | "well"
                | "abroad"
        );
    if opens {
        return Tag::Adverb;
    }
    closed_class(lower).unwrap_or(if word.is_capitalised() { Tag::Name } else { Tag::Noun })
}

/// Words after which "'s" is "is" or "has".
fn contracts(lower: &str) -> bool {
    matches!(
        lower,
        "it" | "he" | "she" | "that" | "there" | "here" | "what" | "where" | "who" | "how" | "when"
    )
}

/// Adverbs that no ending tells.
static ADVERBS: WordSet<256> = WordSet::of(
    "not never also later then still now once already again only just soon first formally \
     officially twice there here ago today yesterday even ever eventually often sometimes \
     always seldom almost perhaps maybe thus hence indeed quite too meanwhile nonetheless \
     nevertheless otherwise afterwards thereafter elsewhere finally however moreover \
     furthermore therefore instead likewise anyway regardless altogether nowadays tomorrow \
     tonight henceforth somehow alas indoors overnight together",
);

/// The class of a function word.
fn closed_class(lower: &str) -> Option<Tag> {
    if ADVERBS.has(lower) {
        return Some(Tag::Adverb);
    }
    let classes = lexicon::classes(lower);
    let listed = |is_in: fn(lexicon::Classes) -> bool| classes.is_some_and(is_in);
    Some(match lower {
        _ if lexicon::is_auxiliary(lower) => Tag::Auxiliary,
        "who" | "whom" | "which" | "it" | "he" | "she" | "they" | "we" | "you" | "i" | "him"
        | "them" | "us" | "me" => Tag::Pronoun,
        _ if listed(lexicon::Classes::has_preposition) => Tag::Preposition,
        _ if listed(lexicon::Classes::has_conjunction) => Tag::Conjunction,
        _ if listed(lexicon::Classes::has_determiner) => Tag::Determiner,
        _ if listed(lexicon::Classes::has_pronoun) => Tag::Pronoun,
        _ if listed(lexicon::Classes::opens_clause) => Tag::Preposition,
        _ if lower.len() > 4
            && lower.ends_with("ly")
            && !lexicon::is_noun_first(lower)
            && !lexicon::is_noun_in_ly(lower) =>
        {
            Tag::Adverb
        }
        _ => return None,
    })
}

/// A headline in title case: capitals say nothing there.
pub(super) fn title_case(words: &[Word<'_>], range: &Range<usize>) -> bool {
    let letters = || words[range.clone()].iter().filter(|word| word.is_letters());
    // Nearly every sentence has a long word without a capital near its start.
    if letters().any(|word| word.raw.len() > 3 && !word.is_capitalised()) {
        return false;
    }
    let long = letters().filter(|word| word.raw.len() > 3).count();
    // "Ada Brill Is Acme's CEO": a small word has a capital too.
    let small = |word: &Word<'_>| word.is_capitalised() && closed_class(&word.lower).is_some();
    long >= 4 || long >= 2 && letters().skip(1).any(small)
}

fn all_caps_text(words: &[Word<'_>], range: &Range<usize>) -> bool {
    let mut letters = words[range.clone()].iter().filter(|word| word.raw.len() > 3);
    letters.all(|word| !word.is_letters() || word.is_all_caps())
}
