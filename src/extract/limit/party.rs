//! What one of many parties did: "Castrovia signed the Lindholm Convention in 1999".
//!
//! It must not know when the others did.

use super::super::mention::{Mention, MentionKind};
use super::super::scene::{Draft, Scene};
use super::super::token::is_strange_name;
use crate::rules::Expected;

/// "Castrovia signed the Lindholm Convention in 1999": one of many parties did, and not the first.
pub(super) fn is_party(scene: &Scene<'_>, mention: &Mention, draft: &Draft) -> bool {
    let last = scene.lower(mention.words.end.wrapping_sub(1));
    // "Norland also signed X"
    let also = draft.cue.as_ref().is_some_and(|cue| {
        matches!(scene.lower(cue.start.wrapping_sub(1)), "also" | "too" | "itself")
    });
    let many =
        also || matches!(
            last,
            "convention"
                | "protocol"
                | "charter"
                | "covenant"
                | "statute"
                | "accords"
                | "conventions"
        ) || draft.cue.as_ref().is_some_and(|cue| is_signing(scene.lower(cue.start)))
            && has_many_parties(scene, mention);
    let Some(cue) = draft.cue.as_ref().filter(|_| many) else { return false };
    let strange = |at: usize| is_strange_name(scene.parse, &scene.mentions, at);
    let alone = |at: usize| !matches!(scene.lower(at), "and" | "," | "&");
    let floor = scene.sentence.range.start;
    let before =
        cue.start.checked_sub(1 + usize::from(also)).filter(|&at| at >= floor && strange(at));
    let actor = before.is_some_and(|at| {
        let first = (floor..=at).rev().take_while(|&i| strange(i)).last().unwrap_or(at);
        first == floor || alone(first - 1)
    });
    let by = scene.lower(cue.end) == "by" && strange(cue.end + 1) && {
        let end = (cue.end + 1..scene.sentence.range.end).find(|&i| !strange(i));
        end.is_none_or(alone)
    };
    actor && cue.end <= mention.words.start || by
}

/// A fact lists or counts three parties or more.
fn has_many_parties(scene: &Scene<'_>, mention: &Mention) -> bool {
    const FEW: f64 = 2.0;
    scene.facts_of(mention.subject).iter().any(|&fact| match &scene.fact(fact).expected {
        Expected::Members(listed) => listed.members.len() > 2,
        Expected::Number(number) => {
            let parties = ["party", "signatory", "member", "country", "state", "nation"];
            number.amount.low > FEW
                && number.counted_noun().is_some_and(|noun| parties.contains(&noun))
        }
        _ => false,
    })
}

fn is_signing(verb: &str) -> bool {
    ["sign", "ratif", "acced"].iter().any(|stem| verb.starts_with(stem))
}

/// "adopted a Declaration of Independence": one of those, and none that the reader knows.
pub(super) fn is_one_more(scene: &Scene<'_>, mention: &Mention, draft: &Draft) -> bool {
    const MADE: &[&str] =
        &["adopted", "signed", "ratified", "agreed", "published", "in-force", "announced"];
    let before = scene.lower(mention.words.start.wrapping_sub(1));
    let builtin = &scene.fact(draft.fact).predicate.builtin;
    let by_somebody = draft.cue.as_ref().is_some_and(|cue| cue.end <= mention.words.start);
    mention.kind == MentionKind::Name
        && mention.words.len() > 1
        && by_somebody
        && matches!(before, "a" | "an" | "another")
        && scene
            .settings
            .iter()
            .zip(&scene.mentions)
            .any(|(setting, it)| it.words == mention.words && setting.modifies.is_none())
        && builtin.iter().any(|name| MADE.contains(name))
}
