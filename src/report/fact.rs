//! Facts for a person: one explained, all listed.

use std::fmt::Write as _;

use super::palette::{Paint, Palette};
use super::summary::Counts;
use super::{Detail, Look, Summary, crop, drill as outcomes, phrase, sanitise};
use crate::drill::{Drilled, Outcome};
use crate::lexicon;
use crate::rules::{Expected, Fact, FactBook, FactSubject, SubjectId};

/// The width of the column of keys.
const KEY_WIDTH: usize = 11;

/// Words of a predicate that are shown unless more is asked for.
const MOST_WORDS: usize = 24;

/// The fact at `index`, with the examples that were run.
pub fn explained(drilled: &Drilled, index: usize, look: Look) -> String {
    let book = drilled.book();
    let fact = &book.facts[index];
    let palette = Palette::new(look.colour);
    let file = &book.files[fact.id_place.file as usize];
    let line_number = file.location(fact.id_place.span.start).line_number;
    let id = sanitise::on_one_line(&fact.id).into_owned();
    let path = sanitise::on_one_line(file.name()).into_owned();
    let mut page = Page { text: String::new(), look, palette };
    page.line(format_args!("{}  {path}:{line_number}", palette.paint(Paint::Strong, id)));
    page.row("topic", fact.topic.as_deref().unwrap_or(""));
    page.row("expects", &expected(&fact.expected));
    page.row("severity", phrase::severity(fact.severity));
    add_subject(&mut page, book, &fact.subject);
    add_cues(&mut page, fact);
    page.row("found", &way_of_finding(book, fact));
    page.row("unless", &fact.unless.join(", "));
    page.row("articles", &fact.articles.join(", "));
    page.row("note", fact.note.as_deref().unwrap_or(""));
    page.row("source", fact.source.as_deref().unwrap_or(""));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    page.row("checked", &day(fact.checked));
    page.row("review by", &day(fact.review_by));
    add_examples(&mut page, drilled);
    page.text
}

/// All facts by file; with how often each was seen when articles were checked.
pub fn listed(book: &FactBook, seen: Option<&Summary>, look: Look) -> String {
    let palette = Palette::new(look.colour);
    let id_width = book.facts.iter().map(|fact| crop::width(&fact.id)).max().unwrap_or(0).min(40);
    let mut text = String::new();
    let mut last_file = None;
    for (index, fact) in book.facts.iter().enumerate().filter(|(_, fact)| !fact.muted) {
        if last_file != Some(fact.id_place.file) {
            let gap = if last_file.is_some() { "\n" } else { "" };
            let path = book.files[fact.id_place.file as usize].name();
            let path = sanitise::on_one_line(path).into_owned();
            writeln!(text, "{gap}{}", palette.paint(Paint::Strong, path)).expect("a string");
            last_file = Some(fact.id_place.file);
        }
        let id = sanitise::on_one_line(&fact.id).into_owned();
        let pad = " ".repeat(id_width.saturating_sub(crop::width(&id)));
        let severity = phrase::severity(fact.severity);
        let room = look.width.saturating_sub(id_width + 13).max(20);
        let expected = sanitise::on_one_line(&expected(&fact.expected)).into_owned();
        let expected = crop::shortened(&expected, room);
        writeln!(text, "  {id}{pad}  {severity:7}  {expected}").expect("a string takes all");
        if let Some(summary) = seen {
            let counts = seen_as(summary.by_fact[index], palette);
            writeln!(text, "  {:id_width$}  {counts}", "").expect("a string takes all");
        }
    }
    text.push_str(&totals(book, seen));
    text
}

fn expected(expected: &Expected) -> String {
    format!("{} {}", expected.kind(), expected.summary())
}

fn seen_as(counts: Counts, palette: Palette) -> String {
    if counts.claims() == 0 {
        return palette.paint(Paint::Doubt, "never seen").to_string();
    }
    let parts = [
        (counts.agrees, "agreeing", Paint::Good),
        (counts.conflicts, "conflicting", Paint::Bad),
        (counts.unjudged, "unjudged", Paint::Doubt),
    ];
    let parts = parts.iter().filter(|(number, _, _)| *number > 0);
    let parts = parts
        .map(|(number, word, paint)| palette.paint(*paint, format!("{number} {word}")).to_string());
    parts.collect::<Vec<_>>().join(", ")
}

fn totals(book: &FactBook, seen: Option<&Summary>) -> String {
    let facts = phrase::counted(book.n_heard(), "fact");
    let files = phrase::counted(book.files.len(), "file");
    match seen {
        None => format!("\n{facts} in {files}\n"),
        Some(summary) => {
            let never = summary.never_mentioned().count();
            let articles = phrase::counted(summary.n_articles, "article");
            format!("\n{facts} in {files}; {never} never seen in {articles}\n")
        }
    }
}

struct Page {
    text: String,
    look: Look,
    palette: Palette,
}

impl Page {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.text, "{line}").expect("a string takes all");
    }

    /// A key with its value, wrapped; nothing for an empty value.
    fn row(&mut self, key: &str, value: &str) {
        let room = self.look.width.saturating_sub(KEY_WIDTH + 2).max(20);
        let value = sanitise::on_one_line(value).into_owned();
        let mut key = key;
        for part in crop::wrapped(&value, room) {
            let pad = " ".repeat(KEY_WIDTH.saturating_sub(key.len()));
            let painted = self.palette.paint(Paint::Faint, key);
            self.line(format_args!("  {painted}{pad}{part}"));
            key = "";
        }
    }
}

fn add_subject(page: &mut Page, book: &FactBook, subject: &FactSubject) {
    match subject {
        FactSubject::One(id) => add_names(page, book, "subject", *id),
        FactSubject::All(ids) => {
            for id in ids {
                add_names(page, book, "subject", *id);
            }
        }
        FactSubject::Role { role, of, .. } => {
            add_names(page, book, "role", *role);
            add_names(page, book, "of", *of);
        }
    }
}

fn add_names(page: &mut Page, book: &FactBook, key: &str, id: SubjectId) {
    let Some(subject) = book.subjects.get(id.0 as usize) else { return };
    page.row(key, &subject.names.join("; "));
    if !subject.kind.is_empty() {
        page.row("", &format!("also as \"the {}\"", subject.kind.join("\", \"the ")));
    }
}

fn add_cues(page: &mut Page, fact: &Fact) {
    for name in &fact.predicate.builtin {
        let words = lexicon::family(name).map_or(&[][..], |family| &family.words);
        let words = words.iter().map(|(word, _)| word.as_str());
        page.row("predicate", &cue(name, words, page.look.detail));
    }
    for own in &fact.predicate.cues {
        let words = lexicon::inflect(own);
        let words = words.iter().map(|(word, _)| word.as_str());
        page.row("cue", &cue(own, words, page.look.detail));
    }
    let cues = fact.predicate.cues.iter();
    let companions: Vec<&str> = cues.flat_map(|own| lexicon::companions(own)).copied().collect();
    if !companions.is_empty() {
        page.row("also", &companions.join(", "));
    }
}

fn cue<'a>(name: &str, words: impl Iterator<Item = &'a str>, detail: Detail) -> String {
    let mut words: Vec<_> = words.collect();
    let mut seen = std::collections::HashSet::new();
    words.retain(|word| seen.insert(*word));
    let n_more = words.len().saturating_sub(MOST_WORDS);
    if detail == Detail::Verbose || n_more == 0 {
        return format!("{name}: {}", words.join(", "));
    }
    words.truncate(MOST_WORDS);
    format!("{name}: {} and {n_more} more (-v shows them)", words.join(", "))
}

fn way_of_finding(book: &FactBook, fact: &Fact) -> String {
    let value = match &fact.expected {
        Expected::Date(_) | Expected::Period(_) => "a date",
        Expected::Duration(_) => "a length of time",
        Expected::Ordinal(_) => "an ordinal",
        Expected::Number(_) => "a number",
        Expected::Money(_) => "an amount of money",
        Expected::Percent(_) => "a percentage",
        Expected::Text(_) => "a text in the value's place",
        Expected::Expansion(_) => "a long form beside the acronym",
        Expected::Members(_) => "a list of names",
        Expected::Holders(_) => "a person's name",
        Expected::Timeline(_) => "a value of the time",
        Expected::Editions(_) => "the columns of one row",
    };
    let subject = match &fact.subject {
        FactSubject::All(_) => {
            format!("{}, all in one sentence", phrase::subject(book, &fact.subject))
        }
        FactSubject::One(_) | FactSubject::Role { .. } => phrase::subject(book, &fact.subject),
    };
    match fact.predicate.is_bare() {
        true => format!("{value} that stands with a mention of {subject}"),
        false => format!("{value} that one of these words links to a mention of {subject}"),
    }
}

fn add_examples(page: &mut Page, drilled: &Drilled) {
    for trial in &drilled.trials {
        let paint = match trial.outcome {
            Outcome::Validated => Paint::Good,
            Outcome::Noisy | Outcome::Missing | Outcome::Wrong => Paint::Bad,
        };
        let dated = trial.example.date.map(|date| format!(" ({date})")).unwrap_or_default();
        page.row(outcomes::wanted(trial.wanted), &format!("{}{dated}", trial.example.text));
        let outcome = page.palette.paint(paint, outcomes::outcome(trial.outcome));
        page.line(format_args!("  {:KEY_WIDTH$}{outcome}", ""));
    }
}
