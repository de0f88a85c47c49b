//! Verb groups: auxiliaries, adverbs and the main verb, with voice and shape.

use std::ops::Range;

use super::Tag;
use super::inversion;
use crate::lexicon::{self, Form, Forms};
use crate::text::Word;

/// What a verb group is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbShape {
    /// Carries tense: can head a clause.
    Finite,
    /// A bare participle: "the pact *signed* in 2016"; past forms may turn out to be one.
    Participle,
    /// "to sign".
    Infinitive,
    /// "signing".
    Gerund,
}

/// A verb group of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Verb {
    /// All its words, auxiliaries and adverbs included.
    pub(crate) range: Range<usize>,
    /// The main word; an auxiliary when it stands alone ("is", "has").
    pub(crate) head: usize,
    /// Its shape.
    pub(crate) shape: VerbShape,
    /// Be + participle, or a bare participle.
    pub(crate) passive: bool,
    /// The past form could as well be a participle ("signed").
    pub(crate) ambiguous: bool,
}

/// The verb groups of a sentence in order.
pub(super) fn groups(words: &[Word<'_>], tags: &[Tag], range: Range<usize>) -> Vec<Verb> {
    let mut verbs = Vec::new();
    let mut at = range.start;
    let inverted = inversion::find(words, tags, &range);
    while at < range.end {
        match tags[at] {
            // "was X opened": the group stands behind its subject.
            Tag::Auxiliary if inverted.is_some_and(|(auxiliary, _)| auxiliary == at) => at += 1,
            Tag::Auxiliary | Tag::Verb => {
                let mut verb = group(words, tags, at, range.end);
                at = verb.range.end;
                if let Some((auxiliary, _)) = inverted.filter(|&(_, inner)| inner == verb.head) {
                    verb.shape = VerbShape::Finite;
                    verb.passive = lexicon::is_be_form(&words[auxiliary].lower);
                    verb.ambiguous = false;
                }
                verbs.push(verb);
            }
            _ => at += 1,
        }
    }
    verbs
}

fn group(words: &[Word<'_>], tags: &[Tag], start: usize, limit: usize) -> Verb {
    let mut end = start;
    let mut head = start;
    let mut be = false;
    let mut n_auxiliaries = 0;
    while end < limit {
        match tags[end] {
            Tag::Auxiliary => {
                be = lexicon::is_be_form(&words[end].lower);
                n_auxiliaries += 1;
                head = end;
            }
            Tag::Adverb if end > start => {}
            // "remains licensed", "became affiliated", "got opened": a linking verb makes a passive as "be" does.
            Tag::Verb if links(words, tags, end, limit) => {
                be = true;
                n_auxiliaries += 1;
                head = end;
            }
            Tag::Verb => {
                head = end;
                end += 1;
                break;
            }
            _ => break,
        }
        end += 1;
    }
    while end > head + 1 && tags[end - 1] == Tag::Adverb {
        end -= 1;
    }
    let forms = lexicon::verb_forms(&words[head].lower);
    let shape = shape(words, tags, start, head, n_auxiliaries, forms);
    let bare = n_auxiliaries == 0;
    let participle = forms.contains(Form::Participle);
    let passive = tags[head] == Tag::Verb
        && participle
        && (be && n_auxiliaries > 0 || bare && shape == VerbShape::Participle);
    Verb {
        range: start..end.max(head + 1),
        head,
        shape,
        passive,
        ambiguous: bare
            && participle
            && forms.contains(Form::Past)
            && !lexicon::is_intransitive(&words[head].lower),
    }
}

fn links(words: &[Word<'_>], tags: &[Tag], at: usize, limit: usize) -> bool {
    let links = matches!(
        words[at].lower.as_str(),
        "remains"
            | "remain"
            | "remained"
            | "stays"
            | "stayed"
            | "got"
            | "gets"
            | "became"
            | "become"
            | "becomes"
    );
    let next = at + 1;
    links
        && next < limit
        && tags[next] == Tag::Verb
        && lexicon::verb_forms(&words[next].lower).contains(Form::Participle)
}

fn shape(
    words: &[Word<'_>],
    tags: &[Tag],
    start: usize,
    head: usize,
    n_auxiliaries: usize,
    forms: Forms,
) -> VerbShape {
    let after_to =
        start > 0 && words[start - 1].lower == "to" && tags[start - 1] == Tag::Preposition;
    if after_to {
        return VerbShape::Infinitive;
    }
    if n_auxiliaries > 0 {
        let participial = matches!(words[start].lower.as_str(), "being" | "having" | "been");
        return if participial { VerbShape::Gerund } else { VerbShape::Finite };
    }
    if forms.contains(Form::Past) || forms.contains(Form::Third) {
        return VerbShape::Finite;
    }
    if forms.contains(Form::Participle) && !forms.contains(Form::Base) {
        return VerbShape::Participle;
    }
    if words[head].lower.ends_with("ing") && !forms.contains(Form::Base) {
        return VerbShape::Gerund;
    }
    VerbShape::Finite
}
