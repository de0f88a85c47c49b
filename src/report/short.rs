//! One line a finding, for editors and `grep`: `path:line:col: verdict fact: message`.

use super::palette::{Paint, Palette};
use super::{Article, Detail, Look, Piece, Render, phrase, sanitise};
use crate::judge::{Finding, Verdict};

/// Writes `short`.
#[derive(Debug)]
pub(crate) struct Short {
    detail: Detail,
    palette: Palette,
}

impl Short {
    pub(crate) fn new(look: Look) -> Self {
        Self { detail: look.detail, palette: Palette::new(look.colour) }
    }

    fn is_shown(&self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Conflicts => true,
            Verdict::Agrees => self.detail >= Detail::Normal,
            Verdict::Unjudged(_) => self.detail == Detail::Verbose,
        }
    }

    fn line(&self, article: &Article<'_>, finding: &Finding) -> String {
        let place = article.source.location(finding.span.start);
        let fact = &article.book.facts[finding.fact.0 as usize];
        let said = phrase::said(article.source, finding);
        let message = match finding.verdict {
            Verdict::Agrees => format!("says {said}, agrees with {}", finding.expected),
            Verdict::Conflicts => format!("says {said}, expected {}", finding.expected),
            Verdict::Unjudged(reason) => format!("says {said}: {}", reason.message()),
        };
        format!(
            "{}:{}:{}: {} {}: {}{}\n",
            sanitise::on_one_line(article.source.name()),
            place.line_number,
            place.column,
            self.palette.paint(paint(finding.verdict), phrase::verdict(finding.verdict)),
            sanitise::on_one_line(&fact.id),
            sanitise::on_one_line(&message),
            phrase::in_record(article.source),
        )
    }
}

impl Render for Short {
    fn article(&self, article: &Article<'_>) -> Piece {
        let mut findings: Vec<_> = article.findings.findings.iter().collect();
        findings.retain(|finding| self.is_shown(finding.verdict));
        findings.sort_by_key(|finding| (finding.span, finding.fact));
        let body = findings.into_iter().map(|finding| self.line(article, finding)).collect();
        Piece { body, tail: String::new() }
    }
}

/// The paint of a verdict.
pub(crate) const fn paint(verdict: Verdict) -> Paint {
    match verdict {
        Verdict::Agrees => Paint::Good,
        Verdict::Conflicts => Paint::Bad,
        Verdict::Unjudged(_) => Paint::Doubt,
    }
}
