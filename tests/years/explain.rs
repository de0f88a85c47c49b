//! `explain` of a place: why a value was judged as it was, or why it was not.

use crate::scratch::Scratch;

const RULES: &str = "\
facts:
  - id: dam-opened
    subject: [Orrin Dam]
    predicate: opened
    date: 1962-05-14
    unless: [rehearsal]
  - id: dam-height
    subject: [Orrin Dam]
    predicate: height
    number: 828
    unit: m
  - id: dam-visit
    subject: {all: [Orrin Dam, Ada Moss]}
    predicate: visited
    date: 1980
  - {id: dam-named, subject: Orrin Dam, predicate: named, date: 1950, articles: [old/*]}
";

const ARTICLE: &str = "\
---
date: 2021-03-04
---
The Orrin Dam opened in 1963, and it was closed in 1971. `code 1962`

The Orrin Dam was named in 1950. At a rehearsal the Orrin Dam was opened in 1961.

The Orrin Dam might have opened in 1964. Orrin Dam: a fair took place in 1970.

The Oryn Bridge is 900 m high.
";

/// Explains the place where `words` stand, a given number of characters into them.
#[track_caller]
fn explained(words: &str, n_characters: usize) -> String {
    let scratch = Scratch::empty();
    let rules = RULES.replace(
        "[Orrin Dam]\n    predicate: height",
        "[Orrin Dam, Orrin Bridge]\n    predicate: height",
    );
    scratch.write("rules/valley.yaml", rules);
    scratch.write("a.md", ARTICLE);
    let at = ARTICLE.find(words).unwrap();
    let before = &ARTICLE[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1 + n_characters;
    scratch.expect(&format!("explain a.md:{line}:{column}"), 0).stdout
}

#[track_caller]
fn check(words: &str, wanted: &[&str]) {
    let shown = explained(words, 0);
    let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in wanted {
        assert!(flat.contains(wanted), "`{wanted}` is not said of `{words}`:\n{shown}");
    }
}

#[test]
fn a_claim_shows_value_cue_construction_stance_and_verdict() {
    check(
        "1963",
        &[
            "sentence The Orrin Dam opened in 1963, and it was closed in 1971.",
            "date 2021-03-04 (metadata)",
            "value “1963”: date 1963, read as year",
            "claim conflicts dam-opened “1963” (4:25) states 1963",
            "expected 1962-05-14 (rules/valley.yaml:5)",
            "about “Orrin Dam” (4:5), cue “opened” (4:15), linked by value after event asserted",
        ],
    );
    check("1964", &["unjudged dam-opened: an expectation", "cue “might have opened” (8:15)"]);
    // The subject and the cue of a claim lead to it too, and so does any word of its sentence.
    let whole = explained("1963", 0);
    let claim = whole.split("  claim").nth(1).unwrap();
    for place in [explained("Orrin Dam opened", 3), explained("opened in 1963", 0)] {
        assert!(place.contains(claim), "{place}");
    }
    check("and it was", &["claim conflicts dam-opened"]);
    check("Orrin Dam opened", &["mention “Orrin Dam”, of Orrin Dam, by name"]);
}

#[test]
fn a_value_that_no_fact_takes_says_why_fact_by_fact() {
    check(
        "1971",
        &[
            "claims none here, for",
            "dam-opened: it takes the value “1963” (4:25)",
            "dam-height: it expects another kind of value: number",
            "dam-visit: Ada Moss is not mentioned in the sentence",
            "dam-named: no word of the sentence signals `named`",
        ],
    );
    check("1961", &["dam-opened: a word of its `unless` stands here: rehearsal"]);
    check("1950", &["dam-named: it is for other articles: old/*"]);
    check("1970", &["dam-opened: no word of the sentence signals `opened`"]);
}

#[test]
fn where_no_fact_names_anything_the_nearest_names_are_told() {
    check(
        "900 m",
        &[
            "value “900 m”: number 900 m",
            "claims none: no fact names anything in this sentence",
            "“Oryn Bridge” is nearly “Orrin Bridge” (dam-height)",
        ],
    );
    check("code 1962", &["here no text that is read: markup, code"]);
}

#[test]
fn ids_come_first_and_places_that_are_not_there_are_told() {
    let scratch = Scratch::new();
    scratch.write("a.txt", "The Orrin Dam opened last May.\n");
    assert!(scratch.expect("explain dam-opened", 0).stdout.contains("expects"));
    let undated = scratch.expect("explain a.txt:1:22", 0).stdout;
    assert!(undated.contains("unjudged dam-opened: a relative date"), "{undated}");
    let dated = scratch.expect("explain a.txt:1:22 --date 1962-09-01", 0).stdout;
    assert!(dated.contains("agrees dam-opened"), "{dated}");
    for (args, wanted) in [
        ("explain dam-opend", "did you mean dam-opened?"),
        ("explain a.txt:9:1", "it has no line 9"),
        ("explain b.txt:1:1", "there is no such file"),
        ("explain a.txt:0:1", "no fact has the id a.txt:0:1"),
    ] {
        let outcome = scratch.expect(args, 2);
        assert!(outcome.stderr.contains(wanted), "{args}\n{outcome:#?}");
        assert_eq!(outcome.stdout, "");
    }
}

#[test]
fn a_place_in_an_archive_is_one_in_a_record() {
    let scratch = Scratch::new();
    let record = |id, text| format!("{{\"id\": \"{id}\", \"text\": \"{text}\"}}\n");
    let dam = record("two", "The Orrin Dam opened in 1963.");
    let column = dam.find("1963").unwrap() + 1;
    scratch.write("all.jsonl", record("one", "All quiet.") + &dam);
    let shown = scratch.expect(&format!("explain all.jsonl:2:{column}"), 0).stdout;
    assert!(shown.contains("conflicts dam-opened"), "{shown}");
}

/// At offsets all over articles in every markup there is an answer, which begins with the article.
#[test]
fn every_place_can_be_explained() {
    use factlint::document::{Format, lift};
    use factlint::judge::{Checker, Circumstances};
    use factlint::report::{Article, Detail, Look, inspect};
    use factlint::source::Source;
    let rules = factlint::rules::load(vec![Source::new("rules.yaml", RULES)]).0;
    let checker = Checker::new(rules);
    let look = Look { width: 80, colour: false, detail: Detail::Normal, links: None };
    let nasty = "<p>The&nbsp;Orrin\u{ad}Dam – “opened” in\n19<!-- x -->63</p>\n\n| Orrin Dam | opened |\n|-|-|\n\
                 | é\u{301} | 1962 |\n\n> Orrin Dam: *height* 828&thinsp;m.\u{feff}\r\n\0";
    for (format, text) in
        [Format::Markdown, Format::Html, Format::Rst, Format::AsciiDoc, Format::Plain]
            .into_iter()
            .flat_map(|format| [(format, ARTICLE), (format, nasty)])
    {
        let source = Source::new("a", text);
        let checked = checker.check(&source, format, Circumstances::default());
        let document = lift(&source, format);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]).step_by(7) {
            let sight = checker.sight(&document, offset);
            let article =
                Article { source: &source, findings: &checked.article, book: &checker.book };
            let shown = inspect::place::explained(&article, &checked, sight.as_ref(), offset, look);
            assert!(shown.starts_with("a:") && shown.lines().count() > 1, "{offset}: {shown}");
            assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{offset}: {shown}");
        }
    }
}
