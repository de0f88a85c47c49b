//! Blocks of a timeline in running text: the date that leads them.

use super::claim::Stated;
use super::parse::{Parse, Sentence};
use super::scene::{Draft, Located, Scene};
use crate::document::{Block, BlockKind};
use crate::rules::FactId;
use crate::source::Span;
use crate::text::WordKind;
use crate::value::date::Precision;
use crate::value::{self, Reading, Value};

/// "2001. She becomes leader.": the date that is a block's first sentence, with its place.
pub(super) fn led_by(parse: &mut Parse<'_>, block: &Block) -> Option<(Reading, Span)> {
    const LONGEST: usize = 5;
    let first = parse.sentences.first()?.clone();
    if parse.sentences.len() < 2 || first.len() > LONGEST {
        return None;
    }
    parse.open(0);
    let [value] = parse.values_at(first.start) else { return None };
    let whole =
        first.clone().all(|at| value.words.contains(&at) || parse.words[at].kind == WordKind::Mark);
    let dated = matches!(&value.reading.value, Value::Date(date) if !date.is_relative());
    let span = block.source_span(value.reading.span);
    (whole && dated).then(|| (value.reading.clone(), span))
}

/// "3 May 1988 The line opens.": a block's first words are its date.
pub(super) fn opens_block(value: &Located) -> bool {
    value.words.start == 0
        && matches!(&value.reading.value, Value::Date(date) if !date.is_relative())
}

/// Whether a date opens the paragraph or item that a later sentence stands in.
pub(super) fn is_led(parse: &Parse<'_>, sentence: &Sentence, block: &Block) -> bool {
    sentence.range.start > 0
        && matches!(block.kind, BlockKind::Item | BlockKind::Paragraph)
        && parse.values_at(0).first().is_some_and(opens_block)
}

/// The date that frames a draft: the year in its subject's name, the date that leads its line, the one
/// it stands under.
pub(super) fn frame(scene: &Scene<'_>, draft: &Draft) -> Option<Reading> {
    let led = || {
        let lead = lead(scene).or_else(|| led_before(scene));
        // "2022 – The fourth X is held from 13 to 14 September": the year is stated, and frames the days.
        let framed = |slot: &(_, _, Stated)| {
            matches!(&slot.2, Stated::Reading(it)
                if matches!(&it.value, Value::Date(date) if date.is_yearless()))
        };
        let frames =
            |lead: &&Located| !states(scene, draft, lead) || draft.slots.iter().any(framed);
        Some(lead.filter(frames)?.reading.clone())
    };
    named_year(scene, draft)
        .or_else(led)
        .or_else(|| scene.context.date.as_ref().map(|(reading, _)| reading.clone()))
}

/// "the 2021 election was held on 3 October": the year that the subject's name gives.
fn named_year(scene: &Scene<'_>, draft: &Draft) -> Option<Reading> {
    let mention = scene.subject_of(draft)?;
    let name = &scene.parse.text[mention.span.range()];
    let has_year = name.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    let is_date = |reading: &Reading| matches!(reading.value, Value::Date(_));
    has_year.then(|| value::read(name).into_iter().find(is_date)).flatten()
}

/// "1931: The park is opened on 29 August": the date that leads a line, before a colon or a dash.
pub(super) fn lead<'s>(scene: &'s Scene<'_>) -> Option<&'s Located> {
    let first = scene.values.first().filter(|value| opens_block(value))?;
    let end = first.words.end;
    let parted = matches!(scene.lower(end), ":" | "–" | "—" | "-" | "|");
    (scene.sentence.range.start == 0 && (parted || begins_after(scene, first))).then_some(first)
}

/// The date that leads a line or that it stands under: when what it says was so.
pub(super) fn line_date(scene: &Scene<'_>) -> Option<Reading> {
    let above = scene.context.date.as_ref().map(|(reading, _)| reading);
    above.or_else(|| lead(scene).or_else(|| led_before(scene)).map(|lead| &lead.reading)).cloned()
}

/// "5 June 2017: A joins B. B now has 29 members.": the date that leads the line, for a later sentence.
fn led_before<'s>(scene: &'s Scene<'_>) -> Option<&'s Located> {
    let later = scene.sentence.range.start > 0;
    let first = later.then(|| scene.parse.values_at(0).first()).flatten()?;
    let parted = |at: usize| {
        scene.parse.words.get(at).is_some_and(|word| matches!(word.raw, ":" | "–" | "—" | "|"))
    };
    // "1990: A is launched" is one sentence, "1990. A is launched" two.
    let end = first.words.end;
    let leads = parted(end) || parted(end + 1) || begins_after(scene, first);
    (opens_block(first) && leads).then_some(first)
}

/// "22 June 2023 The rate is raised": a day or a month of a year, and a sentence that begins after it.
fn begins_after(scene: &Scene<'_>, first: &Located) -> bool {
    let dated = matches!(&first.reading.value, Value::Date(date)
        if date.precision() <= Precision::Month && !date.is_yearless() && !date.is_relative());
    let next = scene.parse.words.get(first.words.end);
    dated && next.is_some_and(crate::text::Word::is_capitalised)
}

/// Whether the lead is what a draft states.
fn states(scene: &Scene<'_>, draft: &Draft, lead: &Located) -> bool {
    draft.slots.iter().any(|slot| slot.1.overlaps(scene.source(lead.reading.span)))
}

/// Takes out what is stated of the date that leads a line where the line itself says when.
pub(super) fn drop_lead(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let Some(lead) = lead(scene) else { return };
    let dated = |draft: &Draft| {
        matches!(draft.slots.last(), Some((_, _, Stated::Reading(reading)))
            if matches!(&reading.value, Value::Date(date) if date.year().is_none()))
    };
    let said: Vec<FactId> = drafts
        .iter()
        .filter(|draft| dated(draft) && !states(scene, draft, lead))
        .map(|draft| draft.fact)
        .collect();
    drafts.retain(|draft| !(said.contains(&draft.fact) && states(scene, draft, lead)));
}
