//! Items that begin with a noun of a fact and leave its owner to what heads them: "Revenue of €3.7 billion", "Group
//! revenue up 6% to €3.7 billion", "2,310 employees" under the name of a company.
//!
//! It must not know values.

use super::context::Context;
use super::implied::is_owned;
use super::index::{CueHit, Index};
use super::mention::Mention;
use super::parse::{Parse, Sentence, Tag};
use super::token::is_strange_name;
use crate::rules::SubjectId;

/// The head's subject, at the noun that the item begins with.
pub(super) fn owners(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    context: &Context,
    index: &Index,
) -> Vec<Mention> {
    let range = &sentence.range;
    let Some(&(subject, _)) = context.section.first().filter(|_| range.start == 0) else {
        return Vec::new();
    };
    let one = context.section.iter().all(|(other, _)| index.twin(*other) == index.twin(subject));
    let strange =
        |at: usize| is_strange_name(parse, named, at) && !is_of_the_whole(&parse.words[at].lower);
    if !one || !named.is_empty() || range.clone().any(strange) {
        return Vec::new();
    }
    let Some(noun) = leading_noun(parse, sentence, index, subject) else { return Vec::new() };
    let twins = index.all_twins(subject).into_iter();
    twins.map(|subject| Mention::implied(parse, subject, noun)).collect()
}

/// The noun of one of the subject's facts that the item begins with, behind nothing but a number or a word for the
/// whole.
fn leading_noun(
    parse: &Parse<'_>,
    sentence: &Sentence,
    index: &Index,
    subject: SubjectId,
) -> Option<usize> {
    let mut at = sentence.range.start;
    let limit = sentence.range.end;
    if let Some(count) = parse.values_at(at).first().filter(|value| value.words.start == at) {
        at = count.words.end;
    }
    while at < limit && is_of_the_whole(&parse.words[at].lower) {
        at += 1;
    }
    // A capital at the start makes no name.
    let start = sentence.range.start;
    let is_noun =
        |at: usize| parse.tags[at] == Tag::Noun || parse.tags[at] == Tag::Name && at == start;
    let noun = at < limit && is_noun(at) && index.may_begin_cue(&parse.words[at].lower);
    let hits = if noun { index.cues_at(&parse.lower(at..limit)) } else { Vec::new() };
    let facts = || {
        index
            .twins_of(subject)
            .flat_map(|it| index.facts_of.get(it.0 as usize).into_iter().flatten())
    };
    let owned = |hit: &&CueHit| {
        hit.form.is_nominal()
            && facts().any(|fact| index.cues[fact.0 as usize].cues.contains(&hit.id))
    };
    let hit = hits.iter().filter(owned).max_by_key(|hit| hit.n_words)?;
    // "Revenue recognition", "Height of the chapel": another noun.
    let end = at + hit.n_words;
    let goes_on = end < limit && parse.tags[end] == Tag::Name;
    let whole = !goes_on && !is_owned(parse, sentence, end);
    whole.then_some(at)
}

fn is_of_the_whole(word: &str) -> bool {
    matches!(
        word,
        "group"
            | "company"
            | "total"
            | "overall"
            | "record"
            | "annual"
            | "consolidated"
            | "full"
            | "-"
            | "year"
    )
}
