//! Offices on data sheets: "Speaker: Karla Wendt" under the body's name, "CEO" at the head of a row.

use super::super::claim::Stated;
use super::super::context::Head;
use super::super::person::name_from;
use super::super::scene::{Draft, Scene};
use crate::rules::SubjectId;
use crate::source::Span;
use crate::text::fold::folded_words;

/// Drafts a claim when a label names an office of one of the bodies, and a person follows at `start`.
pub(super) fn labelled(
    scene: &Scene<'_>,
    label: &[&str],
    bodies: &[(SubjectId, Span)],
    start: usize,
    drafts: &mut Vec<Draft>,
) {
    let Some(name) = name_from(scene.parse, start, scene.sentence.range.end) else { return };
    let label = folded_words(&label.join(" "));
    // "Former mayor", "Current mayor"
    let (label, former) = match label.first().map(String::as_str) {
        Some("former" | "previous") => (&label[1..], true),
        Some("current" | "present" | "acting" | "interim") => (&label[1..], false),
        _ => (&label[..], false),
    };
    let with_twins = |&(body, span): &(SubjectId, Span)| {
        let all = scene.index.all_twins(body);
        let own = if all.contains(&body) { None } else { Some(body) };
        all.into_iter().chain(own).map(move |body| (body, span))
    };
    for (body, span) in bodies.iter().flat_map(with_twins) {
        let offices = scene.index.offices_of.get(&body).into_iter().flatten();
        for office in offices.map(|&place| &scene.index.offices[place]) {
            let Some(role) = office.role.filter(|_| office.of == Some(body)) else { continue };
            let names = &scene.book.subjects[role.0 as usize].names;
            let own = &scene.book.subjects[body.0 as usize].names;
            if !names.iter().any(|name| is_label(label, &folded_words(name), own)) {
                continue;
            }
            let value = scene.span(&name);
            let stated = Stated::Name(scene.parse.text[value.range()].to_owned());
            let clause = scene.sentence.clause_of(name.start);
            let draft = scene.draft(office.fact, value, stated, "office label", clause);
            let draft = Draft { former, ..draft };
            if !drafts.iter().any(|d| d.fact == draft.fact && d.slots[0].1 == draft.slots[0].1) {
                drafts.push(Draft { subject: Some(span), presupposed: true, ..draft });
            }
        }
    }
}

/// "Foreign Minister", or with its body: "Foreign Minister of Norland", "Norland's foreign minister".
fn is_label(label: &[String], role: &[String], body: &[String]) -> bool {
    let with_body = |name: &String| {
        let body = folded_words(name);
        let small = |rest: &[String]| rest.iter().all(|word| matches!(word.as_str(), "of" | "the"));
        let after = label.strip_prefix(role).and_then(|rest| rest.strip_suffix(&body[..]));
        let before = label.strip_prefix(&body[..]).and_then(|rest| rest.strip_suffix(role));
        let possessive =
            |rest: &[String]| matches!(rest, [] | [_]) && rest.iter().all(|it| it == "s");
        after.is_some_and(small) || before.is_some_and(possessive)
    };
    label == role || body.iter().any(with_body)
}

/// A cell beside or below the name of an office.
pub(super) fn cell(scene: &Scene<'_>, cue: &Head, other: Option<&Head>, drafts: &mut Vec<Draft>) {
    // The first cell of a row under "Director": the row says of which years (see `roster`).
    if scene.context.cell && scene.context.row.is_none() {
        return;
    }
    let is_body = |it: &&(SubjectId, Span)| scene.index.is_body(it.0);
    let own: Vec<(SubjectId, Span)> = cue.subjects.iter().filter(is_body).copied().collect();
    let corner = super::attribute::cornered(scene, other).unwrap_or_default();
    let bodies = match other {
        _ if !own.is_empty() => &own,
        _ if corner.iter().any(|it| is_body(&it)) => &corner,
        Some(head) if !head.subjects.is_empty() => &head.subjects,
        Some(head) if !head.words.is_empty() => return,
        _ if scene.context.section.iter().any(|it| is_body(&it)) => &scene.context.section,
        _ if !scene.context.host.is_empty() => &scene.context.host,
        _ => &scene.context.section,
    };
    let label: Vec<&str> = cue.words.iter().map(String::as_str).collect();
    labelled(scene, &label, bodies, scene.sentence.range.start, drafts);
}
