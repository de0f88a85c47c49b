//! Words that a fact rules out: `unless: [rebuilt]`.

use super::scene::{Draft, Scene};
use crate::document::Document;

/// `unless:` one of its words stands in the claim's clause, or in the heading that alone names its subject.
pub(super) fn is_excluded(document: &Document, scene: &Scene<'_>, draft: &Draft) -> bool {
    let unless = &scene.fact(draft.fact).unless;
    if unless.is_empty() {
        return false;
    }
    let value = scene.sentence.clause_of(scene.value_word(draft));
    // "Low's film *X*, released on 1 October"
    let subject = scene.subject_of(draft).map_or(0, |mention| mention.words.start);
    let beside = subject.saturating_sub(2)..subject;
    let clause: Vec<String> = scene
        .sentence
        .range
        .clone()
        .filter(|&at| {
            let own = scene.sentence.clause_of(at);
            own == draft.clause || own == value || beside.contains(&at)
        })
        .map(|at| crate::text::fold(scene.parse.words[at].raw))
        .collect();
    let head = match scene.subject_of(draft) {
        None => scene.context.section_head.and_then(|head| document.blocks.get(head)),
        Some(_) => None,
    };
    let head: Vec<String> = crate::text::words(head.map_or("", |head| &head.text))
        .iter()
        .map(|word| crate::text::fold(word.raw))
        .collect();
    unless.iter().any(|phrase| {
        let words: Vec<String> =
            crate::text::words(phrase).iter().map(|word| crate::text::fold(word.raw)).collect();
        let holds = |text: &[String]| text.windows(words.len()).any(|window| window == words);
        !words.is_empty() && (holds(&clause) || holds(&head))
    })
}
