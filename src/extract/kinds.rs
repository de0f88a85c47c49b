//! What the article itself calls its subjects: "X is a satellite system", "X, a trade pact", "the X
//! programme". "The system" may mean X from there on.

use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag};
use super::setting::Setting;
use crate::lexicon;
use crate::rules::{FactBook, SubjectId};

/// How many words a phrase may have before its noun.
const REACH: usize = 8;

/// Nouns that name a relation or a part, not a kind of thing.
const EMPTY: &[&str] = &[
    "part", "member", "result", "place", "time", "case", "example", "source", "home", "name",
    "year", "kind", "type", "sort", "form", "number", "side", "symbol", "subject", "product",
    "success", "failure",
];

/// The kinds a sentence gives to the subjects it names.
pub(super) fn told(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
    book: &FactBook,
) -> Vec<(SubjectId, String)> {
    let mut found = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let setting =
            Setting::of(parse, sentence, mention, &book.subjects[mention.subject.0 as usize]);
        if setting.longer {
            continue;
        }
        if let Some(noun) = setting.modifies {
            let direct = noun == mention.words.end && parse.tags[noun] == Tag::Noun;
            if direct && lexicon::is_transparent_noun(&parse.words[noun].lower) {
                found.push((mention.subject, parse.words[noun].lower.to_string()));
            }
            continue;
        }
        let Some(start) = predicate(parse, sentence, setting.end) else { continue };
        if let Some(noun) = head(parse, sentence, start) {
            found.push((mention.subject, parse.words[noun].lower.to_string()));
        }
    }
    found
}

/// The noun of "X, a village," and "X is a village".
pub(super) fn called_by(parse: &Parse<'_>, sentence: &Sentence, end: usize) -> Option<usize> {
    head(parse, sentence, predicate(parse, sentence, end)?)
}

/// Where what is said of a name begins: after "is a", or after ", a".
fn predicate(parse: &Parse<'_>, sentence: &Sentence, end: usize) -> Option<usize> {
    let lower = |at: usize| match sentence.range.contains(&at) {
        true => parse.words[at].lower.as_str(),
        false => "",
    };
    let said = match lower(end) {
        "," => matches!(lower(end + 1), "a" | "an" | "the"),
        "is" | "was" | "remains" => matches!(lower(end + 1), "a" | "an" | "the"),
        _ => false,
    };
    said.then_some(end + 2)
}

/// The noun of the phrase that starts at a word.
fn head(parse: &Parse<'_>, sentence: &Sentence, start: usize) -> Option<usize> {
    let mut noun = None;
    for at in start..sentence.range.end.min(start + REACH) {
        match parse.tags[at] {
            Tag::Noun => noun = Some(at),
            Tag::Name | Tag::Number | Tag::Adverb => noun = None,
            Tag::Mark if parse.words[at].raw == "-" => noun = None,
            // "X was the club's best year": the club is none.
            Tag::Conjunction | Tag::Possessive => noun = None,
            // "trade pact signed in 2016"
            _ => break,
        }
    }
    noun.filter(|&at| {
        let lower = parse.words[at].lower.as_str();
        lower.len() > 3 && !lower.ends_with('s') && !EMPTY.contains(&lower)
    })
}
