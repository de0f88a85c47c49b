//! How many there were at an edition: "the 28th X was held with 26 nations", "brought together 29 nations".
//!
//! It must not know which row is meant, or what its number is.

use super::super::claim::Stated;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use crate::rules::Expected;
use crate::rules::expected::Column;
use crate::source::Span;
use crate::value::{self, Value, number};

/// The one number of the sentence that counts what a column of the rows does, said in the clause of the
/// edition or beside it.
pub(super) fn count(
    scene: &Scene<'_>,
    columns: &[&Column],
    clause: usize,
) -> Option<(&'static str, Span, Stated)> {
    let (key, expected, noun) = columns.iter().find_map(|column| match &column.value {
        Expected::Number(number) => Some((column.key, number, number.counted_noun()?)),
        _ => None,
    })?;
    let counts = |value: &&Located| matches!(&value.reading.value, Value::Number(stated) if number::counts_same(expected, stated));
    let mut found = scene.values.iter().filter(counts);
    let value = found.next().filter(|_| found.next().is_none())?;
    let own = scene.sentence.clause_of(value.words.start);
    let near = own == clause
        || scene.sentence.clauses[own].parent == Some(clause)
        || scene.sentence.clauses[clause].parent == Some(own);
    // "26 nations", but "12 new stalls"
    let plain = value::fold_noun(scene.lower(value.words.end)) == noun;
    (near && plain && is_of_all(scene, value))
        .then(|| (key, scene.source(value.reading.span), Stated::Reading(value.reading.clone())))
}

/// "with 26 nations", "brought together 29 nations", "26 nations took part": all that there were.
fn is_of_all(scene: &Scene<'_>, value: &Located) -> bool {
    let start = value.words.start;
    let before = scene.lower(start.wrapping_sub(1));
    let verb = scene.sentence.verbs.iter().any(|verb| {
        verb.range.end + usize::from(matches!(scene.lower(verb.range.end), "together" | "in"))
            == start
            && matches!(
                scene.lower(verb.head),
                "brought"
                    | "brings"
                    | "gathered"
                    | "gathers"
                    | "drew"
                    | "draws"
                    | "attracted"
                    | "attracts"
                    | "involved"
                    | "involves"
                    | "included"
                    | "includes"
                    | "united"
                    | "had"
                    | "saw"
            )
    });
    let nominal = |at: &usize| matches!(scene.tag(*at), Some(Tag::Noun | Tag::Number));
    let limit = scene.sentence.range.end;
    let end = (value.words.end..limit).find(|at| !nominal(at)).unwrap_or(limit);
    let takes_part = matches!(scene.lower(end), "took" | "take" | "takes")
        && scene.lower(end + 1) == "part"
        || matches!(scene.lower(end), "attended" | "participated" | "competed");
    // "was attended by 350 delegates"
    let attended = before == "by"
        && matches!(scene.lower(start.wrapping_sub(2)), "attended" | "joined" | "contested");
    let opens = start == scene.sentence.range.start;
    let narrowed = matches!(scene.lower(end), "that" | "who" | "with" | "from");
    // "beside a market with 39 stalls"
    let with =
        before == "with" && (scene.tag(start - 2) != Some(Tag::Noun) || scene.is_value(start - 2));
    !narrowed && (with || verb || attended || opens && takes_part)
}
