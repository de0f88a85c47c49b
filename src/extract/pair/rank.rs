//! What an ordinal counts, and of what it is said: "X, the world's second largest maker", "X became the town's
//! fourth mayor", "her third novel, X,".
//!
//! It must not know which place is right.

use std::ops::Range;

use super::super::claim::Doubt;
use super::super::mention::MentionKind;
use super::super::parse::{Tag, VerbShape};
use super::super::scene::{Located, Scene};
use super::rank_noun::{doubt, is_quoted, noun, phrase_start};
use crate::lexicon;
use crate::rules::FactId;
use crate::value::Value;

/// An ordinal's noun phrase, as far as a fact asks for its noun.
pub(super) struct Rank {
    /// From its owner or its determiner to its noun: "*the town's fourth mayor* from abroad".
    words: Range<usize>,
    /// What says that another thing may be counted.
    doubt: Option<Doubt>,
}

/// The phrase of an ordinal that counts what a cue of the fact names, or one of a series.
pub(super) fn rank(scene: &Scene<'_>, fact: FactId, value: &Located) -> Option<Rank> {
    let noun = noun(scene, fact, value.words.end)?;
    let start = phrase_start(scene, value.words.start);
    let doubt = doubt(scene, value, &noun);
    Some(Rank { words: start..noun.end, doubt })
}

impl Rank {
    /// How sure it is that the rank is a mention's; none where nothing ties them.
    pub(super) fn of(&self, scene: &Scene<'_>, mention: usize) -> Option<Option<Doubt>> {
        let tied = self.is_apposed(scene, mention)
            || self.is_complement(scene, mention)
            || self.is_second_complement(scene, mention)
            || self.is_before_name(scene, mention)
            || self.is_subject(scene, mention);
        tied.then_some(self.doubt)
    }

    /// "X, the world's second biggest maker", "X (1811–1870), the town's fourth mayor".
    fn is_apposed(&self, scene: &Scene<'_>, mention: usize) -> bool {
        let adverb = usize::from(matches!(
            scene.lower(self.words.start.wrapping_sub(1)),
            "now" | "then" | "also" | "currently" | "still"
        ));
        let start = self.words.start - adverb;
        // "“X,” the town's fourth theatre"
        let quoted = is_quoted(scene, start.wrapping_sub(1));
        let start = start - usize::from(quoted);
        let opened = matches!(scene.lower(start.wrapping_sub(1)), "," | "(" | "—" | "–");
        opened && self.is_determined(scene) && scene.antecedents(start).contains(&mention)
    }

    fn is_determined(&self, scene: &Scene<'_>) -> bool {
        !matches!(
            scene.value_at(self.words.start).map(|it| &it.reading.value),
            Some(Value::Ordinal(_))
        )
    }

    /// "X was the fourth mayor", "X served as the fourth mayor", "X was released as their second single".
    fn is_complement(&self, scene: &Scene<'_>, mention: usize) -> bool {
        if !self.is_determined(scene) {
            return false;
        }
        let mut at = self.words.start;
        while scene.tag(at.wrapping_sub(1)) == Some(Tag::Adverb) {
            at -= 1;
        }
        let says_as = scene.lower(at.wrapping_sub(1)) == "as";
        at -= usize::from(says_as);
        let Some(verb) = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= at) else {
            return false;
        };
        let head = scene.lower(verb.head);
        let mut between = verb.range.end..at;
        let clause = scene.sentence.clause_of(verb.head);
        let mine = || scene.subjects_of(clause).contains(&mention);
        if says_as {
            let plain = between.all(|at| scene.tag(at) != Some(Tag::Mark));
            let words = &scene.mentions[mention].words;
            let object = scene.settings[mention].end == at
                && words.start >= verb.range.end
                && scene.can_be_argument(mention);
            return plain
                && lexicon::is_form_of_any(head, CALLED)
                && if verb.passive { mine() } else { object }
                || plain && lexicon::is_form_of_any(head, SERVES) && !verb.passive && mine();
        }
        let is = lexicon::is_be_form(head)
            || lexicon::is_form_of_any(head, &["become", "remain"])
            || verb.passive && lexicon::is_form_of_any(head, CALLED);
        is && between.is_empty() && !self.is_named(scene) && mine()
    }

    /// "X is a town on the Keld, and *the county's third port*", "X was a queen, *the eighth ruler* of Norland": of what
    /// a copula says already, the second thing.
    fn is_second_complement(&self, scene: &Scene<'_>, mention: usize) -> bool {
        let Some(before) = self.words.start.checked_sub(1) else { return false };
        let noun = before.wrapping_sub(1);
        let opened = match scene.lower(before) {
            "and" => true,
            // "a town in Norland, the second largest country"
            "," => scene.tag(noun) == Some(Tag::Noun),
            _ => false,
        };
        if !(opened && self.is_determined(scene)) {
            return false;
        }
        let mut verbs = scene.sentence.verbs.iter().rev().filter(|verb| verb.range.end <= before);
        let finite = verbs.find(|verb| verb.shape == VerbShape::Finite);
        finite.is_some_and(|verb| {
            let clause = scene.sentence.clause_of(verb.head);
            lexicon::is_be_form(scene.lower(verb.head))
                && scene.tag(verb.range.end) == Some(Tag::Determiner)
                && scene.subjects_of(clause).contains(&mention)
        })
    }

    /// "It was shorter than the fifth X": of the X, not of what is likened to it.
    fn is_named(&self, scene: &Scene<'_>) -> bool {
        let ordinal = scene.values.iter().find(|value| {
            self.words.contains(&value.words.start)
                && matches!(value.reading.value, Value::Ordinal(_))
        });
        ordinal.is_some_and(|value| {
            let counted = value.words.end..value.words.end + 2;
            scene.mentions.iter().any(|other| {
                other.kind == MentionKind::Name && counted.contains(&other.words.start)
            })
        })
    }

    /// "her second album *X*", "his third novel, *X*, appeared".
    fn is_before_name(&self, scene: &Scene<'_>, mention: usize) -> bool {
        let it = &scene.mentions[mention];
        let comma = scene.lower(self.words.end) == ",";
        let mut at = self.words.end + usize::from(comma);
        while is_quoted(scene, at) {
            at += 1;
        }
        if it.words.start != at || it.kind != MentionKind::Name || !scene.can_be_argument(mention) {
            return false;
        }
        if !comma {
            return true;
        }
        let mut end = scene.settings[mention].end;
        while is_quoted(scene, end) {
            end += 1;
        }
        let closed = matches!(scene.lower(end), "," | "." | ")" | ";" | ":" | "—" | "–" | "(" | "");
        // "After their second defeat, X, who had a new coach, won"
        let fronted = self.words.start <= scene.sentence.range.start + 1
            && scene.tag(scene.sentence.range.start) == Some(Tag::Preposition)
            && !is_quoted(scene, it.words.start.wrapping_sub(1));
        closed && !fronted
    }

    /// "Their second single was *X*".
    fn is_subject(&self, scene: &Scene<'_>, mention: usize) -> bool {
        let at = self.words.end;
        let Some(verb) = scene.sentence.verbs.iter().find(|verb| verb.range.start == at) else {
            return false;
        };
        let start = self.words.start;
        let leads = start == scene.sentence.range.start
            || matches!(scene.tag(start - 1), Some(Tag::Conjunction | Tag::Mark));
        let mut name = verb.range.end;
        while is_quoted(scene, name) || scene.lower(name) == "the" {
            name += 1;
        }
        leads
            && self.is_determined(scene)
            && lexicon::is_be_form(scene.lower(verb.head))
            && scene.mentions[mention].words.start == name
            && scene.can_be_argument(mention)
    }
}

/// Verbs that say what something is taken for: "recognised X as", "X was named".
const CALLED: &[&str] = &[
    "recognise",
    "recognize",
    "rank",
    "rate",
    "list",
    "name",
    "identify",
    "describe",
    "vote",
    "elect",
    "choose",
    "appoint",
    "crown",
    "declare",
    "release",
    "issue",
    "publish",
    "broadcast",
    "know",
    "regard",
    "count",
    "install",
    "inaugurate",
    "swear",
];

/// Verbs with "as" whose subject is what follows.
const SERVES: &[&str] = &["serve", "act", "rank", "air", "finish", "appear", "count", "double"];
