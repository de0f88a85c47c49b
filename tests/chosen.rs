//! Facts chosen by the words of an article: it is judged as with all facts there are.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use factlint::document::{Format, lift};
use factlint::judge::{Checker, Circumstances};
use factlint::rules::{self, FactBook};
use factlint::source::Source;
use factlint::text::Vocabulary;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Facts of many kinds that have a say in each other: names that several subjects share, offices by
/// role and by body, facts about several subjects, cues of others, a day of review.
const RULES: &str = "
subjects:
  norland: {names: [Norland], kind: [republic]}
  norland-bank: {names: [Bank of Norland, the Bank], kind: [bank]}
  quiet-bank: {names: [the Bank, Quay Bank], kind: [bank]}
  pact: {names: [Harrier Exchange Pact], kind: [pact]}
facts:
- {id: pact-signed, subject: pact, predicate: signed, date: 2016-08-29}
- {id: pact-tier, subject: pact, predicate: [], text: Tier-1}
- {id: bank-founded, subject: norland-bank, predicate: founded, date: 1893}
- {id: quay-founded, subject: quiet-bank, predicate: founded, date: 1901}
- {id: bank-quay, subject: {all: [norland-bank, Brack Line]}, predicate: merged, date: 1950}
- {id: minister, subject: {role: [Foreign Minister], of: norland}, predicate: [],
   holders: [{name: Mara Lund, from: 2010-01-01}]}
- {id: speaker, subject: {role: [Foreign Minister], of: [Sudland]}, predicate: [],
   holders: [{name: Ulf Berg, from: 2010-01-01}]}
- {id: pier-charter, subject: Sallow Pier, predicate: [charter, chartered], date: 1777}
- {id: pier-opened, subject: Sallow Pier, predicate: opened, date: 1780, review-by: 2001-01-01}
- {id: lund-born, subject: Anna Maria Lund, predicate: born, date: 1938}
- {id: lode-opened, subject: Brack Lode, predicate: opened, date: 1790}
";

const ARTICLES: &[&str] = &[
    "The Harrier Exchange Pact was signed in 2017. Its charter of 1956 was lost. The pact is in Tier-2.",
    "Norland's Foreign Minister, Mara Lund, spoke. Her Sudland counterpart, Ulf Berg, did not.",
    "The Bank was founded in 1893. The Quay Bank was founded in 1893.",
    "The Bank of Norland (BN) and the Brack Line merged in 1951. BN was founded in 1894.",
    "Foreign ministers met. Sallow Piers were opened in 1781; the Brack-Lode opened in 1791.",
    "Lund, Anna Maria: she was born in 1939.",
    "Nothing here was opened in 1790, nor signed in 2016.",
];

/// The verdicts on a text, all that is known of each, and how many facts were looked at.
fn verdicts(book: FactBook, article: &Source) -> (Vec<String>, usize) {
    let checker = Checker::new(book);
    let checked = checker.check(article, Format::Markdown, Circumstances::default());
    let shown = |finding: &factlint::judge::Finding| {
        let id = &checker.book.facts[finding.fact.0 as usize].id;
        let mut finding = finding.clone();
        finding.fact = rules::FactId(checker.book.number_of(finding.fact));
        format!("{id} {finding:?}")
    };
    let mut shown: Vec<String> = checked.article.findings.iter().map(shown).collect();
    shown.push(format!("{:?} {:?}", checked.mentions, checked.article.inferred));
    (shown, checker.book.facts.len())
}

/// Holds every article against all facts and against those its words choose; how many verdicts there
/// were, and how many facts were left out.
fn compare(files: &[Source], articles: &[Source]) -> (usize, usize) {
    let (book, problems) = rules::load(files.to_vec());
    assert!(problems.iter().all(|problem| problem.warning), "{problems:#?}");
    let bytes = rules::pack(&book, &problems).unwrap();
    let (mut n_verdicts, mut n_left_out) = (0, 0);
    for article in articles {
        let mut words = Vocabulary::default();
        lift(article, Format::Markdown).blocks.iter().for_each(|block| words.add(&block.text));
        let unpack = |words| rules::unpack(&bytes, files.to_vec(), words).unwrap().0;
        let (whole, chosen) = (unpack(None), unpack(Some(&words)));
        assert_eq!(whole.n_heard(), chosen.n_heard());
        n_left_out += chosen.n_left_out();
        let (whole, chosen) = (verdicts(whole, article).0, verdicts(chosen, article).0);
        assert_eq!(whole, chosen, "{}", article.name());
        n_verdicts += whole.len() - 1;
    }
    (n_verdicts, n_left_out)
}

#[test]
fn an_article_of_many_kinds_of_facts_is_judged_as_with_all() {
    let files = [Source::new("rules.yaml", RULES)];
    let articles: Vec<Source> =
        ARTICLES.iter().enumerate().map(|(at, text)| Source::new(at.to_string(), *text)).collect();
    let (n_verdicts, n_left_out) = compare(&files, &articles);
    assert!(n_verdicts >= 8 && n_left_out > 20, "{n_verdicts} verdicts, {n_left_out} left out");
}

#[test]
fn facts_that_no_word_asks_for_are_left_out_but_those_to_be_reviewed() {
    let files = vec![Source::new("rules.yaml", RULES)];
    let (book, problems) = rules::load(files.clone());
    let bytes = rules::pack(&book, &problems).unwrap();
    let mut words = Vocabulary::default();
    words.add("Nothing of all that.");
    let (chosen, _) = rules::unpack(&bytes, files, Some(&words)).unwrap();
    let ids: Vec<&str> = chosen.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["pier-opened"]);
    assert_eq!(chosen.cues, book.cues);
    assert_eq!(chosen.numbered(chosen.number_of(rules::FactId(0))), Some(rules::FactId(0)));
}

#[test]
fn labelled_articles_are_judged_by_all_facts_there_are_as_by_those_they_speak_of() {
    let folder = Path::new(ROOT).join("tests/challenge");
    let folders = entries(&folder).into_iter().filter(|path| path.is_dir());
    let (mut files, mut articles) = (Vec::new(), Vec::new());
    for folder in folders {
        for path in entries(&folder) {
            let text = std::fs::read_to_string(&path).unwrap();
            match path.ends_with("rules.yaml") {
                // The same id may stand in two folders.
                true => files.push(Source::new(path.display().to_string(), text)),
                false => articles.push(Source::new(path.display().to_string(), unmarked(&text))),
            }
        }
    }
    let (n_verdicts, n_left_out) = compare(&files, &articles);
    assert!(n_verdicts > 500, "{n_verdicts} verdicts");
    assert!(n_left_out > articles.len() * 50, "{n_left_out} facts were left out");
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut entries: Vec<_> = entries.collect();
    entries.sort();
    entries
}

/// The text without the marks of those who labelled it.
fn unmarked(marked: &str) -> String {
    let parts = marked.split('⟦').enumerate();
    let plain = parts.map(|(at, part)| match at {
        0 => part,
        _ => part.split_once(' ').map_or("", |(_, rest)| rest),
    });
    plain.collect::<String>().replace('⟧', "")
}
