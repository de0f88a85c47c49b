//! Values whose owner or base stands right beside them: "X spends 2 percent and Y only 1 percent", "38
//! percent of that".
//!
//! It must not know whether they would be right of the fact's own subject.

use super::super::mention::MentionKind;
use super::super::pair::left_out;
use super::super::scene::{Draft, Scene};
use crate::rules::Expected;
use crate::value::Value;

/// Whether a value is another's, whose verb is left out, of another year's thing, or a share of something else.
pub(super) fn is_of_other(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    if is_of_year(scene, draft, value) {
        return true;
    }
    match scene.expected_of(draft) {
        Expected::Percent(_) => is_of_that(scene, value) || is_anothers(scene, draft, value),
        Expected::Number(_) | Expected::Money(_) => is_anothers(scene, draft, value),
        Expected::Timeline(_) => is_of_that(scene, value) || is_anothers(scene, draft, value),
        _ => false,
    }
}

/// "The fever of 1911 killed 1,050": perhaps not the one that was spoken of.
fn is_of_year(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    scene.subject_of(draft).is_some_and(|mention| {
        let of = mention.words.end;
        let dated = scene.values.iter().find(|it| it.words.start == of + 1);
        mention.kind == MentionKind::Definite
            && scene.lower(of) == "of"
            && dated.is_some_and(|it| {
                matches!(it.reading.value, Value::Date(_)) && !it.words.contains(&value)
            })
    })
}

/// "38 percent of that": of the share that was just told.
fn is_of_that(scene: &Scene<'_>, value: usize) -> bool {
    let Some(located) = scene.value_at(value) else {
        return false;
    };
    let end = located.words.end;
    let base = matches!(scene.lower(end + 1), "that" | "this" | "it");
    // "30 percent of that country's exports"
    scene.lower(end) == "of"
        && base
        && !scene.parse.tags.get(end + 2).is_some_and(|tag| tag.is_nominal())
}

/// "and Y only 1 percent", "; Y just £3 million": a name with a value and no verb, after a like value.
fn is_anothers(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let index = scene.values.iter().position(|it| it.words.contains(&value));
    index.and_then(|index| left_out(scene, index)).is_some_and(|out| {
        let own = scene.mentions.iter().any(|it| {
            it.words.start < out.name.end
                && it.words.end > out.name.start
                && scene.facts_of(it.subject).contains(&draft.fact)
        });
        let parted = (scene.values[out.earlier].words.end..out.name.start)
            .any(|at| matches!(scene.lower(at), "," | ";" | "and" | "but"));
        !own && parted
    })
}
