//! SARIF 2.1.0: conflicts as results, facts as the rules they break, problems as notifications.
//! The wire form stands here alone; the standard's sections are named where they decide something.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::conflict::{Conflict, conflicts, link};
use super::json::encoded;
use super::{Article, Closing, Piece, Problem, Render, fingerprint, phrase, sanitise};
use crate::rules::{Fact, FactBook, Severity};
use crate::source::{Location, Source, Span};

/// What may stand in a path of an address as it is (RFC 3986, section 2.3), and the slash.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where the schema of the form stands.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes `sarif`.
#[derive(Debug)]
pub(crate) struct Sarif;

impl Render for Sarif {
    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn head(&self) -> String {
        // Columns count code points (3.14.17), as everywhere in factlint.
        format!(
            "{{\"$schema\": \"{SCHEMA}\",\n\"version\": \"2.1.0\",\n\"runs\": [{{\n\
             \"columnKind\": \"unicodeCodePoints\",\n\"results\": [\n"
        )
    }

    fn article(&self, article: &Article<'_>) -> Piece {
        let results: Vec<_> = conflicts(article).iter().map(|it| encoded(&result(it))).collect();
        Piece { body: results.join(self.separator()), tail: String::new() }
    }

    fn foot(&self, _tail: &str, closing: &Closing<'_>) -> String {
        let tool = Tool { driver: Driver::new(closing) };
        let invocation = Invocation::new(closing.problems);
        format!(
            "\n],\n\"tool\": {},\n\"invocations\": [{}]}}]}}\n",
            encoded(&tool),
            encoded(&invocation)
        )
    }
}

#[derive(Debug, Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    /// The facts that something conflicts with.
    rules: Vec<Rule<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
    full_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'a str>,
    help: Message,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Properties {
    tags: Vec<String>,
    /// How GitHub ranks it.
    #[serde(rename = "problem.severity")]
    severity: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message,
    locations: [Place; 1],
    related_locations: Vec<Place>,
    partial_fingerprints: Fingerprints<'a>,
}

#[derive(Debug, Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "factlintConflict/v1")]
    conflict: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Message>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    /// Mistakes in rule files.
    tool_configuration_notifications: Vec<Notification<'a>>,
    /// Files that could not be read.
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Debug, Serialize)]
struct Notification<'a> {
    descriptor: Descriptor<'a>,
    level: &'static str,
    message: Message,
    locations: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct Descriptor<'a> {
    id: &'a str,
}

fn result<'a>(conflict: &'a Conflict<'_>) -> SarifResult<'a> {
    let source = conflict.article.source;
    let (rule, span) = conflict.rule();
    let mut place = Place::of(source, conflict.finding.span);
    if let Some(region) = &mut place.physical_location.region {
        region.snippet = Some(Message { text: conflict.text().into_owned() });
    }
    let expected = format!("The fact expects {}.", conflict.finding.expected);
    let mut related = vec![Place::of(rule, span).called(1, &expected)];
    if let Some(subject) = conflict.finding.subject {
        let about = format!("About {}.", phrase::topic(conflict.article.book, conflict.fact));
        related.push(Place::of(source, subject).called(2, &about));
    }
    SarifResult {
        rule_id: &conflict.fact.id,
        level: level(conflict.severity()),
        message: Message::new(&conflict.message()),
        locations: [place],
        related_locations: related,
        partial_fingerprints: Fingerprints { conflict: &conflict.fingerprint },
    }
}

impl Message {
    /// A message in plain text: its brackets would make links (3.11.6), its braces stand for
    /// arguments (3.11.5).
    fn new(text: &str) -> Self {
        let mut escaped = String::with_capacity(text.len());
        for character in sanitise::on_one_line(text).chars() {
            match character {
                '[' | ']' | '\\' => escaped.extend(['\\', character]),
                '{' | '}' => escaped.extend([character, character]),
                other => escaped.push(other),
            }
        }
        Self { text: escaped }
    }
}

impl Place {
    fn of(source: &Source, span: Span) -> Self {
        let (start, end) = (source.location(span.start), source.location(span.end));
        Self::at(source.name(), Some((start, Some(end))))
    }

    fn at(path: &str, range: Option<(Location, Option<Location>)>) -> Self {
        let region = range.map(|(start, end)| Region {
            start_line: start.line_number,
            start_column: start.column,
            end_line: end.map(|end| end.line_number),
            end_column: end.map(|end| end.column),
            snippet: None,
        });
        let artifact_location = ArtifactLocation { uri: address(path) };
        let physical_location = PhysicalLocation { artifact_location, region };
        Self { id: None, physical_location, message: None }
    }

    fn called(mut self, id: usize, message: &str) -> Self {
        self.id = Some(id);
        self.message = Some(Message::new(message));
        self
    }
}

impl<'a> Driver<'a> {
    fn new(closing: &Closing<'a>) -> Self {
        let facts = closing.book.facts.iter().zip(&closing.summary.by_fact);
        let broken = facts.filter(|(_, counts)| counts.conflicts > 0);
        Self {
            name: "factlint",
            version: env!("CARGO_PKG_VERSION"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            rules: broken.map(|(fact, _)| Rule::new(closing.book, fact)).collect(),
        }
    }
}

impl<'a> Rule<'a> {
    fn new(book: &FactBook, fact: &'a Fact) -> Self {
        let topic = phrase::topic(book, fact);
        let expected = fact.expected.summary();
        let mut help = vec![format!("{topic}: {expected}")];
        help.extend(fact.note.iter().map(|note| format!("note: {note}")));
        help.extend(fact.source.iter().map(|source| format!("source: {source}")));
        let tags = fact.topic.iter().map(|topic| sanitise::on_one_line(topic).into_owned());
        Self {
            id: &fact.id,
            short_description: Message::new(&topic),
            full_description: Message::new(&format!("{topic}: {expected}")),
            help_uri: link(fact),
            help: Message::new(&help.join(" | ")),
            default_configuration: Configuration { level: level(fact.severity) },
            properties: Properties { tags: tags.collect(), severity: rank(fact.severity) },
        }
    }
}

impl<'a> Invocation<'a> {
    fn new(problems: &'a [Problem]) -> Self {
        let of = |wanted: fn(&&Problem) -> bool| {
            problems.iter().filter(wanted).map(Notification::new).collect()
        };
        Self {
            execution_successful: !problems.iter().any(Problem::is_fatal),
            tool_configuration_notifications: of(|problem| matches!(problem, Problem::Rule(_))),
            tool_execution_notifications: of(|problem| matches!(problem, Problem::Failure(_))),
        }
    }
}

impl<'a> Notification<'a> {
    fn new(problem: &'a Problem) -> Self {
        let told = problem.told();
        let start = told.line.zip(told.column);
        let start = start.map(|(line_number, column)| (Location { line_number, column }, None));
        Self {
            descriptor: Descriptor { id: told.code },
            level: told.severity,
            message: Message::new(&told.sentence()),
            locations: told.path.map(|path| Place::at(path, start)).into_iter().collect(),
        }
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

const fn rank(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "recommendation",
    }
}

/// A path as an address: relative to where factlint was started, or of a file on this machine.
fn address(path: &str) -> String {
    let path = fingerprint::with_slashes(path);
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(&path, ESCAPED))
}
