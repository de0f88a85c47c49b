//! The last lines of a report for a person: how much of the facts and articles was covered.

use std::fmt::Write as _;

use super::palette::{Paint, Palette};
use super::phrase::counted;
use super::{Closing, Detail, Look, Problem, sanitise};

/// The coverage; its last line alone when quiet.
pub(crate) fn shown(closing: &Closing<'_>, look: Look) -> String {
    if closing.summary.n_articles == 0 && closing.problems.iter().any(Problem::is_fatal) {
        return "nothing was checked\n".into();
    }
    let palette = Palette::new(look.colour);
    let mut text = String::new();
    if look.detail >= Detail::Normal {
        text.push_str(&reasons(closing, palette));
        text.push_str(&never_mentioned(closing, look, palette));
    }
    text.push_str(&totals(closing, palette));
    text
}

fn reasons(closing: &Closing<'_>, palette: Palette) -> String {
    let mut reasons: Vec<_> = closing.summary.reasons.iter().collect();
    if reasons.is_empty() {
        return String::new();
    }
    reasons.sort_by_key(|(reason, number)| (usize::MAX - **number, **reason));
    let mut text = format!("{}\n", palette.paint(Paint::Doubt, "unjudged, because"));
    for (reason, number) in reasons {
        writeln!(text, "  {number:4}  {}", reason.message()).expect("a string takes all");
    }
    text
}

fn never_mentioned(closing: &Closing<'_>, look: Look, palette: Palette) -> String {
    let facts: Vec<_> = closing.summary.never_mentioned().collect();
    let n_never = facts.len() + closing.book.n_left_out();
    if n_never == 0 {
        return String::new();
    }
    let n_facts = closing.book.n_heard();
    let head = format!("{n_never} of {} never mentioned", counted(n_facts, "fact"));
    if look.detail < Detail::Verbose {
        return format!("{head} {}\n", palette.paint(Paint::Faint, "(-v lists them)"));
    }
    let mut text = format!("{head}\n");
    for fact in facts {
        let id = &closing.book.facts[fact.0 as usize].id;
        writeln!(text, "  {}", sanitise::on_one_line(id)).expect("a string takes all");
    }
    text
}

fn totals(closing: &Closing<'_>, palette: Palette) -> String {
    let counts = closing.summary.counts;
    let paint = if counts.conflicts == 0 { Paint::Good } else { Paint::Bad };
    let conflicts = match counts.conflicts {
        1 => "1 conflicts".to_owned(),
        number => format!("{number} conflict"),
    };
    let agrees = if counts.agrees == 1 { "agrees" } else { "agree" };
    format!(
        "{}, {}: {} {agrees}, {}, {} unjudged\n",
        counted(closing.summary.n_articles, "article"),
        counted(counts.claims(), "claim"),
        counts.agrees,
        palette.paint(paint, conflicts),
        counts.unjudged,
    )
}
