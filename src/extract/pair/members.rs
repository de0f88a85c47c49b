//! Lists of members: "the members of X, namely A, B and C", "X comprises A, B and C", "A, B and C
//! took part in X". A list introduced by "such as" or "including" is a partial one.

use std::ops::Range;

use super::super::claim::Stated;
use super::super::event::Event;
use super::super::index::{CueHit, CueId};
use super::super::scene::{Draft, Scene};
use super::members_join::{is_of_rest, joined, past_aside};
use super::members_said::{
    did, holds, is_between, is_bracketed, is_done_by, is_introduced, is_of_other_members,
    is_of_others, is_of_some, is_set_against, list_of, mention_reaches,
};
use crate::rules::expected::Members;
use crate::rules::{Expected, FactId};
use crate::text::NameTrie;

/// Words before a list that make it partial.
const PARTIAL: &[&str] = &[
    "such",
    "including",
    "include",
    "includes",
    "included",
    "like",
    "among",
    "notably",
    "especially",
    "with",
];

/// Words before a list that make it complete.
const COMPLETE: &[&str] = &[
    "namely",
    "comprises",
    "comprise",
    "comprising",
    "comprised",
    "consists",
    "consisting",
    "members",
    ":",
];

/// Drafts claims on `members` facts.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut seen: Vec<FactId> = Vec::new();
    for mention in 0..scene.mentions.len() {
        for &fact in scene.facts_of(scene.mentions[mention].subject) {
            let Expected::Members(members) = &scene.fact(fact).expected else { continue };
            if seen.contains(&fact) || scene.settings[mention].longer {
                continue;
            }
            let listed = list(scene, fact, members, mention).and_then(|list| {
                let (complete, construction) = introduced(scene, fact, &list, mention)?;
                Some((list, complete, construction))
            });
            let found = listed.or_else(|| {
                let list = member(scene, fact, members, mention)?;
                Some((list, false, "membership"))
            });
            if let Some((list, complete, construction)) = found {
                seen.push(fact);
                push(scene, fact, &list, complete, construction, mention, drafts);
            }
        }
    }
}

/// A coordination of names: its words and its items.
pub(super) struct List {
    pub(super) words: Range<usize>,
    pub(super) items: Vec<Range<usize>>,
}

/// "Norland is a member of X", "Norland, a member of X,".
fn member(scene: &Scene<'_>, fact: FactId, members: &Members, mention: usize) -> Option<List> {
    let of = scene.settings[mention].preposition.filter(|&at| scene.lower(at) == "of")?;
    let own = &scene.mentions[mention].words;
    let cue = scene.events.iter().find(|event| {
        event.is_nominal() && event.words.end == of && event.signals(scene.cues(fact))
    })?;
    let article = cue.words.start.checked_sub(1).filter(|&at| scene.lower(at) == "a")?;
    let link = article.checked_sub(1)?;
    let stated = match scene.lower(link) {
        "is" | "remains" => true,
        "," => matches!(scene.lower(own.end), "," | "." | ";" | ""),
        _ => false,
    };
    let words = known(scene, members, own).into_iter().find(|words| words.end == link)?;
    // "Norland and Ostria, a member of X": of the last alone, or of none.
    let alone = !matches!(scene.lower(words.start.wrapping_sub(1)), "and" | "of" | "in" | "with");
    (stated && alone).then(|| List { words: words.clone(), items: vec![words] })
}

/// Where the sentence names members and those they could be taken for, the mention left out.
pub(super) fn known(scene: &Scene<'_>, members: &Members, own: &Range<usize>) -> Vec<Range<usize>> {
    let mut trie = NameTrie::default();
    for name in members.members.iter().flatten().chain(&members.among) {
        trie.insert(name, 0);
    }
    trie.scan(scene.parse.text)
        .into_iter()
        .map(|hit| scene.parse.words_in(hit.span))
        .filter(|words| scene.sentence.range.contains(&words.start))
        .filter(|words| words.end <= own.start || words.start >= own.end)
        .collect()
}

/// The longest list in the sentence that holds at least two known names, the mention not in it.
fn list(scene: &Scene<'_>, fact: FactId, members: &Members, mention: usize) -> Option<List> {
    // "joined as its fourth member, after A, B and C": they are those before.
    let after_others = |words: &Range<usize>| {
        matches!(scene.lower(words.start.wrapping_sub(1)), "after" | "before" | "behind" | "unlike")
    };
    let own = scene.mentions[mention].words.clone();
    let mut hits = known(scene, members, &own);
    let all = hits.clone();
    hits.retain(|words| {
        !all.iter().any(|other| {
            other.start <= words.start && other.end >= words.end && other.len() > words.len()
        })
    });
    hits.dedup();
    let mut best: Option<List> = None;
    let mut start = 0;
    while start < hits.len() {
        let mut end = start;
        while end + 1 < hits.len() && joined(scene, hits[end].end, hits[end + 1].start) {
            end += 1;
        }
        let partial = end > start
            || is_example(scene, hits[start].start)
            || follows_cue(scene, fact, hits[start].start);
        if partial && best.as_ref().is_none_or(|list| list.items.len() <= end - start) {
            best = Some(List {
                words: hits[start].start..hits[end].end,
                items: hits[start..=end].to_vec(),
            });
        }
        start = end + 1;
    }
    best.filter(|list| !after_others(&list.words)).map(|list| with_unknown_ends(scene, list, &own))
}

/// "Torrin is twinned with Graz", "Norland borders Karst": one member right after an author's own verb.
fn follows_cue(scene: &Scene<'_>, fact: FactId, start: usize) -> bool {
    let cues = scene.cues(fact);
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && cues.contains(&hit.id);
    scene
        .events
        .iter()
        .any(|event| event.verb.is_some() && event.words.end == start && event.cues.iter().any(own))
}

/// "such as X", "including X", "like X".
fn is_example(scene: &Scene<'_>, start: usize) -> bool {
    let the = usize::from(scene.lower(start.wrapping_sub(1)) == "the");
    let before = start.wrapping_sub(1 + the);
    matches!(scene.lower(before), "including" | "like")
        || scene.lower(before) == "as" && scene.lower(before.wrapping_sub(1)) == "such"
        || matches!(scene.lower(before), "them" | "whom" | "which")
            && matches!(scene.lower(before.wrapping_sub(1)), "among" | "amongst")
        || matches!(scene.lower(before), "include" | "includes")
}

/// An unknown name that continues the list belongs to it: "A, B and *Atlantis*".
fn with_unknown_ends(scene: &Scene<'_>, mut list: List, own: &Range<usize>) -> List {
    let end = list.words.end;
    let limit = scene.sentence.range.end;
    let mut at = end;
    let mut joined = false;
    while matches!(scene.lower(at), "," | "and" | "&" | "the") {
        joined |= scene.lower(at) != "the";
        at += 1;
    }
    let mut stop = at;
    while stop < limit && scene.parse.words[stop].is_capitalised() && !own.contains(&stop) {
        stop += 1;
    }
    let last = matches!(scene.lower(stop), "." | "" | ";" | ")" | "in" | "took")
        && scene.lower(at.wrapping_sub(1)) == "and"
        || scene.lower(at.wrapping_sub(2)) == "and";
    if joined && stop > at && last && !scene.is_value(at) {
        list.items.push(at..stop);
        list.words.end = stop;
    }
    list
}

/// Whether the list fills the slot, and whether it claims to be complete.
fn introduced(
    scene: &Scene<'_>,
    fact: FactId,
    list: &List,
    mention: usize,
) -> Option<(bool, &'static str)> {
    let cues = scene.cues(fact);
    let floor = scene.sentence.range.start;
    let before: Vec<&str> =
        (floor..list.words.start).rev().take(4).map(|at| scene.lower(at)).collect();
    let close = |words: &[&str]| before.iter().take(3).any(|word| words.contains(word));
    let clause = scene.sentence.clause_of(list.words.start);
    let rest = |event: &Event| event.signals(cues) && is_of_rest(scene, event);
    let partial = close(PARTIAL) && !is_told_with(scene, cues, list)
        || list.items.len() == 1 && follows_cue(scene, fact, list.words.start)
        || scene.events.iter().any(rest)
        || scene.events.iter().any(|it| it.signals(cues) && is_of_some(scene, it, list));
    let listed = close(COMPLETE);
    let event = scene.events.iter().find(|event| {
        event.signals(cues)
            && (event.clause == clause
                || scene.sentence.clauses[clause].parent == Some(event.clause)
                || partial
                    && event.words.end <= list.words.start
                    && list.words.start <= event.words.end + 3
                || listed)
    });
    let actors = event.is_some_and(|event| {
        list.words.end <= event.words.start
            && scene.sentence.clause_of(list.words.start) == event.clause
            && scene
                .arguments_of_verb(event)
                .iter()
                .all(|&m| m != mention || scene.mentions[m].words.start > event.words.start)
    });
    if event.is_none() && did(scene, fact, list, mention) {
        return Some((true, "list as subject"));
    }
    if is_between(scene, fact, list, mention) {
        return Some((true, "list of parties"));
    }
    let near = mention_reaches(scene, list, mention);
    // "among whose members are": of whom "whose" is said.
    let whose = |event: &&Event| {
        let at = event.words.start.wrapping_sub(1);
        scene.lower(at) == "whose" && scene.mentions[mention].words.start != at
    };
    if event.is_some_and(|event| is_of_others(scene, fact, event) || whose(&event)) {
        return None;
    }
    match event {
        // "The members of X fear A and B", "Goods from X's members reach A and B"
        Some(event) if event.is_nominal() && !partial && !is_introduced(scene, event, list) => None,
        Some(_) if partial && near => Some((false, "partial list")),
        None if partial
            && scene.lower(list.words.start.wrapping_sub(1)) != "with"
            && near
            && holds(scene, list, mention) =>
        {
            Some((false, "partial list"))
        }
        Some(_) if listed && near => Some((true, "complete list")),
        Some(event) if event.words.end <= list.words.start && near => {
            is_right_after(scene, event, list, mention).then_some((true, "list after cue"))
        }
        Some(_) if actors => Some((true, "list as subject")),
        _ if is_bracketed(scene, list, mention) => Some((true, "list in bracket")),
        None if listed
            && near
            && !is_of_other_members(scene, fact, list)
            && (scene.is_bare(fact) || list_of(scene, list, mention)) =>
        {
            Some((true, "complete list"))
        }
        _ => None,
    }
}

/// "was written by Y after a talk with A and B": what Y did with them is another thing.
fn is_told_with(scene: &Scene<'_>, cues: &[CueId], list: &List) -> bool {
    let start = list.words.start;
    let with = start.wrapping_sub(1 + usize::from(scene.lower(start.wrapping_sub(1)) == "the"));
    let before = |event: &&Event| event.words.end <= with && event.signals(cues);
    scene.lower(with) == "with"
        && scene.events.iter().rfind(before).is_some_and(|event| {
            let places = |at: usize| matches!(scene.lower(at), "after" | "before" | "during");
            (event.words.end..with).any(places)
        })
}

/// "X was signed by A and B": little stands between a cue and its list but X itself.
fn is_right_after(scene: &Scene<'_>, event: &Event, list: &List, mention: usize) -> bool {
    let own = &scene.mentions[mention].words;
    let start = past_aside(scene, event.words.end, list.words.start);
    let between = (start..list.words.start).filter(|at| !own.contains(at)).count();
    let by = scene.lower(list.words.start.wrapping_sub(1)) == "by"
        || scene.lower(list.words.start.wrapping_sub(2)) == "by"
        || is_done_by(scene, event, list);
    let direct = between <= 4 || by && between <= 11;
    direct && (event.verb.is_some() || is_set_against(scene, event.words.end, list))
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    list: &List,
    complete: bool,
    construction: &'static str,
    mention: usize,
    drafts: &mut Vec<Draft>,
) {
    let mut start = list.words.start;
    if scene.lower(start.wrapping_sub(1)) == "the" && start > scene.sentence.range.start {
        start -= 1;
    }
    let span = scene.span(&(start..list.words.end));
    let names = list
        .items
        .iter()
        .map(|item| scene.parse.text[scene.span(item).range()].to_owned())
        .collect();
    let clause = scene.sentence.clause_of(list.words.start);
    let stated = Stated::Members { names, complete };
    // "A and B have applied to become members": what stands between the list and its cue counts.
    let cue = scene.events.iter().find(|event| {
        event.clause == clause
            && event.words.start >= list.words.end
            && event.signals(scene.cues(fact))
    });
    let cue = cue.map(|event| event.words.clone());
    let subject = Some(scene.source(scene.mentions[mention].span));
    let before = list.words.start.wrapping_sub(1);
    let presupposed = matches!(scene.lower(before), "(" | ",") && construction != "list as subject";
    let draft = scene.draft(fact, span, stated, construction, clause);
    drafts.push(Draft { subject, cue, presupposed, ..draft });
}
