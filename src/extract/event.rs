//! Events of a sentence: every verb, and every noun or phrase that a cue names.
//!
//! Verbs without a cue are events too: a value beside one belongs to it and to nothing else.

use std::ops::Range;

use super::index::{CueHit, CueId, Index};
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag, VerbShape};
use crate::lexicon::{self, Form, Role};

/// Something that happens or holds in a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// Its words; for a verb the whole group and what its cue adds.
    pub(crate) words: Range<usize>,
    /// The word that names it.
    pub(crate) head: usize,
    /// Its clause.
    pub(crate) clause: usize,
    /// The verb group, an index into the sentence's verbs.
    pub(crate) verb: Option<usize>,
    /// What it can signal.
    pub(crate) cues: Vec<CueHit>,
}

impl Event {
    /// Whether it signals one of the cues.
    pub(crate) fn signals(&self, cues: &[CueId]) -> bool {
        self.cues.iter().any(|hit| cues.contains(&hit.id))
    }

    /// How the subject stands to it under one of the cues.
    pub(crate) fn role(&self, cues: &[CueId]) -> Option<Role> {
        self.cues.iter().find(|hit| cues.contains(&hit.id)).and_then(|hit| hit.role)
    }

    /// Whether a noun names it.
    pub(crate) fn is_nominal(&self) -> bool {
        self.verb.is_none()
    }
}

/// The events of a sentence, in order of place.
pub(crate) fn events(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
    index: &Index,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let lower = parse.lower(sentence.range.clone());
    let mut at = sentence.range.start;
    while at < sentence.range.end {
        let offset = at - sentence.range.start;
        let verb = sentence.verbs.iter().position(|verb| verb.head == at);
        let silent = done_again(parse, at)
            || begins_then(parse, sentence, at)
            || is_point_of(parse, at)
            || goes_back_elsewhere(parse, at)
            || joins_in(parse, at)
            || is_time_adverb(parse, sentence, at)
            || is_initial(parse, at)
            || is_of_superlative(parse, at)
            || is_second_in_office(parse, sentence, at)
            || verb.is_some_and(|verb| sentence.verbs[verb].range.len() == 1)
                && is_attributive(parse, at);
        let hits = if silent { Vec::new() } else { index.cues_at(&lower[offset..]) };
        let event = match verb {
            Some(verb) => Some(verb_event(parse, sentence, verb, hits, index, &lower[offset..])),
            None => nominal_event(parse, sentence, at, hits),
        };
        at += 1;
        if let Some(event) = event {
            let around = events
                .last_mut()
                .filter(|last| event.is_nominal() && last.words.end >= event.words.end);
            match around {
                None => events.push(event),
                // "list price" is a price: an author's cue may be the last word of a longer one.
                Some(around) if around.is_nominal() && around.words.end == event.words.end => {
                    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_));
                    around.cues.extend(event.cues.into_iter().filter(own));
                }
                Some(_) => {}
            }
        }
    }
    merge_adverbs(parse, &mut events);
    events.retain(|event| !is_in_name(parse, event, mentions));
    events
}

/// "New START", "Winter Open": a word of a name signals no event that an author has not asked for.
fn is_in_name(parse: &Parse<'_>, event: &Event, mentions: &[Mention]) -> bool {
    let family = |hit: &CueHit| matches!(hit.id, CueId::Family(_));
    let capital = |at: usize| parse.words[at].is_capitalised();
    event.is_nominal()
        && event.words.len() == 1
        && capital(event.head)
        && event.cues.iter().all(family)
        && mentions.iter().any(|mention| {
            mention.kind == MentionKind::Name
                && mention.words.len() > 1
                && mention.words.contains(&event.head)
                && capital(mention.words.start)
        })
}

/// "deputy governor", "vice-president", "lieutenant colonel": another office than the noun alone.
fn is_second_in_office(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    let word = |n: usize| at.checked_sub(n).filter(|&at| at >= sentence.range.start);
    let lower = |n: usize| word(n).map_or("", |at| parse.words[at].lower.as_str());
    let before = if lower(1) == "-" { lower(2) } else { lower(1) };
    matches!(before, "deputy" | "vice" | "lieutenant" | "assistant" | "shadow" | "under")
        && parse.tags[at] == Tag::Noun
        && lexicon::is_person_noun(&parse.words[at].lower)
}

/// "re-released", "re-opening": not the event itself, which took place before.
fn done_again(parse: &Parse<'_>, at: usize) -> bool {
    let again = |at: usize| {
        parse.words.get(at).is_some_and(|word| matches!(word.lower.as_str(), "again" | "anew"))
    };
    if again(at + 1) || at > 0 && again(at - 1) {
        return true;
    }
    at >= 2
        && matches!(parse.words[at - 1].raw, "-" | "\u{2010}" | "\u{2011}")
        && parse.words[at - 2].lower == "re"
}

/// "began at the start of the early shift on Monday": a point of time, and no beginning of what is spoken of.
fn is_point_of(parse: &Parse<'_>, at: usize) -> bool {
    let lower = |back: usize| at.checked_sub(back).map_or("", |at| parse.words[at].lower.as_str());
    matches!(lower(0), "start" | "beginning" | "end" | "close" | "outset")
        && lower(1) == "the"
        && matches!(lower(2), "at" | "by" | "towards" | "toward")
        && parse.words.get(at + 1).is_some_and(|word| word.lower == "of")
        && at.checked_sub(3).is_some_and(|verb| parse.tags[verb] == Tag::Verb)
}

/// "best-selling": how well, and not how many were sold.
fn is_of_superlative(parse: &Parse<'_>, at: usize) -> bool {
    at >= 2
        && super::token::is_hyphen(parse, at - 1)
        && matches!(
            parse.words[at - 2].lower.as_str(),
            "best" | "top" | "fast" | "well" | "long" | "most"
        )
}

/// "Edwin B. Willis": no "b." for born.
fn is_initial(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.words[at].raw, "B" | "D")
        && at > 0
        && parse.words[at - 1].is_capitalised()
        && !parse.is_value(at + 1)
        && !parse.is_value(at + 2)
}

/// "issued coins, beginning in 2014": since when, said of another verb.
fn is_time_adverb(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    let lower = |at: usize| parse.words.get(at).map_or("", |word| word.lower.as_str());
    matches!(lower(at), "beginning" | "starting")
        && at > sentence.range.start + 1
        && lower(at - 1) == ","
        && matches!(lower(at + 1), "in" | "on" | "from" | "with" | "at")
        && parse.is_value(at + 2)
}

/// "signed up to X in 1999": who did so joined what was there.
fn joins_in(parse: &Parse<'_>, at: usize) -> bool {
    let next = parse.words.get(at + 1).map_or("", |word| word.lower.as_str());
    matches!(next, "up" | "on") && {
        let to = parse.words.get(at + 2).is_some_and(|word| word.lower == "to");
        to && lexicon::is_same_verb("sign", &parse.words[at].lower)
    }
}

/// "goes back to court in May": only what goes back to a date began then.
fn goes_back_elsewhere(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.words[at].lower.as_str(), "goes" | "going")
        && parse.words.get(at + 1).is_some_and(|word| word.lower == "back")
        && parse.words.get(at + 2).is_some_and(|word| word.lower == "to")
        && !(at + 3..at + 6).any(|at| at < parse.words.len() && parse.is_value(at))
}

/// "did not open until 1932": that was its beginning, not the end of anything.
fn begins_then(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    const REACH: usize = 10;
    let clause = sentence.clause_of(at);
    parse.words[at].lower == "until"
        && (sentence.range.start..at).rev().take(REACH).any(|i| {
            let lower = parse.words[i].lower.as_str();
            let denies = matches!(lower, "not" | "never") || lower.ends_with("n't");
            denies && sentence.clause_of(i) == clause
        })
}

/// "was *first released*": a cue that begins before the verb it holds belongs to the verb.
fn merge_adverbs(parse: &Parse<'_>, events: &mut Vec<Event>) {
    let mut at = 0;
    while at + 1 < events.len() {
        // "Filming began" is one cue, and its verb the second.
        let gerund = || events[at].words.len() > 1 && events[at].head == events[at].words.start;
        let holds = (events[at].is_nominal() || gerund())
            && events[at + 1].verb.is_some()
            && events[at].words.contains(&events[at + 1].head);
        // "its initial public offering took place": the cue's last word is no verb.
        let (cue, verb) = (&events[at], &events[at + 1]);
        if holds
            && cue.is_nominal()
            && cue.words.len() > 1
            && verb.words.len() == 1
            && parse.words[verb.head].lower.ends_with("ing")
            && is_one_phrase(cue, verb)
        {
            events.remove(at + 1);
            continue;
        }
        if holds {
            let cue = events.remove(at);
            let verb = &mut events[at];
            verb.words.start = verb.words.start.min(cue.words.start);
            verb.words.end = verb.words.end.max(cue.words.end);
            let role = verb.cues.iter().find_map(|hit| hit.role);
            verb.cues
                .extend(cue.cues.into_iter().map(|hit| CueHit { role: hit.role.or(role), ..hit }));
        }
        at += 1;
    }
}

/// Whether an author's own noun ends in what could be a verb, and no cue is that verb.
fn is_one_phrase(cue: &Event, verb: &Event) -> bool {
    let own = |hit: &CueHit| {
        matches!(hit.id, CueId::Own(_)) && (hit.form.is_nominal() || hit.form == Form::Phrase)
    };
    cue.words.end == verb.words.end && cue.cues.iter().any(own) && verb.cues.is_empty()
}

/// "passed on 17 June" is no passing on: the phrase's last word belongs to the date.
fn ends_before_value(parse: &Parse<'_>, end: usize) -> bool {
    let Some(next) = parse.words.get(end) else { return false };
    // "goes down 200 metres"
    // "is scheduled for June"
    let particle =
        matches!(parse.words[end - 1].lower.as_str(), "down" | "up" | "out" | "off" | "for");
    // "goes back to 1951"
    let back = end >= 2 && parse.words[end - 2].lower == "back";
    parse.tags[end - 1] == Tag::Preposition
        && !particle
        && !back
        && (parse.tags[end] == Tag::Number || super::token::is_date_word(&next.lower))
}

fn verb_event(
    parse: &Parse<'_>,
    sentence: &Sentence,
    verb: usize,
    hits: Vec<CueHit>,
    index: &Index,
    lower: &[&str],
) -> Event {
    let group = &sentence.verbs[verb];
    let mut cues: Vec<CueHit> = hits.into_iter().filter(|hit| fits_verb(hit.form)).collect();
    cues.retain(|hit| {
        let own = matches!(hit.id, CueId::Own(_));
        own || hit.n_words < 2 || !ends_before_value(parse, group.head + hit.n_words)
    });
    let family = |hit: &&CueHit| matches!(hit.id, CueId::Family(_));
    let phrase = cues.iter().filter(family).map(|hit| hit.n_words).max().unwrap_or(1);
    // "was bought for €1 billion in 2008": it was bought all the same.
    let priced = phrase == 2 && lower.get(1) == Some(&"for");
    cues.retain(|hit| {
        hit.n_words == phrase || matches!(hit.id, CueId::Own(_)) || priced && hit.n_words == 1
    });
    let longest = cues.iter().map(|hit| hit.n_words).max().unwrap_or(1);
    let end = group.range.end.max(group.head + longest).min(sentence.range.end);
    for inside in 1..longest.min(lower.len()) {
        let nouns = index.cues_at(&lower[inside..]).into_iter();
        cues.extend(nouns.filter(|hit| hit.form.is_nominal() && inside + hit.n_words <= longest));
    }
    Event {
        words: group.range.start..end,
        head: group.head,
        clause: sentence.clause_of(group.head),
        verb: Some(verb),
        cues,
    }
}

fn fits_verb(form: Form) -> bool {
    form.is_verbal() || form == Form::Phrase || form == Form::Noun
}

/// "*across* the harbour": not how wide something is.
pub(super) fn crosses(parse: &Parse<'_>, at: usize) -> bool {
    let next = || parse.words.get(at + 1).map(|_| parse.tags[at + 1]);
    parse.words[at].lower == "across" && matches!(next(), Some(Tag::Determiner | Tag::Name))
}

fn nominal_event(
    parse: &Parse<'_>,
    sentence: &Sentence,
    at: usize,
    hits: Vec<CueHit>,
) -> Option<Event> {
    // "its last quarter of an hour": no lasting.
    let adjective = parse.words[at].lower == "last" && parse.tags[at] != Tag::Verb;
    if matches!(parse.tags[at], Tag::Mark | Tag::Possessive) || adjective {
        return None;
    }
    // "a prize worth £30,000": a preposition with a meaning of its own.
    let function = !parse.tags[at].is_nominal()
        && parse.tags[at] != Tag::Verb
        && !matches!(parse.words[at].lower.as_str(), "worth" | "across")
        // "305 metres across", "30 km apart"
        || crosses(parse, at);
    let mut cues: Vec<CueHit> = hits
        .into_iter()
        .filter(|hit| match hit.form {
            Form::Phrase => true,
            Form::Base | Form::Adjective if hit.n_words == 1 && is_attributive(parse, at) => false,
            Form::Noun | Form::NounPlural | Form::Adjective => !function || hit.n_words > 1,
            Form::Gerund => !function && !sentence.verbs.iter().any(|verb| verb.head == at),
            _ => matches!(hit.id, CueId::Own(_)),
        })
        .collect();
    let longest = cues.iter().map(|hit| hit.n_words).max()?;
    cues.retain(|hit| hit.n_words == longest || matches!(hit.id, CueId::Own(_)));
    Some(Event {
        words: at..(at + longest).min(sentence.range.end),
        head: at + longest - 1,
        clause: sentence.clause_of(at),
        verb: None,
        cues,
    })
}

/// "holds open evenings", "an open competition": what could be a verb stands before its noun.
fn is_attributive(parse: &Parse<'_>, at: usize) -> bool {
    let tag = |at: usize| parse.tags.get(at).copied();
    let holds = |at: usize| {
        matches!(
            parse.words[at].lower.as_str(),
            "hold"
                | "holds"
                | "held"
                | "holding"
                | "host"
                | "hosts"
                | "hosted"
                | "keep"
                | "keeps"
                | "kept"
                | "run"
                | "runs"
                | "ran"
                | "running"
                | "stage"
                | "stages"
                | "staged"
        )
    };
    at > 0
        && tag(at + 1).is_some_and(Tag::is_nominal)
        && (matches!(tag(at - 1), Some(Tag::Determiner | Tag::Verb))
            || tag(at - 1) == Some(Tag::Preposition) && parse.words[at - 1].lower != "to"
            || holds(at - 1))
        && lexicon::verb_forms(&parse.words[at].lower).contains(Form::Base)
}

/// Whether a verb takes an object: what follows it is a noun phrase that is no date.
pub(crate) fn has_object(
    parse: &Parse<'_>,
    sentence: &Sentence,
    event: &Event,
    is_value: impl Fn(usize) -> bool,
) -> bool {
    let mut at = event.words.end;
    while at < sentence.range.end && parse.tags[at] == Tag::Adverb {
        at += 1;
    }
    at < sentence.range.end
        && matches!(
            parse.tags[at],
            Tag::Determiner | Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Number
        )
        && !is_value(at)
}

/// Whether a verb group is passive in its place: be + participle, or a participle without a tense.
pub(crate) fn is_passive(sentence: &Sentence, event: &Event) -> bool {
    let Some(verb) = event.verb.map(|verb| &sentence.verbs[verb]) else { return false };
    let reduced = sentence.clauses[event.clause].kind == super::parse::ClauseKind::Reduced
        && (verb.ambiguous || verb.shape == VerbShape::Participle);
    verb.passive || reduced
}
