//! Whether a name is another's than the one person that a text fact names: "Edward Farrar" beside Edmund Farrar, but
//! not "E. Farrar".
//!
//! It must not know which articles agree.

use std::ops::Range;

use super::super::parse::Tag;
use super::super::scene::Scene;
use super::holder_when::times;
use super::office::OfficeMention;
use super::text::forms;
use crate::lexicon;
use crate::rules::FactId;
use crate::rules::expected::Text;
use crate::text::fold::folded_words;

/// Whether a name is somebody's who cannot be the one person that a text fact names, in a sentence that says no
/// more of it: "The architect of X was Y", but not "its first architect, Y".
pub(super) fn is_another(
    scene: &Scene<'_>,
    office: &OfficeMention,
    text: &Text,
    name: &Range<usize>,
) -> bool {
    let own = Text { among: Vec::new(), ..text.clone() };
    let earlier = office.former || office.then || office.acting.is_some();
    let lasting = is_of_maker(scene, office.fact) || times(scene, office.role.start).is_empty();
    !earlier
        && lasting
        && !is_narrowed(scene, office)
        && is_stranger_to(scene, text, name)
        && forms(scene, &own).is_empty()
}

/// Whether a fact gives who made its subject: whoever did it is its maker at any time.
pub(in crate::extract) fn is_of_maker(scene: &Scene<'_>, fact: FactId) -> bool {
    let predicate = &scene.fact(fact).predicate;
    !predicate.builtin.is_empty()
        || predicate.cues.iter().any(|cue| {
            let companions = lexicon::companions(cue);
            lexicon::asks_for_maker(cue)
                || companions.iter().any(|cue| lexicon::asks_for_maker(cue))
        })
}

/// "the restoration architect of X": another one.
fn is_narrowed(scene: &Scene<'_>, office: &OfficeMention) -> bool {
    let before = office.role.start.wrapping_sub(1);
    let owner = scene.mentions.iter().any(|mention| mention.words.contains(&before));
    scene.tag(before) == Some(Tag::Noun)
        && !owner
        && before >= scene.sentence.range.start
        && !lexicon::is_plain_modifier(scene.lower(before))
        && !lexicon::is_person_noun(scene.lower(before))
        && scene.lower(before) != "and"
}

/// Whether a full name can be nobody's that a text fact accepts: neither holds the other, and no initial or short
/// form of a given name stands beside the same surname.
pub(super) fn is_stranger_to(scene: &Scene<'_>, text: &Text, name: &Range<usize>) -> bool {
    let stated = &scene.parse.text[scene.span(name).range()];
    let own = folded_words(stated);
    let may_be = |form: &String| {
        let form = folded_words(form);
        let holds = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
        let short = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
        let given = own.first().zip(form.first()).is_some_and(|(a, b)| short(a, b));
        form.len() > 1 && (holds(&own, &form) || holds(&form, &own))
            || form.len() == 1 && own == form
            || own.last() == form.last() && form.len() > 1 && given
    };
    // "designed by Ada Moss and opened in 1931", but "by Ada Moss and Bo Lund"
    let goes_on = scene.lower(name.end) == "and" && scene.tag(name.end + 1) == Some(Tag::Verb);
    let joined = matches!(scene.lower(name.end), "and" | "&" | "-" | "’s" | "'s") && !goes_on
        || matches!(scene.lower(name.start.wrapping_sub(1)), "and" | "&" | "the" | "or");
    lexicon::is_full_name(stated)
        && lexicon::is_full_name(&text.value)
        && !joined
        && !std::iter::once(&text.value).chain(&text.also).any(may_be)
}
