//! Words that a fact rules out: `unless: [rebuilt]`.

use super::scene::{Draft, Scene};

/// `unless:` one of its words stands in the claim's clause.
pub(super) fn is_excluded(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let unless = &scene.fact(draft.fact).unless;
    if unless.is_empty() {
        return false;
    }
    let value = scene.sentence.clause_of(value);
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
    unless.iter().any(|phrase| {
        let words: Vec<String> =
            crate::text::words(phrase).iter().map(|word| crate::text::fold(word.raw)).collect();
        !words.is_empty() && clause.windows(words.len()).any(|window| window == words)
    })
}
