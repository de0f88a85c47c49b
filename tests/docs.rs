//! Every YAML block of `docs/rules.md` is a rule file that loads, and its examples come out.

use factlint::drill::{self, Outcome};
use factlint::rules;
use factlint::source::Source;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");

#[test]
fn the_rule_files_of_the_documentation_hold() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let blocks: Vec<&str> =
        page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() > 1, "no YAML block found in {PAGE}");
    for block in blocks {
        let (book, problems) = rules::load(vec![Source::new("docs/rules.md", block)]);
        let told: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
        assert!(problems.is_empty(), "{told:?} in\n{block}");
        for trial in drill::run(book).trials {
            let example = &trial.example.text;
            assert_eq!(trial.outcome, Outcome::Validated, "{:?}: {example}", trial.wanted);
        }
    }
}
