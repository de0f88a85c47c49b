//! One holder after another: "X succeeded Y as mayor in 2011", "Y was replaced as mayor by X in 2011".
//!
//! It must not know who held it.

use std::ops::Range;

use super::super::parse::Verb;
use super::super::person::{name_from, name_to};
use super::super::scene::Scene;
use super::holder::{Slot, is_known};
use super::holder_link::subject_name;
use super::holder_when::times;
use super::office::OfficeMention;
use crate::lexicon;

/// The construction of one whom another succeeds.
pub(crate) const TOOK_OVER_FROM: &str = "succeeded by another";

/// Whether a name is that of one who is succeeded: "succeeded *Y*", "replaced Mr *Y*".
pub(super) fn is_predecessor(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let title = usize::from(lexicon::is_title(scene.lower(name.start.wrapping_sub(1))));
    scene
        .sentence
        .verbs
        .iter()
        .any(|verb| verb.range.end + title == name.start && !verb.passive && succeeds(scene, verb))
}

fn succeeds(scene: &Scene<'_>, verb: &Verb) -> bool {
    lexicon::is_form_of_any(scene.lower(verb.head), &["succeed", "replace", "follow"])
}

/// Who holds an office that was another's before, from the day that is told.
pub(super) fn successor(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let (floor, limit) = (scene.sentence.range.start, scene.sentence.range.end);
    let start = office.words.start;
    let the = usize::from(matches!(scene.lower(start.wrapping_sub(1)), "the" | "its"));
    let says_as = start.checked_sub(1 + the).filter(|&at| scene.lower(at) == "as")?;
    let takes = |verb: &&Verb| verb.range.end <= says_as && succeeds(scene, verb);
    let verb = scene.sentence.verbs.iter().rfind(takes)?;
    let name = if verb.passive {
        let by = office.words.end;
        (verb.range.end == says_as && scene.lower(by) == "by")
            .then(|| name_from(scene.parse, by + 1, limit))
            .flatten()
    } else {
        let him = verb.range.end + 1 == says_as;
        let named = || name_to(scene.parse, says_as, floor);
        if !(him || named().is_some_and(|name| is_predecessor(scene, &name))) {
            return None;
        }
        subject_name(scene, verb.range.start, office.fact)
    };
    let told = !times(scene, office.role.start).is_empty();
    let name =
        name.filter(|name| told && (name.len() > 1 || is_known(scene, office.fact, name)))?;
    let construction = "succeeded as";
    Some(Slot { name, construction, presupposed: false, past: false, dated: true })
}
