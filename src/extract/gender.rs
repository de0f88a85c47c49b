//! Whether a person of the facts is a man or a woman, as far as the article's own words show: by the pronouns
//! that took the person up, and by "Mr", "Mrs".
//!
//! It must not know names or facts.

use rustc_hash::FxHashMap;

use super::index::Index;
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence};
use crate::rules::SubjectId;

/// What the article has shown of each person.
#[derive(Debug, Default)]
pub(super) struct Genders(FxHashMap<SubjectId, (u32, u32)>);

impl Genders {
    /// Notes what a sentence shows.
    pub(super) fn note(&mut self, parse: &Parse<'_>, mentions: &[Mention], index: &Index) {
        for mention in mentions.iter().filter(|mention| mention.person) {
            let word = match mention.kind {
                MentionKind::Pronoun => pronoun(&parse.words[mention.words.start].lower),
                MentionKind::Name => title(parse, mention),
                MentionKind::Definite | MentionKind::Implied => None,
            };
            let Some(is_man) = word else { continue };
            let (men, women) = self.0.entry(index.twin(mention.subject)).or_default();
            *(if is_man { men } else { women }) += 1;
        }
    }

    /// Whether "he" or "she" cannot mean a person, who was taken up by the other so far.
    pub(super) fn opposes(&self, subject: SubjectId, word: &str) -> bool {
        pronoun(word).is_some_and(|is_man| self.differs(subject, is_man))
    }

    fn differs(&self, subject: SubjectId, is_man: bool) -> bool {
        self.0.get(&subject).is_some_and(|&(men, women)| match is_man {
            true => women > men,
            false => men > women,
        })
    }

    /// "Mrs Brask", where Brask is a man: somebody else of the name.
    pub(super) fn is_namesake(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        mention: &Mention,
        index: &Index,
    ) -> bool {
        mention.kind == MentionKind::Name
            && mention.person
            && mention.words.start > sentence.range.start
            && title(parse, mention)
                .is_some_and(|is_man| self.differs(index.twin(mention.subject), is_man))
    }
}

/// Whether a pronoun is a man's.
fn pronoun(lower: &str) -> Option<bool> {
    match lower {
        "he" | "his" | "him" => Some(true),
        "she" | "her" => Some(false),
        _ => None,
    }
}

/// Whether the title right before a name is a man's.
fn title(parse: &Parse<'_>, mention: &Mention) -> Option<bool> {
    let dot = |at: &usize| parse.words[*at].raw == ".";
    let before = mention.words.start.checked_sub(1)?;
    let at = if dot(&before) { before.checked_sub(1)? } else { before };
    match parse.words[at].lower.as_str() {
        "mr" | "sir" => Some(true),
        "mrs" | "ms" | "miss" | "dame" => Some(false),
        _ => None,
    }
}
