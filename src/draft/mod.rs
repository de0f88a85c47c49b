//! Facts proposed from what a text says: a first version of a rule file, for its author to mend.
//!
//! Nothing here knows how sentences are read. Every name of a sentence is tried with every word that
//! could be a cue and every value as a fact of its own; a fact is proposed where the checker then
//! finds that the sentence agrees with it at that value. So what is drafted passes `factlint test`.
//! This module must not know files or terminals.

mod candidate;
mod file;
mod predicate;
mod shift;
mod subject;

pub use file::Drafted;

use candidate::Candidate;
use jiff::civil::Date;
use subject::Acronym;

use crate::document::{Block, Document};
use crate::extract::{Outline, outline};
use crate::source::{Source, Span};
use crate::value::date::{ArticleTime, Context, Walk};
use crate::value::{self, Comparator, Reading, Value};

/// A sentence to draft facts from.
#[derive(Debug)]
struct Piece<'t> {
    text: &'t str,
    /// Where it stands, for people.
    place: String,
    /// Its article's day.
    day: Option<Date>,
    outline: Outline,
    /// Its values, each as a rule would state it.
    values: Vec<Located>,
}

/// A value of a sentence.
#[derive(Debug, Clone)]
struct Located {
    /// In the sentence.
    span: Span,
    reading: Reading,
    /// Of a date: its EDTF.
    edtf: Option<String>,
}

/// A value that no fact could be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlinked {
    /// Where its sentence stands.
    pub place: String,
    /// The value's words.
    pub text: String,
}

/// Drafts a rule file from articles that were lifted from their sources and know their dates.
pub fn draft(articles: &[(Source, Document)]) -> Drafted {
    let pieces: Vec<Piece<'_>> =
        articles.iter().flat_map(|(source, document)| pieces(source, document)).collect();
    let acronyms: Vec<Acronym> =
        pieces.iter().flat_map(|piece| subject::acronyms(piece.text)).collect();
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut unlinked = Vec::new();
    for piece in &pieces {
        candidates.extend(candidate::expansions(piece));
        let mut taken = Span::default();
        for value in &piece.values {
            if taken.overlaps(value.span) {
                continue;
            }
            match candidate::best(piece, value, &acronyms) {
                Some(candidate) => {
                    taken = value.span;
                    candidates.push(candidate);
                }
                None => unlinked.push(Unlinked {
                    place: piece.place.clone(),
                    text: piece.text[value.span.range()].to_owned(),
                }),
            }
        }
    }
    unlinked.dedup();
    file::assembled(candidates, unlinked, articles)
}

fn pieces<'d>(source: &Source, document: &'d Document) -> Vec<Piece<'d>> {
    let day = document.date.map(|found| found.date);
    let time = day.map_or(ArticleTime::Unknown, ArticleTime::Day);
    let readings: Vec<_> = document.blocks.iter().map(|block| value::read(&block.text)).collect();
    let mut walk = Walk::new(readings.iter().flatten(), Context::new(time));
    let blocks = document.blocks.iter().zip(&readings);
    blocks
        .flat_map(|(block, readings)| {
            let edtf = walk.resolve(&block.text, readings);
            in_block(source, block, readings, &edtf, day)
        })
        .collect()
}

fn in_block<'d>(
    source: &Source,
    block: &'d Block,
    readings: &[Reading],
    edtf: &[Option<String>],
    day: Option<Date>,
) -> Vec<Piece<'d>> {
    let piece = |outline: Outline| {
        let whole = outline.span;
        let place = source.location(block.source_span(whole).start);
        let own = readings.iter().zip(edtf).filter(|(it, _)| whole.contains(it.span));
        let values = own.filter(|(it, _)| is_plain(it)).map(|(reading, edtf)| Located {
            span: moved(reading.span, whole.start),
            reading: reading.clone(),
            edtf: edtf.clone(),
        });
        let values = values.collect();
        let moved_all = |spans: Vec<Span>| -> Vec<Span> {
            spans.into_iter().map(|span| moved(span, whole.start)).collect()
        };
        Piece {
            text: &block.text[whole.range()],
            place: format!("{}:{}", source.name(), place.line_number),
            day,
            values,
            outline: Outline {
                span: Span::new(0, whole.len()),
                names: moved_all(outline.names),
                verbs: moved_all(outline.verbs),
            },
        }
    };
    outline(&block.text).into_iter().map(piece).collect()
}

/// Whether a value can be what a fact expects: neither bounded ("nearly") nor a mere place in a row.
fn is_plain(reading: &Reading) -> bool {
    let is_vague = matches!(&reading.value, Value::Date(date) if date.is_vague());
    let is_bounded = !matches!(reading.comparator, Comparator::Exactly | Comparator::About);
    !is_vague && !is_bounded && !matches!(reading.value, Value::Ordinal(_))
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start - by, span.end - by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, lift};
    use crate::drill::{self, Outcome};
    use crate::rules;

    /// The draft of a text, which must load without a word and pass its examples.
    fn drafted(text: &str, day: Option<Date>) -> Drafted {
        let source = Source::new("a.txt", text);
        let mut document = lift(&source, Format::Plain);
        document.settle_date(day, "a.txt", None);
        let drafted = draft(&[(source, document)]);
        let (book, problems) = rules::load(vec![Source::new("draft.yaml", drafted.yaml.as_str())]);
        assert!(problems.is_empty() || drafted.n_facts == 0, "{problems:?}\n{}", drafted.yaml);
        assert_eq!(book.facts.len(), drafted.n_facts, "{}", drafted.yaml);
        for trial in drill::run(book).trials {
            assert_eq!(trial.outcome, Outcome::Validated, "{:?}\n{}", trial, drafted.yaml);
        }
        drafted
    }

    #[track_caller]
    fn check(text: &str, wanted: &[&str]) {
        let yaml = drafted(text, None).yaml;
        for line in wanted {
            let has = yaml.lines().any(|it| it.trim_start_matches([' ', '-']) == *line);
            assert!(has, "`{line}` is missing for `{text}`:\n{yaml}");
        }
    }

    #[test]
    fn values_of_every_kind_are_stated() {
        check(
            "The Orrin Dam was opened on 14 May 1962.",
            &["id: orrin-dam-opened", "subject: \"Orrin Dam\"", "predicate: opened"],
        );
        check("The Orrin Dam was opened on 14 May 1962.", &["date: \"1962-05-14\""]);
        check("The Orrin Dam is 828 m high.", &["predicate: height", "number: \"828\"", "unit: m"]);
        check("The Alder Stadium cost $240 million.", &["money: \"USD 240000000\""]);
        check("The ten-year Quay Lease was praised.", &["predicate: []", "duration: P10Y"]);
        check("LEMOA (2016) lets ships refuel.", &["subject: LEMOA", "date: \"2016\""]);
        check(
            "They praised the Harrier Exchange Pact (HEP).",
            &["subject: [HEP, \"Harrier Exchange Pact\"]", "expansion: \"Harrier Exchange Pact\""],
        );
    }

    #[test]
    fn a_word_that_no_predicate_knows_becomes_a_cue() {
        check("The Skerry Light was repainted in 1974.", &["predicate: [repainted]"]);
    }

    #[test]
    fn several_sentences_make_several_facts_and_one_fact_several_examples() {
        let text = "The Orrin Dam opened in 1962. The Orrin Dam is 828 m high. \
                    In 1962 the Orrin Dam was opened.";
        let drafted = drafted(text, None);
        assert_eq!(drafted.n_facts, 2, "{}", drafted.yaml);
        assert!(drafted.yaml.contains("- \"In 1962 the Orrin Dam was opened.\""));
    }

    #[test]
    fn a_text_that_contradicts_itself_gives_the_first_and_a_remark() {
        let drafted =
            drafted("The Orrin Dam opened in 1962.\n\nThe Orrin Dam opened in 1963.", None);
        assert_eq!(drafted.n_facts, 1, "{}", drafted.yaml);
        assert!(drafted.yaml.contains("# a.txt:3 says otherwise: 1963"), "{}", drafted.yaml);
    }

    #[test]
    fn relative_dates_are_resolved_and_their_examples_dated() {
        let text = "The Orrin Dam was opened last May.";
        let drafted = drafted(text, Some(Date::constant(1962, 9, 1)));
        assert!(drafted.yaml.contains("date: \"1962-05\""), "{}", drafted.yaml);
        assert!(drafted.yaml.contains("date: 1962-09-01}"), "{}", drafted.yaml);
    }

    #[test]
    fn nothing_is_made_of_what_says_nothing() {
        for text in
            ["All quiet.", "It rained in 1962.", "", "The Orrin Dam was never opened in 1962."]
        {
            assert_eq!(drafted(text, None).n_facts, 0, "{text}");
        }
        let drafted = drafted("It rained in 1962.", None);
        assert_eq!(drafted.unlinked.len(), 1);
        assert_eq!((&*drafted.unlinked[0].place, &*drafted.unlinked[0].text), ("a.txt:1", "1962"));
    }
}
