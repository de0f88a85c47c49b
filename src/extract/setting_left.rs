//! What stands before a mention: a longer name it ends, a word that makes it another one.
//!
//! It must not know facts.

use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag};
use super::setting::{describes, is_time_noun};
use super::token::{is_common, is_date_word, is_hyphen};
use crate::lexicon;
use crate::rules::Subject;
use crate::text::{Word, WordKind};

/// "the Ladies' Tour of X", "the women's Tour of X": for some, and so another one.
pub(super) fn is_of_some(word: &str) -> bool {
    matches!(
        word,
        "women"
            | "men"
            | "ladies"
            | "gentlemen"
            | "girls"
            | "boys"
            | "children"
            | "juniors"
            | "veterans"
            | "amateurs"
    )
}

/// "the other APO in this town", "the youth X".
pub(super) fn is_namesake(before: &str, mention: &Mention) -> bool {
    mention.kind == MentionKind::Name
        && matches!(
            before,
            "other"
                | "another"
                | "different"
                | "namesake"
                | "youth"
                | "junior"
                | "student"
                | "rival"
                | "alternative"
                | "fringe"
                | "shadow"
                | "mock"
                | "sister"
        )
}

/// Whether the word right before a mention makes another name or kind of it.
pub(super) fn goes_on_left(
    parse: &Parse<'_>,
    sentence: &Sentence,
    before: usize,
    mention: &Mention,
) -> bool {
    let lower = parse.words[before].lower.as_str();
    if parse.tags[before] == Tag::Name {
        return joins_left(parse, sentence, before, mention);
    }
    // "food inflation": a noun without a capital is another kind with each modifier.
    !describes(lower)
        && mention.kind == MentionKind::Name
        && is_common(parse, mention)
        && !parse.is_value(before)
        && !is_time_noun(lower)
}

/// A capitalised word right before a name belongs to it unless it is a title, a country, a date or
/// the sentence's first word.
pub(super) fn joins_left(
    parse: &Parse<'_>,
    sentence: &Sentence,
    before: usize,
    mention: &Mention,
) -> bool {
    let word = &parse.words[before];
    let lower = word.lower.as_str();
    word.kind == WordKind::Letters
        && mention.kind == MentionKind::Name
        && word.is_capitalised()
        && !word.is_all_caps()
        && parse.words[before].span.end + 1 >= mention.span.start
        && before > sentence.range.start
        && !(mention.words.len() > 1 && (mention.person || ends_place(parse, sentence, before)))
        && !is_hyphen(parse, before - 1)
        && !lexicon::is_title(lower)
        && !is_date_word(lower)
        && !lexicon::is_country_or_demonym(&[lower])
        && !lexicon::is_function_word(lower)
}

/// "in Mexico City" before a name of two words: the place ends there.
pub(super) fn ends_place(parse: &Parse<'_>, sentence: &Sentence, last: usize) -> bool {
    let mut at = last;
    while at > sentence.range.start && parse.tags[at - 1] == Tag::Name {
        at -= 1;
    }
    at > sentence.range.start
        && matches!(parse.words[at - 1].lower.as_str(), "in" | "at" | "near" | "from")
}

/// "the city of X": the preposition binds the name to a noun that says what it is.
pub(super) fn of_transparent(parse: &Parse<'_>, of: usize, floor: usize) -> bool {
    const SAME: &[&str] = &[
        "city", "town", "village", "state", "province", "county", "district", "island", "islands",
        "region", "republic", "kingdom", "port", "lake", "river", "mountain", "text", "name",
        "title", "treaty", "pact",
    ];
    of > floor
        && parse.tags[of - 1] == Tag::Noun
        && SAME.contains(&parse.words[of - 1].lower.as_str())
}

/// "Fort Yellowstone", "Lake Verrin": another thing that is called after the name, unless the facts' is of that kind.
pub(super) fn is_thing_named(word: &Word<'_>, mention: &Mention, subject: &Subject) -> bool {
    let lower = word.lower.as_str();
    let kind = |kind: &String| kind.rsplit(' ').next() == Some(lower);
    mention.kind == MentionKind::Name
        && word.is_capitalised()
        && matches!(
            lower,
            "fort" | "mount" | "lake" | "camp" | "cape" | "castle" | "villa" | "hotel" | "port"
        )
        && !subject.kind.iter().any(kind)
}

/// "his son Arseny (called Senka) Tarkov": the surname of another's name, behind an aside.
pub(super) fn ends_bracketed_name(
    parse: &Parse<'_>,
    sentence: &Sentence,
    before: usize,
    mention: &Mention,
) -> bool {
    const LONGEST: usize = 10;
    if parse.words[before].raw != ")" || mention.words.len() > 1 || !mention.person {
        return false;
    }
    let floor = sentence.range.start.max(before.saturating_sub(LONGEST));
    let open = (floor..before).rev().find(|&at| parse.words[at].raw == "(");
    open.filter(|&open| open > floor).is_some_and(|open| parse.tags[open - 1] == Tag::Name)
}
