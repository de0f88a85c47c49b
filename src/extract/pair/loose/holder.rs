//! Known holders beside their office: "said X, in her first year as the mayor".

use super::super::super::claim::Stated;
use super::super::super::scene::{Draft, Scene};
use super::super::super::token::is_strange_name;
use super::super::holder_when::times;
use super::super::office::{OfficeMention, offices_in_scope};
use crate::rules::{Expected, FactId};
use crate::source::Span;
use crate::text::NameTrie;

/// Drafts a claim for a holder's full name in a sentence that names the office.
pub(super) fn pair(scene: &Scene<'_>, taken: &[(FactId, Span)], drafts: &mut Vec<Draft>) {
    for office in offices_in_scope(scene) {
        let drafted = taken.iter().any(|(fact, _)| *fact == office.fact);
        let changed = office.future || office.acting.is_some();
        if drafted || changed {
            continue;
        }
        let Some(span) = holder(scene, &office) else { continue };
        let stated = Stated::Name(scene.parse.text[span.range()].to_owned());
        let clause = scene.sentence.clause_of(office.role.start);
        let draft = scene.draft(office.fact, span, stated, "loose link", clause);
        let times = times(scene, office.role.start);
        let subject = Some(scene.source(scene.span(&office.role)));
        let former = office.former && times.is_empty();
        drafts.push(Draft { subject, dated: !times.is_empty(), times, former, ..draft });
    }
}

/// The full name of a holder with no other name between it and the office.
fn holder(scene: &Scene<'_>, office: &OfficeMention) -> Option<Span> {
    let Expected::Holders(rows) = &scene.fact(office.fact).expected else { return None };
    let mut trie = NameTrie::default();
    for name in rows.iter().flat_map(|row| &row.names).filter(|name| name.contains(' ')) {
        trie.insert(name, 0);
    }
    let sentence = scene.span(&scene.sentence.range);
    let hits = trie.longest(&scene.parse.text[sentence.range()]);
    hits.into_iter().map(|hit| hit.span.shifted(sentence.start)).find(|&span| {
        let words = scene.parse.words_in(span);
        let between = match words.end <= office.words.start {
            true => words.end..office.words.start,
            false => office.words.end..words.start,
        };
        !between.clone().any(|at| {
            is_strange_name(scene.parse, &scene.mentions, at)
                || matches!(scene.lower(at), ";" | ":")
        })
    })
}
