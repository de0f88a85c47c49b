//! `--statistics`: how often each fact was claimed and how it went, and why claims went unjudged.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::palette::{Paint, Palette};
use super::{Closing, Look, crop, sanitise};
use crate::rules::FactId;

/// Columns of an id, unless the ids are shorter.
const MOST_ID_WIDTH: usize = 48;

/// The counts; facts with conflicts first, then those claimed most. Facts never mentioned are left out.
pub fn shown(closing: &Closing<'_>, look: Look) -> String {
    let palette = Palette::new(look.colour);
    let mut text = by_fact(closing, palette);
    let by_reason = by_reason(closing, palette);
    if !text.is_empty() && !by_reason.is_empty() {
        text.push('\n');
    }
    text + &by_reason
}

fn by_fact(closing: &Closing<'_>, palette: Palette) -> String {
    let counts = closing.summary.by_fact.iter().enumerate();
    let mut rows: Vec<_> = counts.filter(|(_, counts)| counts.claims() > 0).collect();
    if rows.is_empty() {
        return String::new();
    }
    rows.sort_by_key(|(index, counts)| (Reverse((counts.conflicts, counts.claims())), *index));
    let id = |index: usize| {
        let fact = FactId(index as u32);
        let id = sanitise::on_one_line(&closing.book.facts[fact.0 as usize].id);
        crop::shortened(&id, MOST_ID_WIDTH)
    };
    let width = rows.iter().map(|(index, _)| crop::width(&id(*index))).max().unwrap_or_default();
    let width = width.max("fact".len());
    let head = format!("{:width$}  conflict  agree  unjudged", "fact");
    let mut text = format!("{}\n", palette.paint(Paint::Strong, head));
    for (index, counts) in rows {
        let id = id(index);
        let pad = " ".repeat(width - crop::width(&id));
        let conflicts = format!("{:8}", counts.conflicts);
        let paint = if counts.conflicts > 0 { Paint::Bad } else { Paint::Faint };
        let conflicts = palette.paint(paint, conflicts);
        writeln!(text, "{id}{pad}  {conflicts}  {:5}  {:8}", counts.agrees, counts.unjudged)
            .expect("a string takes all");
    }
    text
}

fn by_reason(closing: &Closing<'_>, palette: Palette) -> String {
    let mut reasons: Vec<_> = closing.summary.reasons.iter().collect();
    reasons.sort_by_key(|(reason, number)| (Reverse(**number), **reason));
    let Some(width) = reasons.iter().map(|(reason, _)| reason.code().len()).max() else {
        return String::new();
    };
    let head = format!("{:width$}  unjudged", "reason");
    let mut text = format!("{}\n", palette.paint(Paint::Strong, head));
    for (reason, number) in reasons {
        writeln!(text, "{:width$}  {number:8}  {}", reason.code(), reason.message())
            .expect("a string takes all");
    }
    text
}
