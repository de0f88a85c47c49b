//! Offices in a sentence: a role with its country or body, in every order, with what modifies it.
//!
//! "India's Defence Minister", "the Indian minister of defence", "Acme CEO", "chief executive of
//! Acme". A deputy's or a shadow's office is another office; another country's is nobody's here.

use std::ops::Range;

use super::super::event::Event;
use super::super::index::Office;
use super::super::mention::{Mention, MentionKind};
use super::super::parse::Tag;
use super::super::person::{name_from, name_to};
use super::super::scene::Scene;
use super::office_free::{
    is_among_countries, is_filled_by, is_free, is_in_focus, is_led, is_listed_with, is_of_namesake,
    is_possessed, is_theirs, is_unbound, names_holder, says_whose,
};
use super::office_words::{ACTING, EARLY, FORMER, FUTURE, OTHER, PLAIN};
use crate::rules::{FactId, SubjectId};

/// A place that names an office.
#[derive(Debug, Clone)]
pub(super) struct OfficeMention {
    /// The fact with its holders.
    pub(super) fact: FactId,
    /// All its words: modifiers, body and role.
    pub(super) words: Range<usize>,
    /// The words of the role alone.
    pub(super) role: Range<usize>,
    /// The word "acting".
    pub(super) acting: Option<usize>,
    /// "former", "then".
    pub(super) former: bool,
    /// "then", "of the time": held at the time that is told of.
    pub(super) then: bool,
    /// "incoming", "-designate", "nominee".
    pub(super) future: bool,
    /// No body is named: only the holder's own name tells which office it is.
    pub(super) by_name: bool,
    /// The role stands alone where other countries are spoken of: it may be one of theirs.
    pub(super) unsure: bool,
}

/// The offices of a sentence; of two that overlap the longer stays.
pub(super) fn offices(scene: &Scene<'_>) -> Vec<OfficeMention> {
    let mut found: Vec<OfficeMention> = Vec::new();
    for office in scene.offices().into_iter().map(|place| &scene.index.offices[place]) {
        for role in roles(scene, office) {
            found.extend(mention(scene, office, role, is_in_focus));
        }
    }
    longest(found)
}

/// The offices of a sentence that names their body anywhere, or may go on about it.
pub(super) fn offices_in_scope(scene: &Scene<'_>) -> Vec<OfficeMention> {
    let in_scope = |scene: &Scene<'_>, office: &Office, _: &OfficeMention| {
        let mut around = scene.mentions.iter().map(|it| it.subject).chain(scene.scope.clone());
        office.of.is_some_and(|of| around.any(|it| it == of))
    };
    let around = scene.scope.iter().filter_map(|subject| scene.index.offices_of.get(subject));
    let mut places: Vec<usize> = around.flatten().copied().chain(scene.offices()).collect();
    places.sort_unstable();
    places.dedup();
    let mut found: Vec<OfficeMention> = Vec::new();
    for office in places.into_iter().map(|place| &scene.index.offices[place]) {
        for role in roles(scene, office) {
            found.extend(mention(scene, office, role, in_scope));
        }
    }
    longest(found)
}

/// Of two offices that overlap the longer.
fn longest(mut found: Vec<OfficeMention>) -> Vec<OfficeMention> {
    let all = found.clone();
    found.retain(|this| {
        !all.iter().any(|other| {
            other.role.len() > this.role.len()
                && other.role.start <= this.role.start
                && other.role.end >= this.role.end
        })
    });
    found
}

/// Where the role stands: its names, or the fact's own cues.
pub(super) fn roles(scene: &Scene<'_>, office: &Office) -> Vec<Range<usize>> {
    match office.role {
        Some(role) => scene
            .mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Name)
            .filter(|it| it.subject == role || is_compound(scene, office, &it.words))
            .map(|mention| mention.words.clone())
            .collect(),
        None => scene
            .events
            .iter()
            .filter(|event| event.is_nominal() || is_title_of_doing(scene, event))
            .filter(|event| event.signals(scene.cues(office.fact)))
            .map(|event| {
                // "winner of" is one cue
                let of = event.words.len() > 1 && scene.lower(event.words.end - 1) == "of";
                event.words.start..event.words.end - usize::from(of)
            })
            .collect(),
    }
}

/// "managing director": a cue that begins like a verb and ends in a noun.
fn is_title_of_doing(scene: &Scene<'_>, event: &Event) -> bool {
    let (start, end) = (event.words.start, event.words.end);
    end > start + 1
        && event.head == start
        && scene.lower(start).ends_with("ing")
        && matches!(scene.tag(end - 1), Some(Tag::Noun | Tag::Name))
}

/// "ASEAN Secretary-General" as the name of a subject of its own: body and role in one.
fn is_compound(scene: &Scene<'_>, office: &Office, words: &Range<usize>) -> bool {
    let is_whole = |mention: &Mention| {
        let own = [office.role, office.of].contains(&Some(mention.subject));
        let places = scene.index.offices_of.get(&mention.subject).into_iter().flatten();
        mention.words == *words
            && !own
            && places.map(|&it| &scene.index.offices[it]).any(|it| it.fact == office.fact)
    };
    scene.mentions.iter().any(is_whole)
}

fn mention(
    scene: &Scene<'_>,
    office: &Office,
    role: Range<usize>,
    is_meant: impl Fn(&Scene<'_>, &Office, &OfficeMention) -> bool,
) -> Option<OfficeMention> {
    let mut this = OfficeMention {
        fact: office.fact,
        words: role.clone(),
        role,
        acting: None,
        former: false,
        then: false,
        future: false,
        by_name: false,
        unsure: false,
    };
    let mut has_of = look_left(scene, office, &mut this)? || is_compound(scene, office, &this.role);
    has_of |= look_right(scene, office, &mut this)?;
    take_time(scene, &mut this);
    has_of |= has_of_around_name(scene, office.of, &this)
        || is_led(scene, office.of, &this)
        || is_filled_by(scene, office.of, &this);
    let whole = office.of.is_none() && !is_possessed(scene, &this);
    let free = || is_free(scene, office.of, &this);
    if scene.fact(office.fact).expected.text().is_some() {
        return says_whose(scene, office.of, &this).then_some(this);
    }
    let known = whole
        || has_of
        || office.of.is_some() && office.bare && free()
        || is_meant(scene, office, &this) && free();
    let unbound = || is_unbound(scene, office.of, &this);
    let by_name = !known && office.role.is_some() && unbound() && names_holder(scene, &this);
    this.by_name = by_name;
    this.unsure = !(whole || has_of || is_meant(scene, office, &this))
        && (is_among_countries(scene, office.of, &this)
            || is_listed_with(scene, office.of, this.words.start));
    (known || this.by_name).then_some(this)
}

/// Takes modifiers and the body to the left. `None`: it is another office.
fn look_left(scene: &Scene<'_>, office: &Office, this: &mut OfficeMention) -> Option<bool> {
    let floor = scene.sentence.range.start;
    // "AU Commission Chairperson" of a role "Commission Chairperson": the body's name ends in the role.
    let shared = scene.mentions.iter().find(|mention| {
        Some(mention.subject) == office.of
            && mention.words.contains(&this.role.start)
            && mention.words.end < this.role.end
    });
    let mut has_of = shared.is_some();
    let mut at = shared.map_or(this.words.start, |mention| mention.words.start);
    this.words.start = at;
    while at > floor {
        if is_of_namesake(scene, office.of, at) {
            return None;
        }
        if let Some(start) = body_before(scene, office.of, at) {
            has_of = true;
            at = start;
            this.words.start = start;
            continue;
        }
        let lower = scene.lower(at - 1);
        // "under its director", but "under secretary"
        let leads = at - 1 == floor && !scene.parse.words[at].is_capitalised();
        // "under the then mayor", but "under secretary"
        if lower == "under" && (has_of || leads || at < this.role.start) {
            break;
        }
        if OTHER.contains(&lower) {
            return None;
        }
        // "his pick for secretary of state"
        if lower == "for"
            && matches!(
                scene.lower(at.wrapping_sub(2)),
                "pick"
                    | "choice"
                    | "candidate"
                    | "nominee"
                    | "nomination"
                    | "contender"
                    | "favourite"
                    | "favorite"
                    | "frontrunner"
                    | "run"
                    | "bid"
                    | "runner"
            )
        {
            this.future = true;
            break;
        }
        // "her predecessor as director": one who held it before.
        if lower == "as" && scene.lower(at.wrapping_sub(2)) == "predecessor" {
            (this.former, this.words.start) = (true, at - 2);
            break;
        }
        if lower == "then" && scene.lower(at.wrapping_sub(2)) == "since" {
            break;
        }
        if ACTING.contains(&lower) {
            this.acting = Some(at - 1).filter(|_| lower == "acting");
        } else if FORMER.contains(&lower) {
            this.then |= lower == "then";
            this.former = true;
        } else if FUTURE.contains(&lower) {
            this.future = true;
        } else if EARLY.contains(&lower) {
            this.then = true;
        } else if !PLAIN.contains(&lower) {
            break;
        }
        at -= 1;
        if !matches!(lower, "the" | "-" | "–") {
            this.words.start = at;
        }
    }
    Some(has_of)
}

/// "the mayor of Y *at the time*": held then.
fn take_time(scene: &Scene<'_>, this: &mut OfficeMention) -> bool {
    let end = this.words.end;
    let words: Vec<&str> = (end..end + 3).map(|at| scene.lower(at)).collect();
    let then = matches!(words[..], ["of" | "at", "the" | "that", "time" | "day"]);
    if then {
        (this.former, this.then) = (true, true);
        this.words.end += 3;
    }
    then
}

/// A name of the body that ends before a word, its possessive ending skipped.
fn body_before(scene: &Scene<'_>, of: Option<SubjectId>, at: usize) -> Option<usize> {
    if scene.lower(at.wrapping_sub(1)) == "whose" {
        let named = scene.antecedents(at - 1);
        return named.iter().any(|&m| Some(scene.mentions[m].subject) == of).then_some(at - 1);
    }
    if scene.lower(at.wrapping_sub(1)) == "their" && is_theirs(scene, of, at - 1) {
        return Some(at - 1);
    }
    // "X's architect", "X (architect: Y)"
    let parted = scene.tag(at.wrapping_sub(1)) == Some(Tag::Possessive)
        || scene.lower(at.wrapping_sub(1)) == "(";
    let end = if parted { at - 1 } else { at };
    scene
        .mentions
        .iter()
        .find(|m| Some(m.subject) == of && m.words.end == end)
        .filter(|m| {
            m.kind != MentionKind::Pronoun || matches!(scene.lower(m.words.start), "its" | "our")
        })
        .map(|m| m.words.start)
}

/// Takes "of X", "for X", "at X" to the right. `None`: it is another body's.
fn look_right(scene: &Scene<'_>, office: &Office, this: &mut OfficeMention) -> Option<bool> {
    let mut at = this.words.end;
    if matches!(scene.lower(at), "-" | "–") && FUTURE.contains(&scene.lower(at + 1)) {
        this.future = true;
        this.words.end = at + 2;
        return Some(false);
    }
    if FUTURE.contains(&scene.lower(at)) {
        this.future = true;
        this.words.end = at + 1;
        return Some(false);
    }
    // "our director-general of the time"
    if take_time(scene, this) {
        return Some(false);
    }
    // "Minister for Foreign Affairs and Trade": the title goes on.
    if scene.lower(at) == "and"
        && scene.tag(at + 1) == Some(Tag::Name)
        && scene.lower(at + 2) == ","
        && this.role.len() > 2
        && scene.parse.words[this.role.end - 1].is_capitalised()
    {
        this.words.end = at + 2;
        return Some(false);
    }
    // "an adviser to X"
    if !matches!(scene.lower(at), "of" | "for" | "at" | "in" | "to") {
        return Some(false);
    }
    at += 1;
    let begins = at..at + 1 + usize::from(scene.lower(at) == "the");
    at = begins.end - 1;
    if let Some(of) = office.of
        && let Some(place) =
            scene.mentions.iter().position(|m| m.subject == of && begins.contains(&m.words.start))
    {
        let body = &scene.mentions[place];
        // "the founder of Y's rival"
        let owns = scene.settings[place].modifies.is_some()
            && scene.tag(body.words.end) == Some(Tag::Possessive);
        if owns || is_of_namesake(scene, office.of, body.words.end) {
            return None;
        }
        this.words.end = body.words.end;
        return Some(true);
    }
    let others = scene.tag(at) == Some(Tag::Name)
        && !scene.is_value(at)
        && scene.lower(this.words.end) == "of";
    (!others).then_some(false)
}

/// "Chairman X of Y", "X, Director, Y,": the body stands behind the name, or behind a comma.
fn has_of_around_name(scene: &Scene<'_>, of: Option<SubjectId>, this: &OfficeMention) -> bool {
    let (floor, limit) = (scene.sentence.range.start, scene.sentence.range.end);
    let body = |at: usize| {
        let at = at + usize::from(scene.lower(at) == "the");
        scene.mentions.iter().find(|m| Some(m.subject) == of && m.words.start == at)
    };
    let end = this.words.end;
    let behind = || {
        let name = name_from(scene.parse, end, limit)?;
        let body = matches!(scene.lower(name.end), "of" | "at" | "from")
            .then(|| body(name.end + 1))
            .flatten()?;
        // "was the name on the banner"
        let named =
            scene.lower(body.words.end + 1) == "the" && scene.lower(body.words.end + 2) == "name";
        (!named).then_some(body)
    };
    let set_off = || {
        let comma = this.words.start.checked_sub(1).filter(|&at| scene.lower(at) == ",")?;
        name_to(scene.parse, comma, floor)?;
        let body = (scene.lower(end) == ",").then(|| body(end + 1))??;
        matches!(scene.lower(body.words.end), "," | "." | ";" | ":" | "").then_some(body)
    };
    behind().or_else(set_off).is_some()
}
