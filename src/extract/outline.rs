//! The sentences of a text with their proper names and verbs, where no fact says what to look for.
//!
//! For proposing facts: what is named here may become a subject, a verb may become a cue.

use std::ops::Range;

use super::parse::{Parse, Tag};
use crate::source::Span;

/// Small words between the parts of one name: "Museum of Modern Art".
const JOINTS: [&str; 8] = ["of", "for", "de", "du", "van", "von", "al", "-"];

/// A sentence; all spans are in the text.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The sentence.
    pub span: Span,
    /// Its proper names and acronyms, the longest reading of each first.
    pub names: Vec<Span>,
    /// The main words of its verbs.
    pub verbs: Vec<Span>,
}

/// The sentences of a text.
pub fn outline(text: &str) -> Vec<Outline> {
    let mut parse = Parse::new(text, &[]);
    (0..parse.sentences.len()).for_each(|place| _ = parse.open(place));
    let span = |range: &Range<usize>| {
        Span::new(parse.words[range.start].span.start, parse.words[range.end - 1].span.end)
    };
    let of = |range: &Range<usize>| Outline {
        span: span(range),
        names: names(&parse, range).iter().map(&span).collect(),
        verbs: range
            .clone()
            .filter(|&at| parse.tags[at] == Tag::Verb || is_strange_participle(&parse, at))
            .map(|at| parse.words[at].span)
            .collect(),
    };
    parse.sentences.iter().map(of).collect()
}

/// "was repainted": a participle of a verb that no list knows.
fn is_strange_participle(parse: &Parse<'_>, at: usize) -> bool {
    at > 0
        && parse.tags[at] == Tag::Noun
        && parse.tags[at - 1] == Tag::Auxiliary
        && parse.words[at].lower.ends_with("ed")
}

/// Runs of names as word ranges: the whole run, then its parts where small words join them.
fn names(parse: &Parse<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if !is_name(parse, at) {
            at += 1;
            continue;
        }
        let end = run_end(parse, at, range.end);
        names.push(at..end);
        let parts = parts(parse, at..end);
        if parts.len() > 1 {
            names.extend(parts);
        }
        at = end;
    }
    names
}

fn run_end(parse: &Parse<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        let next = end + 1;
        if is_name(parse, end) || is_number_in_name(parse, end) {
            end += 1;
        } else if is_joint(parse, end) && next < limit && is_name(parse, next) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn parts(parse: &Parse<'_>, run: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = run.start;
    for at in run.clone().filter(|&at| is_joint(parse, at)) {
        parts.push(start..at);
        start = at + 1;
    }
    parts.push(start..run.end);
    parts
}

fn is_name(parse: &Parse<'_>, at: usize) -> bool {
    parse.tags[at] == Tag::Name && !parse.is_value(at)
}

/// "Apollo 11", "Tier 2": a short number that is no value of its own.
fn is_number_in_name(parse: &Parse<'_>, at: usize) -> bool {
    parse.tags[at] == Tag::Number && parse.words[at].raw.len() < 4 && !parse.is_value(at)
}

fn is_joint(parse: &Parse<'_>, at: usize) -> bool {
    JOINTS.contains(&parse.words[at].lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, names: &[&str], verbs: &[&str]) {
        let outlines = outline(text);
        let texts = |spans: fn(&Outline) -> &Vec<Span>| -> Vec<&str> {
            outlines.iter().flat_map(spans).map(|span| &text[span.range()]).collect()
        };
        assert_eq!(texts(|it| &it.names), names, "{text}");
        assert_eq!(texts(|it| &it.verbs), verbs, "{text}");
    }

    #[test]
    fn names_and_verbs_of_sentences() {
        check("The Orrin Dam opened in May 1962.", &["Orrin Dam"], &["opened"]);
        check(
            "In 1929 the Museum of Modern Art was founded. LEMOA (2016) was repainted.",
            &["Museum of Modern Art", "Museum", "Modern Art", "LEMOA"],
            &["founded", "repainted"],
        );
        check("All is quiet.", &[], &[]);
    }
}
