//! How an office is entered: "X became mayor", "took over in July as mayor", "was elected mayor", "the appointment of X as
//! mayor".
//!
//! It must not know who holds what, but for whether a single name is one of the fact's.

use std::ops::Range;

use super::super::parse::{Tag, Verb};
use super::super::person::name_to;
use super::super::scene::Scene;
use super::holder::{Slot, is_known};
use super::holder_link::is_made;
use super::office::OfficeMention;
use crate::lexicon;

/// The construction of one who took an office up, on a day that need not be told.
pub(crate) const TAKING_OFFICE: &str = "taking office";
/// The construction of one who was chosen for an office, and may have taken it up later.
pub(crate) const CHOSEN: &str = "chosen for office";

/// "X's appointment as mayor".
pub(super) fn chosen(scene: &Scene<'_>, office: &OfficeMention, says_as: usize) -> Option<Slot> {
    if scene.lower(says_as) != "as" || !is_choice(scene.lower(says_as.wrapping_sub(1))) {
        return None;
    }
    let owner = says_as.checked_sub(2).filter(|&of| scene.tag(of) == Some(Tag::Possessive))?;
    let name = name_to(scene.parse, owner, scene.sentence.range.start)
        .filter(|name| name.len() > 1 || is_known(scene, office.fact, name))?;
    Some(Slot { name, construction: CHOSEN, presupposed: true, past: false, dated: true })
}

/// "appointed X as mayor", "the appointment of X as mayor", not "appoints X".
pub(super) fn was_chosen(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let title = usize::from(lexicon::is_title(scene.lower(name.start.wrapping_sub(1))));
    let before = name.start.wrapping_sub(1 + title);
    if scene.lower(before) == "of" {
        return is_choice(scene.lower(before.wrapping_sub(1)));
    }
    let verb = scene.lower(before);
    let alone = |it: &Verb| it.range.end == name.start && it.range.len() == 1;
    is_made(scene, name)
        && (verb.ends_with("ed") || matches!(verb, "made" | "chose"))
        && scene.sentence.verbs.iter().any(alone)
}

fn is_choice(noun: &str) -> bool {
    matches!(noun, "appointment" | "election" | "selection" | "choice" | "confirmation" | "naming")
}

/// "took *over in July* as mayor": what may stand between taking and the office that is taken.
pub(super) fn is_of_taking_up(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_value(at)
        || matches!(
            scene.lower(at),
            "down" | "over" | "on" | "up" | "office" | "in" | "since" | "from" | "last" | "this"
        )
}

/// How "became", "took over" and "was elected" tell of an office, at some day before now: not "has become", "is elected".
pub(super) fn entering(scene: &Scene<'_>, verb: &Verb) -> Option<&'static str> {
    const CHOOSING: &[&str] = &[
        "appoint", "elect", "name", "choose", "confirm", "re-elect", "reelect", "install", "make",
    ];
    let head = scene.lower(verb.head);
    if verb.range.len() == 1 && matches!(head, "became" | "took") {
        return Some(TAKING_OFFICE);
    }
    let was = matches!(scene.lower(verb.range.start), "was" | "were");
    match verb.passive && was {
        true if head == "sworn" => Some(TAKING_OFFICE),
        true if lexicon::is_form_of_any(head, CHOOSING) => Some(CHOSEN),
        _ => None,
    }
}
