//! Verbs that say what an office is: "X chairs Y", "X, who directs Y", "Y, edited by X".
//!
//! It must not know who holds what, but for whether a single name is one of the fact's.

use super::super::index::Office;
use super::super::mention::MentionKind;
use super::super::parse::VerbShape;
use super::super::person::name_from;
use super::super::scene::Scene;
use super::holder::{Slot, is_known};
use super::holder_link::subject_name;
use super::office::OfficeMention;

/// The last word of an office, and the verb's stem: who chairs is chair.
const VERBS: &[(&str, &str)] = &[
    ("captain", "captain"),
    ("chair", "chair"),
    ("chairman", "chair"),
    ("chairperson", "chair"),
    ("chairwoman", "chair"),
    ("coach", "coach"),
    ("conductor", "conduct"),
    ("curator", "curat"),
    ("director", "direct"),
    ("editor", "edit"),
    ("manager", "manag"),
];

/// The offices that verbs of the sentence tell of, with who holds them.
pub(super) fn offices(scene: &Scene<'_>) -> Vec<(OfficeMention, Slot)> {
    let mut found = Vec::new();
    for office in scene.offices().into_iter().map(|place| &scene.index.offices[place]) {
        for &stem in &stems(scene, office) {
            found.extend(told(scene, office, stem));
        }
    }
    found
}

fn stems(scene: &Scene<'_>, office: &Office) -> Vec<&'static str> {
    let Some(role) = office.role else { return Vec::new() };
    let names = scene.book.subjects[role.0 as usize].names.iter();
    let mut stems: Vec<&str> = names
        .filter_map(|name| VERBS.iter().find(|(noun, _)| name.eq_ignore_ascii_case(noun)))
        .map(|&(_, stem)| stem)
        .collect();
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
    let mention = OfficeMention {
        fact: office.fact,
        words: if words.len() == 1 { head..scene.mentions[body].words.end } else { words },
        role: head..head + 1,
        acting: None,
        former: false,
        then: false,
        future: false,
        by_name: false,
        unsure: false,
    };
    whole.then_some((mention, slot))
}
