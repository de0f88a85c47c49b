//! The report for a person: a diagnostic for each conflict, a line for each agreement, and what
//! was covered.

use super::diagnostic::{Diagnostic, Level};
use super::excerpt::{Excerpt, Mark};
use super::palette::Palette;
use super::{
    Article, Closing, Detail, Look, Piece, Render, coverage, crop, link, phrase, sanitise, short,
};
use crate::judge::{Finding, Verdict};
use crate::rules::{Fact, Severity};

/// Columns of a value in a label or a line; the excerpt shows it whole.
const MOST_VALUE_WIDTH: usize = 48;

/// Writes `human`.
#[derive(Debug)]
pub(crate) struct Human {
    look: Look,
    palette: Palette,
}

impl Human {
    pub(crate) fn new(look: Look) -> Self {
        Self { look, palette: Palette::new(look.colour) }
    }

    /// One line for a claim that needs no diagnostic.
    fn line(&self, article: &Article<'_>, finding: &Finding) -> String {
        let place = article.source.location(finding.span.start);
        let verdict = phrase::verdict(finding.verdict);
        let fact = &article.book.facts[finding.fact.0 as usize];
        let value = sanitise::on_one_line(article.source.slice(finding.span)).into_owned();
        let reason = match finding.verdict {
            Verdict::Unjudged(reason) => format!("  {}", reason.message()),
            Verdict::Agrees | Verdict::Conflicts => String::new(),
        };
        format!(
            "{}  {}:{}:{}  {}  {}{reason}{}\n",
            self.palette.paint(short::paint(finding.verdict), verdict),
            link::path(article.source.name(), self.look.links),
            place.line_number,
            place.column,
            sanitise::on_one_line(&fact.id),
            crop::shortened(&value, MOST_VALUE_WIDTH),
            phrase::in_record(article.source),
        )
    }
}

impl Render for Human {
    fn article(&self, article: &Article<'_>) -> Piece {
        let mut findings: Vec<_> = article.findings.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.span, finding.fact));
        let mut piece = Piece::default();
        for finding in findings {
            match finding.verdict {
                Verdict::Conflicts => {
                    piece.body.push_str(&conflict(article, finding, self.look).shown(self.look));
                }
                Verdict::Agrees if self.look.detail >= Detail::Normal => {
                    piece.tail.push_str(&self.line(article, finding));
                }
                Verdict::Unjudged(_) if self.look.detail == Detail::Verbose => {
                    piece.tail.push_str(&self.line(article, finding));
                }
                Verdict::Agrees | Verdict::Unjudged(_) => {}
            }
        }
        piece
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let gap = if tail.is_empty() { "" } else { "\n" };
        format!("{tail}{gap}{}", coverage::shown(closing, self.look))
    }
}

/// The diagnostic of a conflict: the article's line, the rule's line, and where the fact comes from.
fn conflict(article: &Article<'_>, finding: &Finding, look: Look) -> Diagnostic {
    let (source, book) = (article.source, article.book);
    let fact = &book.facts[finding.fact.0 as usize];
    let stated = crop::shortened(&finding.stated, MOST_VALUE_WIDTH);
    let expected = crop::shortened(&finding.expected, MOST_VALUE_WIDTH);
    let mut marks =
        vec![Mark { span: finding.span, label: format!("says {stated}"), is_primary: true }];
    // A subject that holds the value ("the 2016 LEMOA") is labelled by the value alone.
    if let Some(subject) = finding.subject.filter(|subject| !subject.overlaps(finding.span)) {
        let name = crop::shortened(&phrase::subject(book, &fact.subject), MOST_VALUE_WIDTH);
        marks.push(Mark { span: subject, label: format!("about {name}"), is_primary: false });
    }
    let rule =
        Mark { span: finding.place.span, label: format!("expects {expected}"), is_primary: true };
    let mut excerpt = Excerpt::default();
    excerpt.add(source, marks, look.width);
    excerpt.add(&book.files[finding.place.file as usize], vec![rule], look.width);
    Diagnostic {
        code: fact.id.clone(),
        message: format!("{}: {stated} conflicts with {expected}", phrase::topic(book, fact)),
        level: level(finding.severity),
        help: help(article, fact, finding),
        excerpt,
    }
}

fn help(article: &Article<'_>, fact: &Fact, finding: &Finding) -> String {
    let mut lines = vec![format!("nearest accepted value: {}", finding.expected)];
    lines.extend(phrase::background(fact, finding));
    lines.extend(article.source.record_id().map(|id| format!("record: {id}")));
    lines.iter().map(|line| sanitise::on_one_line(line)).collect::<Vec<_>>().join("\n")
}

/// The level of a conflict with a fact of this severity.
pub(crate) const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
    }
}
