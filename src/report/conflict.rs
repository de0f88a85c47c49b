//! A conflict as the formats for machines see it: its place, its words made safe to show, its
//! identity. Those formats tell of conflicts alone; this file must not know how any of them looks.

use std::borrow::Cow;

use super::{Article, fingerprint, phrase, sanitise};
use crate::judge::Finding;
use crate::rules::{Fact, Severity};
use crate::source::{Location, Source, Span};

/// A conflict of an article.
#[derive(Debug)]
pub(crate) struct Conflict<'a> {
    /// What it was found in.
    pub(crate) article: &'a Article<'a>,
    /// The finding.
    pub(crate) finding: &'a Finding,
    /// The fact it is about.
    pub(crate) fact: &'a Fact,
    /// The article's path, with slashes, as it is.
    pub(crate) path: String,
    /// Where the value begins.
    pub(crate) start: Location,
    /// Where it ends, exclusive.
    pub(crate) end: Location,
    /// Its identity.
    pub(crate) fingerprint: String,
}

/// The conflicts of an article, in order of place.
pub(crate) fn conflicts<'a>(article: &'a Article<'a>) -> Vec<Conflict<'a>> {
    let fingerprints = fingerprint::of_findings(article);
    let with_fingerprints = article.findings.findings.iter().zip(fingerprints);
    let mut conflicts: Vec<_> = with_fingerprints
        .filter_map(|(finding, fingerprint)| Some(Conflict::new(article, finding, fingerprint?)))
        .collect();
    conflicts.sort_by_key(|conflict| (conflict.finding.span, conflict.finding.fact));
    conflicts
}

impl<'a> Conflict<'a> {
    fn new(article: &'a Article<'a>, finding: &'a Finding, fingerprint: String) -> Self {
        Self {
            article,
            finding,
            fact: &article.book.facts[finding.fact.0 as usize],
            path: fingerprint::with_slashes(article.source.name()),
            start: article.source.location(finding.span.start),
            end: article.source.location(finding.span.end),
            fingerprint,
        }
    }

    /// How much it weighs.
    pub(crate) fn severity(&self) -> Severity {
        self.finding.severity
    }

    /// The conflict in a sentence, on one line, safe to show.
    pub(crate) fn message(&self) -> String {
        let (source, book) = (self.article.source, self.article.book);
        sanitise::on_one_line(&phrase::sentence(source, book, self.finding)).into_owned()
    }

    /// What a reader may want to know besides, each on one line, safe to show.
    pub(crate) fn background(&self) -> Vec<String> {
        let lines = phrase::background(self.fact, self.finding);
        lines.iter().map(|line| sanitise::on_one_line(line).into_owned()).collect()
    }

    /// The message with all there is to know, on one line.
    pub(crate) fn full_message(&self) -> String {
        std::iter::once(self.message()).chain(self.background()).collect::<Vec<_>>().join(" | ")
    }

    /// The article's own words, on one line, safe to show.
    pub(crate) fn text(&self) -> Cow<'a, str> {
        sanitise::on_one_line(self.article.source.slice(self.finding.span))
    }

    /// The rule file and the span in it that states the expected value.
    pub(crate) fn rule(&self) -> (&'a Source, Span) {
        let place = self.finding.place;
        (&self.article.book.files[place.file as usize], place.span)
    }

    /// The source of the fact, when it is an address that can be followed.
    pub(crate) fn link(&self) -> Option<&'a str> {
        link(self.fact)
    }
}

/// The source of a fact, when it is an address that can be followed.
pub(crate) fn link(fact: &Fact) -> Option<&str> {
    let is_plain = |c: char| c.is_ascii_graphic() && !"<>\"\\^`{|}".contains(c);
    fact.source.as_deref().filter(|source| {
        (source.starts_with("https://") || source.starts_with("http://"))
            && source.chars().all(is_plain)
    })
}
