//! The same amount again, in another unit: "134 m (440 ft)".
//!
//! It must not know whether either is right.

use super::super::claim::Stated;
use super::super::scene::{Draft, Located, Scene, wants};
use super::attribute::push;
use crate::rules::FactId;
use crate::source::Span;
use crate::value::Value;

/// "134 m (440 ft)": the same amount in another unit, right after the first.
pub(super) fn restated(
    scene: &Scene<'_>,
    fact: FactId,
    first: Span,
    subject: Span,
    construction: &'static str,
    drafts: &mut Vec<Draft>,
) {
    if let Some((span, stated)) = restatement(scene, fact, first) {
        push(scene, fact, span, stated, subject, construction, drafts);
    }
}

/// The amount in brackets right after a measure, where it is of the fact's kind.
pub(super) fn restatement(scene: &Scene<'_>, fact: FactId, first: Span) -> Option<(Span, Stated)> {
    let measured =
        |it: &Located| matches!(&it.reading.value, Value::Number(it) if it.unit.is_some());
    let mut values = scene.values.iter().filter(|it| measured(it));
    let end = values.find(|it| it.reading.span.overlaps(first))?.words.end;
    // "(2,357 m)", but "(40 m deep)"
    let again = |it: &&Located| {
        it.words.start == end + 1
            && (scene.lower(end) == "/"
                || scene.lower(end) == "(" && matches!(scene.lower(it.words.end), ")" | "," | ";"))
    };
    let value =
        values.find(again).filter(|it| wants(&scene.fact(fact).expected, &it.reading.value))?;
    Some((value.reading.span, Stated::Reading(value.reading.clone())))
}
