//! Texts and sets of names, held against what a fact accepts.

use crate::rules::expected::{Members, Text};
use crate::text::fold::folded_words;
use crate::text::same_text;

/// Whether a stated text is the value or one of its accepted forms, says more of the same, or is the surname of
/// the person that the value names.
pub(super) fn accepts(text: &Text, stated: &str) -> bool {
    let words = folded_words(stated);
    let surname = crate::lexicon::is_full_name(&text.value)
        && words.len() == 1
        && folded_words(&text.value).last() == words.first()
        && !names_other(text, stated);
    surname
        || std::iter::once(&text.value).chain(&text.also).any(|form| {
            let form = folded_words(form);
            form == words
                || form.concat() == words.concat()
                || extends(&form, &words) && !names_other(text, stated)
        })
}

/// "Washington DC" beside "Washington".
fn extends(form: &[String], stated: &[String]) -> bool {
    !form.is_empty()
        && stated.len() == form.len() + 1
        && stated.starts_with(form)
        && stated.last().is_some_and(|word| word.len() <= 3)
}

fn names_other(text: &Text, stated: &str) -> bool {
    text.among.iter().any(|other| same_text(other, stated))
}

/// Whether a listing fits the members: equal when complete, a subset when not.
pub(super) fn fits(members: &Members, names: &[String], complete: bool) -> bool {
    let place = |name: &String| {
        members.members.iter().position(|forms| forms.iter().any(|form| same_text(form, name)))
    };
    let places: Option<Vec<usize>> = names.iter().map(place).collect();
    let Some(mut places) = places else { return false };
    places.sort_unstable();
    places.dedup();
    !complete || places.len() == members.members.len()
}
