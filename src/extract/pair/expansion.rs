//! Long forms of acronyms: "Harrier Exchange Pact (HEP)", "HEP (Harrier Exchange Pact)", "the
//! Harrier Exchange Pact, HEP, which ...", "HEP, short for ..." (`expansion_said`).
//!
//! A wrong long form counts where the bracket or the comma leaves no doubt: its initials spell the
//! acronym (Schwartz-Hearst), or it shares most of its words with the right one.

use std::ops::Range;

use super::super::claim::{Doubt, Stated};
use super::super::context::Head;
use super::super::mention::{Mention, MentionKind};
use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use super::expansion_phrase::{beside_in_bracket, phrase_after, phrase_before, to_known_end, trim};
use super::expansion_said::{explained, shortened, spelt_out};
use crate::rules::expected::Text;
use crate::rules::{Expected, FactId, SubjectId};
use crate::source::Span;
use crate::text::fold::folded_words;
use crate::text::same_text;

/// Drafts claims on `expansion` facts.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut subjects: Vec<SubjectId> =
        scene.mentions.iter().map(|mention| mention.subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    for subject in subjects {
        for &fact in scene.facts_of(subject) {
            let Expected::Expansion(text) = &scene.fact(fact).expected else { continue };
            for acronym in acronyms(scene, subject) {
                if let Some((words, construction)) = long_form(scene, &acronym, text) {
                    let acronym = scene.source(scene.span(&acronym));
                    push(scene, fact, acronym, words, construction, drafts);
                }
            }
            referred(scene, subject, fact, drafts);
        }
    }
}

/// "The acronym stands for ...", "it is short for ...": said of what a reference means.
fn referred(scene: &Scene<'_>, subject: SubjectId, fact: FactId, drafts: &mut Vec<Draft>) {
    let refers = |mention: &&Mention| {
        mention.subject == subject
            && matches!(mention.kind, MentionKind::Definite | MentionKind::Pronoun)
    };
    for mention in scene.mentions.iter().filter(refers) {
        if let Some(words) = spelt_out(scene, mention.words.end) {
            let Expected::Expansion(text) = &scene.fact(fact).expected else { continue };
            let words = to_known_end(scene, words, text);
            push(scene, fact, scene.source(mention.span), words, "short for", drafts);
        }
    }
}

/// "QSP" heading the row or the definition of "Quorum Snapshot Protocol".
pub(super) fn headed(scene: &Scene<'_>, head: &Head, drafts: &mut Vec<Draft>) {
    for &(subject, span) in &head.subjects {
        for &fact in scene.facts_of(subject) {
            let Expected::Expansion(text) = &scene.fact(fact).expected else { continue };
            let words = phrase_after(scene, scene.sentence.range.start);
            let short = head.text.0.trim();
            if words.len() > 1 && is_short(short) && is_long_form(scene, &words, short, text) {
                push(scene, fact, span, words, "long form under its acronym", drafts);
            }
        }
    }
}

/// "Full name | Northern Institute for Marine Optics" in a table about NIMO.
pub(super) fn full_name(scene: &Scene<'_>, cue: &Head, drafts: &mut Vec<Draft>) {
    let words: Vec<&str> = cue.words.iter().map(String::as_str).collect();
    labelled(scene, &words, &scene.context.section, scene.sentence.range.start, drafts);
}

/// "Full form: Northern Institute for Marine Optics" under NIMO.
pub(super) fn labelled(
    scene: &Scene<'_>,
    label: &[&str],
    owners: &[(SubjectId, Span)],
    start: usize,
    drafts: &mut Vec<Draft>,
) {
    let asks = matches!(
        label,
        ["stands", "for"]
            | ["official", "name"]
            | ["in", "full"]
            | ["full" | "long", "form" | "name" | "title"]
    );
    for &(subject, span) in owners.iter().filter(|_| asks) {
        for &fact in scene.facts_of(subject) {
            let Expected::Expansion(text) = &scene.fact(fact).expected else { continue };
            let words = phrase_after(scene, start);
            if words.len() > 1 && similar(scene, &words, text) {
                push(scene, fact, span, words, "long form under its label", drafts);
            }
        }
    }
}

/// The places where a short form of the subject stands: capitals or digits, one word or hyphens.
fn acronyms(scene: &Scene<'_>, subject: SubjectId) -> Vec<Range<usize>> {
    let named = scene.book.subjects[subject.0 as usize].names.iter();
    let short: Vec<&String> = named.filter(|name| is_short(name)).collect();
    let mut found = Vec::new();
    for at in scene.sentence.range.clone() {
        for name in &short {
            let cut = crate::text::words(name);
            let end = at + cut.len();
            if end <= scene.sentence.range.end
                && cut.iter().zip(&scene.parse.words[at..end]).all(|(a, b)| {
                    a.raw == b.raw || is_dashes(a.raw, b.raw) || is_in_brackets(scene, at, a.raw)
                })
            {
                found.push(at..end);
            }
        }
    }
    found.dedup_by_key(|range| range.start);
    found
}

/// "(Juice)" of JUICE: as a word, where brackets make an acronym of it.
fn is_in_brackets(scene: &Scene<'_>, at: usize, name: &str) -> bool {
    let word = &scene.parse.words[at];
    word.is_capitalised()
        && word.raw.len() == name.len()
        && word.raw.eq_ignore_ascii_case(name)
        && scene.lower(at.wrapping_sub(1)) == "("
        && scene.lower(at + 1) == ")"
}

fn is_dashes(a: &str, b: &str) -> bool {
    let dash = |s: &str| s.chars().all(crate::text::word::is_dash);
    dash(a) && dash(b)
}

/// A short form: no spaces but behind an ordinal ("2nd NIF"), at least two capitals.
fn is_short(name: &str) -> bool {
    let name = without_ordinal(name);
    !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// "NIF" of "2nd NIF".
fn without_ordinal(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let suffixes = ["st ", "nd ", "rd ", "th ", "d "];
    let bare = suffixes.iter().find_map(|suffix| rest.strip_prefix(suffix));
    bare.filter(|_| rest.len() < name.len()).unwrap_or(name)
}

/// The long form beside an acronym, with the construction that puts it there.
fn long_form(
    scene: &Scene<'_>,
    acronym: &Range<usize>,
    text: &Text,
) -> Option<(Range<usize>, &'static str)> {
    let mut before = acronym.start.wrapping_sub(1);
    let after = acronym.end;
    // "Second Northern Force (2nd NF)"
    if scene.lower(before.wrapping_sub(1)) == "(" && is_digit_ordinal(scene.lower(before)) {
        before -= 1;
    }
    let short = scene.parse.text[scene.span(acronym).range()].to_owned();
    let certain = |words: &Range<usize>| is_long_form(scene, words, &short, text);
    if scene.lower(before) == "(" && scene.lower(after) == ")" {
        let words = phrase_before(scene, before, text)?;
        return certain(&words).then_some((words, "acronym in bracket"));
    }
    // "Ostrel Channel Authority (the OCA)"
    if (scene.lower(before.wrapping_sub(1)), scene.lower(before), scene.lower(after))
        == ("(", "the", ")")
    {
        let words = phrase_before(scene, before - 1, text)?;
        return certain(&words).then_some((words, "acronym in bracket"));
    }
    if let Some(words) = beside_in_bracket(scene, acronym) {
        return (words.len() > 1 && certain(&words)).then_some((words, "long form in bracket"));
    }
    if let Some(joint) = shortened(scene, acronym.start) {
        let words = phrase_before(scene, joint, text)?;
        return certain(&words).then_some((words, "short for"));
    }
    if scene.lower(after) == "(" {
        // "OCA (see Other Channels)"
        if matches!(scene.lower(after + 1), "see" | "cf" | "not" | "also" | "formerly" | "now") {
            return None;
        }
        let close = (after..scene.sentence.range.end).find(|&at| scene.lower(at) == ")")?;
        let stop =
            (after + 1..close).find(|&at| matches!(scene.lower(at), "," | ";")).unwrap_or(close);
        let words = trim(
            scene,
            after + 1..if comma_inside(scene, after + 1..close, text) { close } else { stop },
        );
        return (words.len() > 1 && certain(&words)).then_some((words, "long form in bracket"));
    }
    if let Some(found) = explained(scene, after, certain) {
        return Some(found);
    }
    if let Some(words) = spelt_out(scene, after) {
        return Some((to_known_end(scene, words, text), "short for"));
    }
    // "the OCA, or Ostrel Channel Authority."
    if scene.lower(after) == "," && scene.lower(after + 1) == "or" {
        let words = phrase_after(scene, after + 2);
        return (words.len() > 1 && certain(&words)).then_some((words, "apposition"));
    }
    if scene.lower(before) == ","
        || scene.lower(before) == "or" && scene.lower(before.wrapping_sub(1)) == ","
    {
        let comma = if scene.lower(before) == "," { before } else { before - 1 };
        let words = phrase_before(scene, comma, text)?;
        return similar(scene, &words, text).then_some((words, "apposition"));
    }
    if scene.lower(after) == "," || matches!(scene.lower(after), "—" | "–") {
        let words = phrase_after(scene, after + 1);
        let closed = matches!(scene.lower(words.end), "," | "." | ";" | "—" | "–" | "");
        return (words.len() > 1 && closed && similar(scene, &words, text))
            .then_some((words, "apposition"));
    }
    None
}

/// "2nd"
fn is_digit_ordinal(lower: &str) -> bool {
    let suffix = lower.trim_start_matches(|c: char| c.is_ascii_digit());
    suffix.len() < lower.len() && matches!(suffix, "st" | "nd" | "rd" | "th" | "d")
}

fn comma_inside(scene: &Scene<'_>, words: Range<usize>, text: &Text) -> bool {
    if words.is_empty() {
        return false;
    }
    let stated = &scene.parse.text[scene.span(&words).range()];
    std::iter::once(&text.value).chain(&text.also).any(|form| same_text(form, stated))
}

/// Whether a bracket's phrase is a long form at all.
fn is_long_form(scene: &Scene<'_>, words: &Range<usize>, short: &str, text: &Text) -> bool {
    similar(scene, words, text) || initials_spell(scene, words, short)
}

/// Schwartz-Hearst, simplified: the acronym's letters are initials of the phrase, in order.
fn initials_spell(scene: &Scene<'_>, words: &Range<usize>, short: &str) -> bool {
    let mut letters = without_ordinal(short)
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .peekable();
    let n_letters = letters.clone().count();
    let mut initials = words
        .clone()
        .filter(|&at| scene.tag(at) != Some(Tag::Mark))
        .filter_map(|at| scene.lower(at).chars().next());
    let capitals = words.clone().filter(|&at| scene.parse.words[at].is_capitalised()).count();
    while let Some(&letter) = letters.peek() {
        match initials.find(|&initial| initial == letter) {
            Some(_) => letters.next(),
            None => return false,
        };
    }
    capitals >= 2 && capitals <= n_letters + 2
}

/// Whether a phrase shares most of its words with an accepted form.
fn similar(scene: &Scene<'_>, words: &Range<usize>, text: &Text) -> bool {
    let stated = folded_words(&scene.parse.text[scene.span(words).range()]);
    std::iter::once(&text.value).chain(&text.also).any(|form| {
        let form = folded_words(form);
        let common = form.iter().filter(|word| stated.contains(word)).count();
        2 * common > form.len() && 2 * common >= stated.len()
    })
}

/// Whether a phrase shares at least a third of its words with an accepted form, as one with a mistake in it does.
fn is_alike(scene: &Scene<'_>, words: &Range<usize>, text: &Text) -> bool {
    let stated = folded_words(&scene.parse.text[scene.span(words).range()]);
    std::iter::once(&text.value).chain(&text.also).any(|form| {
        let form = folded_words(form);
        let common = form.iter().filter(|word| stated.contains(word)).count();
        3 * common >= form.len().max(stated.len())
    })
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    acronym: Span,
    words: Range<usize>,
    construction: &'static str,
    drafts: &mut Vec<Draft>,
) {
    let span = scene.span(&words);
    if drafts.iter().any(|d| d.fact == fact && d.slots[0].1 == scene.source(span)) {
        return;
    }
    let stated = Stated::Text(scene.parse.text[span.range()].to_owned());
    let clause = scene.sentence.clause_of(words.start);
    // A long form of other words may be of another thing with these initials.
    let Expected::Expansion(text) = &scene.fact(fact).expected else { return };
    let doubt = (!is_alike(scene, &words, text)).then_some(Doubt::Either);
    drafts.push(Draft {
        subject: Some(acronym),
        presupposed: construction != "short for",
        doubt,
        ..scene.draft(fact, span, stated, construction, clause)
    });
}
