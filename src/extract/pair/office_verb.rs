//! Verbs that say what an office is: "X chairs Y", "X, who directs Y", "Y, edited by X", "Y is led by X as chairman".
//!
//! It must not know who holds what, but for whether a single name is one of the fact's.

use super::super::index::Office;
use super::super::mention::MentionKind;
use super::super::parse::VerbShape;
use super::super::person::{name_from, name_to};
use super::super::scene::Scene;
use super::holder::{Slot, is_known};
use super::holder_link::subject_name;
use super::office::{OfficeMention, roles};
use crate::lexicon;
use std::ops::Range;

/// The last word of an office, and the verb's stem: who chairs is chair.
const VERBS: &[(&str, &str)] = &[
    ("captain", "captain"),
    ("chair", "chair"),
    ("chairman", "chair"),
    ("chairperson", "chair"),
    ("chairwoman", "chair"),
    ("coach", "coach"),
    ("commander", "command"),
    ("conductor", "conduct"),
    ("curator", "curat"),
    ("director", "direct"),
    ("editor", "edit"),
    ("leader", "lead"),
    ("leader", "led"),
    ("manager", "manag"),
];

/// The offices that verbs of the sentence tell of, with who holds them.
pub(super) fn offices(scene: &Scene<'_>) -> Vec<(OfficeMention, Slot)> {
    let mut found = Vec::new();
    for office in scene.offices().into_iter().map(|place| &scene.index.offices[place]) {
        for &stem in &stems(scene, office) {
            found.extend(told(scene, office, stem));
        }
        for role in roles(scene, office) {
            found.extend(led_as(scene, office, role));
        }
    }
    found
}

fn stems(scene: &Scene<'_>, office: &Office) -> Vec<&'static str> {
    let Some(role) = office.role else { return Vec::new() };
    let names = scene.book.subjects[role.0 as usize].names.iter();
    let is_role = |name: &str, noun: &str| {
        // "Project Leader" leads as a leader does.
        let last = name.rsplit(' ').next().unwrap_or(name);
        name.eq_ignore_ascii_case(noun) || noun == "leader" && last.eq_ignore_ascii_case(noun)
    };
    let mut stems: Vec<&str> = names
        .flat_map(|name| VERBS.iter().filter(move |(noun, _)| is_role(name, noun)))
        .map(|&(_, stem)| stem)
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn told(scene: &Scene<'_>, office: &Office, stem: &str) -> Option<(OfficeMention, Slot)> {
    const FORMS: &[&str] = &["", "s", "e", "es", "ed"];
    let limit = scene.sentence.range.end;
    let is_form = |at: usize| {
        let rest = scene.lower(at).strip_prefix(stem);
        rest.is_some_and(|rest| FORMS.contains(&rest))
            && !matches!(scene.lower(at.wrapping_sub(1)), "-" | "–" | "vice" | "to")
    };
    let verb = scene.sentence.verbs.iter().find(|verb| is_form(verb.head))?;
    let (head, end) = (verb.head, verb.range.end);
    let past = scene.lower(head).ends_with("ed");
    let of = |index: usize| {
        let mention = &scene.mentions[index];
        Some(mention.subject) == office.of && scene.can_be_argument(index)
    };
    let by = past && scene.lower(end) == "by";
    let (body, name) = if by {
        let clause = scene.sentence.clause_of(head);
        let body = scene
            .subjects_of(clause)
            .into_iter()
            .chain(scene.antecedents(verb.range.start))
            .find(|&it| of(it))?;
        (body, name_from(scene.parse, end + 1, limit)?)
    } else {
        let the = usize::from(scene.lower(end) == "the");
        let body = (0..scene.mentions.len()).find(|&it| {
            let mention = &scene.mentions[it];
            mention.words.start == end + the && mention.kind != MentionKind::Pronoun && of(it)
        })?;
        let active = verb.shape == VerbShape::Finite && !verb.passive;
        (body, active.then(|| subject_name(scene, verb.range.start, office.fact)).flatten()?)
    };
    let whole = name.len() > 1 || is_known(scene, office.fact, &name);
    let is = by && verb.range.clone().any(|at| matches!(scene.lower(at), "is" | "are"));
    let slot = Slot {
        name,
        construction: "office as a verb",
        presupposed: false,
        past: past && !is,
        dated: past,
    };
    let words = head.min(scene.mentions[body].words.start)..head + 1;
    let words = if words.len() == 1 { head..scene.mentions[body].words.end } else { words };
    let mention = of_verb(office, words, head..head + 1);
    whole.then_some((mention, slot))
}

/// "Y has been led since 2011 by X as its artistic director": who leads a body in the role that follows the name.
fn led_as(scene: &Scene<'_>, office: &Office, role: Range<usize>) -> Option<(OfficeMention, Slot)> {
    const LEADING: &[&str] = &["lead", "head", "run", "guide", "steer", "govern"];
    let own = usize::from(matches!(scene.lower(role.start.wrapping_sub(1)), "its" | "the"));
    let says_as = role.start.checked_sub(1 + own)?;
    if scene.lower(says_as) != "as" {
        return None;
    }
    let clause = scene.sentence.clause_of(says_as);
    let verb = scene.sentence.clauses[clause].verb.map(|verb| &scene.sentence.verbs[verb])?;
    let name = name_to(scene.parse, says_as, verb.range.end)?;
    let by = name.start.checked_sub(1)?;
    let dated = |at: usize| {
        scene.is_value(at) || matches!(scene.lower(at), "since" | "from" | "in" | "until" | "to")
    };
    let led = verb.passive
        && lexicon::is_form_of_any(scene.lower(verb.head), LEADING)
        && scene.lower(by) == "by"
        && (verb.range.end..by).all(dated);
    let body = scene
        .subjects_of(clause)
        .into_iter()
        .find(|&it| Some(scene.mentions[it].subject) == office.of)?;
    let whole = name.len() > 1 || is_known(scene, office.fact, &name);
    let was = verb.range.clone().any(|at| matches!(scene.lower(at), "was" | "were" | "had"));
    let slot =
        Slot { name, construction: "office as a verb", presupposed: false, past: was, dated: true };
    (led && whole)
        .then(|| (of_verb(office, scene.mentions[body].words.start..role.end, role), slot))
}

/// An office that a verb tells of, with its body and its role.
fn of_verb(office: &Office, words: Range<usize>, role: Range<usize>) -> OfficeMention {
    OfficeMention {
        fact: office.fact,
        words,
        role,
        acting: None,
        former: false,
        then: false,
        future: false,
        by_name: false,
        unsure: false,
    }
}
