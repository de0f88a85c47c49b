//! Random articles against random rules: pieces of the shipped articles, markup and rubbish, strung
//! together. What must hold whatever comes out stands in `laws`; what once broke it, in `CASES`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod laws;

use std::path::Path;
use std::sync::OnceLock;

use factlint::document::{Format, open};
use factlint::judge::Checker;
use factlint::rules;
use factlint::source::Source;
use proptest::prelude::*;

const FORMATS: [Format; 5] =
    [Format::Plain, Format::Markdown, Format::Html, Format::Rst, Format::AsciiDoc];

/// Articles that once broke a law.
const CASES: &[(Format, &str)] = &[
    (
        Format::Plain,
        "(828 metres high, 5 per cent of LEMOA, is 2016) the agreement, height 828 metres",
    ),
    (Format::Plain, "(its height is 828 metres) Burj Khalifa 828 metres"),
    (Format::Plain, "(height 828 metres) Burj Khalifa"),
    (Format::Plain, "(population 1.4 billion) India"),
];

/// What stands between the pieces of articles.
#[rustfmt::skip]
const RUBBISH: &[&str] = &[
    " ", " ", " ", ", ", ". ", ".\n", "\n\n", "\n", "\r\n", ": ", "; ", " - ", " (", ") ", "“", "” ", "\"",
    "’s ", "\u{a0}", "\u{ad}", "\u{200b}", "\u{feff}", "\0", "\u{1b}[31m", "\u{9b}2J", "\u{202e}", "\u{2028}",
    "\u{301}", "😀", "橋", "é", "# ", "## ", "- ", "* ", "1. ", "> ", "| ", " |\n", "|---|---|\n", "**", "_",
    "`", "```\n", "[", "](", "![", "&amp;", "&nbsp;", "<p>", "</p>", "<b>", "</b>", "<li>", "<ul>",
    "</ul>", "<table><tr><td>", "</td><td>", "</td></tr>", "<h2>", "</h2>", "<blockquote>", "<!-- ", " -->",
    "====\n", "----\n", "+---+---+\n", ".. note:: ", "|===\n", "::\n\n    ", "\n: ", "---\ndate: 2021-01-27\n---\n",
];

/// What claims are made of, where the article's own words do not happen to meet.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "LEMOA", "the agreement", "it", "its", "he", "they", "both", "the former", "respectively", "which", "who",
    "signed", "was signed", "was not signed", "will be signed", "founded", "held", "called", "would", "if",
    "in 2016", "on 29 August 2016", "on Monday", "last year", "the same year", "two days later", "10-year",
    "the fifth", "828 metres", "$3 billion", "5 per cent", "1.4 billion people", "from 2021 to 2025",
    "between 2015 and 2025", "2016", "May", "03/04/2020", "Defence Minister", "Secretary of Defense",
    "Rajnath Singh", "Lloyd Austin", "former", "acting", "and", "or", "but", "not", "India", "United States",
    "New Delhi", "Washington", "said", "according to", "Founded", "Signed", "Height", "more than", "nearly",
];

/// The lines of the shipped articles, cut at sentences.
fn sentences() -> &'static [String] {
    static SENTENCES: OnceLock<Vec<String>> = OnceLock::new();
    SENTENCES.get_or_init(|| {
        let mut texts: Vec<_> = files("seeds").chain(files("tests/challenge")).collect();
        texts.retain(|(path, _)| !path.ends_with(".yaml"));
        let lines = texts.iter().flat_map(|(_, text)| text.lines());
        let sentences = lines.flat_map(|line| line.split_inclusive(". "));
        sentences.filter(|it| !it.trim().is_empty()).map(str::to_owned).collect()
    })
}

/// The shipped rule files and those of the labelled articles.
fn rule_files() -> &'static [String] {
    static RULES: OnceLock<Vec<String>> = OnceLock::new();
    RULES.get_or_init(|| {
        let files = files("rules").chain(files("tests/challenge"));
        files.filter(|(path, _)| path.ends_with(".yaml")).map(|(_, text)| text).collect()
    })
}

/// The text files under a folder of the project, in order of name.
fn files(folder: &str) -> impl Iterator<Item = (String, String)> + use<> {
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut paths);
    paths.sort();
    paths.into_iter().filter_map(|path| Some((path.clone(), std::fs::read_to_string(path).ok()?)))
}

fn collect(folder: &Path, paths: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, paths),
            false => paths.push(path.to_string_lossy().into_owned()),
        }
    }
}

/// A checker of one rule file. Every file's is kept: most of a case's time would go into building it.
fn checker(index: usize) -> &'static Checker {
    static CHECKERS: OnceLock<Vec<Checker>> = OnceLock::new();
    let checkers = CHECKERS.get_or_init(|| rule_files().iter().map(|it| checker_of(it)).collect());
    &checkers[index]
}

fn checker_of(rules: &str) -> Checker {
    Checker::new(rules::load(vec![Source::new("rules.yaml", rules)]).0)
}

fn article() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(sentences());
    let word = prop::sample::select(WORDS).prop_map(|word| format!("{word} "));
    let part = (prop::sample::select(sentences()), 0.0..1.0, 0.0..1.0).prop_map(|it| part(&it));
    let rubbish = prop::sample::select(RUBBISH).prop_map(str::to_owned);
    let piece = prop_oneof![2 => sentence, 3 => part, 3 => word, 4 => rubbish];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A stretch of a sentence, cut wherever it may be.
fn part((sentence, first, length): &(String, f64, f64)) -> String {
    let n_characters = sentence.chars().count() as f64;
    let skipped = (n_characters * first) as usize;
    sentence.chars().skip(skipped).take((n_characters * length) as usize).collect()
}

/// Lines of rule files, mixed: facts that nobody would write, most of which still load.
fn rule_file() -> impl Strategy<Value = String> {
    let file = prop::sample::select(rule_files());
    let strange = prop::sample::select(vec![
        "    predicate: []",
        "    date: 2016",
        "    number: 5",
        "    ordinal: 1",
        "    open: true",
        "    predicate: [signed, said, \"the\"]",
        "    members: [India, United States]",
        "    text: it",
        "    unless: [the]",
        "    valid: 2000/2010",
        "    plans: judge",
        "    duration: 10 years",
        "    pattern: '(?<value>\\S+)'",
        "    pattern: '(?<value>)'",
        "    subject: [the]",
        "    subject: {all: [India, US]}",
        "    tolerance: 1 day",
        "    expansion: A B",
        "    percent: 5",
        "    subject: {role: [Secretary, Minister], of: [India, Indian], bare: true}",
        "    holders: [{name: A, from: 2020}, {name: B C, to: 2020}]",
        "    money: USD 3 billion",
        "    timeline: [{number: 3, to: 2015}, {number: 4, from: 2016}]",
        "    period: 2015/2025",
        "    editions: [{ordinal: 5, date: 2016, place: New Delhi}]",
        "    date: 2020/2021",
    ]);
    let changes = prop::collection::vec((0.0..1.0, strange), 0..8);
    (file, changes).prop_map(|(file, changes)| {
        let mut lines: Vec<&str> = file.lines().collect();
        for (at, strange) in changes {
            let index = (lines.len() as f64 * at) as usize;
            lines[index] = strange;
        }
        lines.join("\n")
    })
}

fn check(checker: &Checker, text: &str, format: Format) {
    let opened = open("random", text.as_bytes().to_vec(), Some(format));
    // What is full of control characters is no text.
    if let Ok(opened) = opened {
        laws::checked(checker, opened);
    }
}

/// Few cases, so that the tests stay quick; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => usual,
        None => ProptestConfig { cases: 96, ..usual },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn random_articles(text in article(), index in 0..rule_files().len()) {
        FORMATS.iter().for_each(|format| check(checker(index), &text, *format));
    }

    #[test]
    fn random_articles_against_random_rules(text in article(), rules in rule_file()) {
        check(&checker_of(&rules), &text, Format::Markdown);
    }

    #[test]
    fn values_in_random_articles(text in article()) {
        laws::read(&text);
    }
}

#[test]
fn articles_that_once_broke_a_law() {
    for (format, text) in CASES {
        (0..rule_files().len()).for_each(|index| check(checker(index), text, *format));
    }
}
