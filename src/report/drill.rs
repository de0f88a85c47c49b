//! The outcomes of `factlint test` for a person.

use std::fmt::Write as _;

use super::diagnostic::{Diagnostic, Level};
use super::excerpt::{Excerpt, Mark};
use super::palette::{Paint, Palette};
use super::phrase::{self, counted};
use super::{Detail, Look, sanitise};
use crate::drill::{Drilled, Outcome, Trial, Wanted};
use crate::judge::{Finding, Verdict};
use crate::rules::FactBook;

/// A diagnostic for each example that does not come out, and a summary line.
pub fn shown(drilled: &Drilled, look: Look) -> String {
    let mut text = String::new();
    for trial in &drilled.trials {
        if trial.outcome != Outcome::Validated {
            text.push_str(&failing(drilled.book(), trial, look).shown(look));
        } else if look.detail == Detail::Verbose {
            text.push_str(&validated(drilled.book(), trial, look));
        }
    }
    text.push_str(&summary(&drilled.trials, look));
    text
}

/// The facts that lack an example of a sort.
pub fn coverage(book: &FactBook, look: Look) -> String {
    let palette = Palette::new(look.colour);
    let mut text = String::new();
    let mut n_lacking = 0;
    for fact in book.heard() {
        let sorts = [
            ("agreeing", fact.examples.agrees.is_empty()),
            ("conflicting", fact.examples.conflicts.is_empty()),
            ("ignored", fact.examples.ignores.is_empty()),
        ];
        let lacking: Vec<_> =
            sorts.iter().filter(|(_, is_lacking)| *is_lacking).map(|(sort, _)| *sort).collect();
        if lacking.is_empty() {
            continue;
        }
        n_lacking += 1;
        let id = sanitise::on_one_line(&fact.id).into_owned();
        let id = palette.paint(Paint::Strong, id);
        let sorts = phrase::listed(&lacking, "or");
        writeln!(text, "{id}  no {sorts} example").expect("a string takes all");
    }
    let facts = counted(book.n_heard(), "fact");
    writeln!(text, "{n_lacking} of {facts} lack an example\n").expect("a string takes all");
    text
}

/// The name of an outcome.
pub(crate) const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Validated => "validated",
        Outcome::Noisy => "noisy",
        Outcome::Missing => "missing",
        Outcome::Wrong => "wrong",
    }
}

/// The key an example stands under.
pub(crate) const fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Agrees => "agrees",
        Wanted::Conflicts => "conflicts",
        Wanted::Ignores => "ignores",
    }
}

fn failing(book: &FactBook, trial: &Trial, look: Look) -> Diagnostic {
    let fact = &book.facts[trial.fact.0 as usize];
    let label = match trial.wanted {
        Wanted::Agrees => format!("should agree with {}", fact.expected.summary()),
        Wanted::Conflicts => format!("should conflict with {}", fact.expected.summary()),
        Wanted::Ignores => "should be left alone".into(),
    };
    let happened = match (trial.outcome, trial.wanted) {
        (Outcome::Missing, _) => "nothing was judged in it",
        (Outcome::Wrong, Wanted::Agrees) => "it conflicts",
        (Outcome::Wrong, _) => "it agrees",
        (Outcome::Noisy, Wanted::Agrees) => "it agrees, and conflicts too",
        (Outcome::Noisy, _) => "it was judged",
        (Outcome::Validated, _) => "it came out",
    };
    let mut excerpt = Excerpt::default();
    let mark = Mark { span: trial.example.place.span, label, is_primary: true };
    excerpt.add(&book.files[trial.example.place.file as usize], vec![mark], look.width);
    Diagnostic {
        code: fact.id.clone(),
        message: format!("{}: {happened}", outcome(trial.outcome)),
        level: Level::Error,
        help: found(trial),
        excerpt,
    }
}

/// What was found in the example, a line each.
fn found(trial: &Trial) -> String {
    if trial.findings.is_empty() {
        return "no claim about this fact was seen".into();
    }
    let lines = trial.findings.iter().map(|finding| finding_line(trial, finding));
    lines.collect::<Vec<_>>().join("\n")
}

fn finding_line(trial: &Trial, finding: &Finding) -> String {
    let said = phrase::said(&trial.source, finding);
    let verdict = phrase::verdict(finding.verdict);
    let reason = match finding.verdict {
        Verdict::Unjudged(reason) => format!(": {}", reason.message()),
        Verdict::Agrees | Verdict::Conflicts => format!(" with {}", finding.expected),
    };
    let line = format!("found: {said} {verdict}{reason} (linked by {})", finding.construction);
    sanitise::on_one_line(&line).into_owned()
}

fn validated(book: &FactBook, trial: &Trial, look: Look) -> String {
    let palette = Palette::new(look.colour);
    let file = &book.files[trial.example.place.file as usize];
    let place = file.location(trial.example.place.span.start);
    format!(
        "{}  {}:{}  {}  {}\n",
        palette.paint(Paint::Good, "validated"),
        sanitise::on_one_line(file.name()),
        place.line_number,
        sanitise::on_one_line(&book.facts[trial.fact.0 as usize].id),
        wanted(trial.wanted),
    )
}

fn summary(trials: &[Trial], look: Look) -> String {
    let palette = Palette::new(look.colour);
    let number = |outcome| trials.iter().filter(|trial| trial.outcome == outcome).count();
    let failing = trials.len() - number(Outcome::Validated);
    let paint = if failing == 0 { Paint::Good } else { Paint::Bad };
    let rest = [Outcome::Noisy, Outcome::Missing, Outcome::Wrong]
        .map(|kind| format!("{} {}", number(kind), outcome(kind)));
    let validated = format!("{} validated", number(Outcome::Validated));
    format!(
        "{}: {}, {}\n",
        counted(trials.len(), "example"),
        palette.paint(paint, validated),
        rest.join(", ")
    )
}
