//! Any text as a rule file and as a configuration; what loads must hold an article, and its examples.

#![no_main]

#[allow(dead_code, reason = "a target needs one law")]
#[path = "../../tests/laws/mod.rs"]
mod laws;

use factlint::document::{Format, open};
use factlint::judge::Checker;
use factlint::report::{Detail, Look, Problem};
use factlint::source::Source;
use factlint::{config, drill, rules};
use libfuzzer_sys::fuzz_target;

const ARTICLE: &str = "# India and the pact\n\nThe pact, a treaty of 10 years and 5 members, was \
    signed in New Delhi in 2016 by A. It cost $3 billion, 5% of it in May.\n\n- Signed: 2017\n";
const LOOK: Look = Look { width: 80, colour: false, detail: Detail::Verbose, links: None };

fuzz_target!(|text: &str| {
    let (_, problems) = config::load(Source::new("factlint.yaml", text));
    problems.into_iter().for_each(show);
    let (book, problems) = rules::load(vec![Source::new("rules.yaml", text)]);
    problems.into_iter().for_each(show);
    if book.facts.is_empty() {
        return;
    }
    for fact in &book.facts {
        fact.meaning(&book);
        book.files[0].slice(fact.value_place.span);
    }
    let article = open("a.md", ARTICLE.into(), Some(Format::Markdown)).expect("it is text");
    laws::checked(&Checker::new(book), article);
    drill::run(rules::load(vec![Source::new("rules.yaml", text)]).0);
});

fn show(problem: rules::RuleProblem) {
    Problem::Rule(problem).shown(LOOK);
}
