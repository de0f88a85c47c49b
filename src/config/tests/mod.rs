//! The cases of `cases.md`: configuration files with every problem marked by carets under its line,
//! and the settings they come to. `FACTLINT_BLESS=1 cargo test --lib config::` rewrites both.

mod schema;

use std::path::Path;

use super::{Choice, Config, Origin, Policy, Set, Settings, apply, load, shown};
use crate::rules::marks::{with_marks, without_marks};
use crate::rules::{self, FactBook, Severity};
use crate::source::Source;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/config/tests/cases.md");

#[test]
fn cases() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let rendered = written.split("\n## ").map(render).collect::<Vec<_>>().join("\n## ");
    if std::env::var_os("FACTLINT_BLESS").is_some() {
        std::fs::write(PATH, rendered).unwrap();
        return;
    }
    for (expected, found) in written.split("\n## ").zip(rendered.split("\n## ")) {
        assert!(expected == found, "expected:\n{expected}\nfound:\n{found}");
    }
}

/// A case with the marks and the settings that came out.
fn render(case: &str) -> String {
    let mut settings = Settings::default();
    let fences = case.split("```").map(|fence| match fence.split_once('\n') {
        Some(("yaml", body)) => {
            let text = without_marks(body);
            let (file, problems) = load(Source::new("factlint.yaml", text.as_str()));
            settings = Settings { file, default_rules: "rules".into(), ..Settings::default() };
            format!("yaml\n{}", with_marks(&text, "factlint.yaml", &problems))
        }
        Some(("settings", _)) => format!("settings\n{}", shown(&settings)),
        _ => fence.to_owned(),
    });
    fences.collect::<Vec<_>>().join("```")
}

#[test]
fn what_is_shown_is_a_configuration_that_says_the_same() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let mut n_cases = 0;
    for body in written.split("```settings\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let (file, problems) = load(Source::new("factlint.yaml", body));
        assert!(problems.is_empty(), "{problems:?} in\n{body}");
        let settings = Settings { file, ..Settings::default() };
        assert_eq!(without_comments(&shown(&settings)), without_comments(body));
        n_cases += 1;
    }
    assert!(n_cases > 1);
}

fn without_comments(page: &str) -> Vec<&str> {
    page.lines().map(|line| line.split(" # ").next().unwrap_or_default().trim_end()).collect()
}

fn settings(yaml: &str, flags: Config) -> Settings {
    let (file, problems) = load(Source::new("factlint.yaml", yaml));
    assert!(problems.is_empty(), "{problems:?}");
    Settings { file, flags, ..Settings::default() }
}

fn book() -> FactBook {
    let fact = |id| format!("  - {{id: {id}, subject: X, predicate: [{id}], date: 2016}}\n");
    let facts = ["quay-opened", "quay-cost", "mill-built"].map(fact).concat();
    rules::load(vec![Source::new("rules.yaml", format!("facts:\n{facts}"))]).0
}

fn choices(texts: &[&str]) -> Vec<Set<Choice>> {
    let choice = |text: &&str| Choice::parse(text).unwrap();
    let origin = Origin::Flag("--flag");
    texts.iter().map(choice).map(|value| Set { value, origin }).collect()
}

/// The ids that are heard of.
fn heard(yaml: &str, flags: Config) -> Vec<String> {
    let mut book = book();
    apply(&settings(yaml, flags), &mut book);
    book.heard().map(|fact| fact.id.clone()).collect()
}

#[test]
fn facts_are_chosen_by_id_and_glob() {
    let flags = |select: &[&str], ignore: &[&str]| Config {
        select: choices(select),
        ignore: choices(ignore),
        ..Config::default()
    };
    type Ids = &'static [&'static str];
    let cases: &[(&str, Ids, Ids, Ids)] = &[
        ("", &[], &[], &["quay-opened", "quay-cost", "mill-built"]),
        ("", &["quay-*"], &[], &["quay-opened", "quay-cost"]),
        ("", &["quay-*"], &["*-cost"], &["quay-opened"]),
        ("ignore: quay-*", &[], &[], &["mill-built"]),
        ("select: quay-*\nignore: [quay-cost]", &[], &[], &["quay-opened"]),
        // --ignore adds to the file's choice, --select sets it aside.
        ("ignore: mill-built", &[], &["quay-cost"], &["quay-opened"]),
        ("ignore: quay-cost", &["quay-cost"], &[], &["quay-cost"]),
    ];
    for (yaml, select, ignore, expected) in cases {
        assert_eq!(heard(yaml, flags(select, ignore)), *expected, "{yaml} {select:?} {ignore:?}");
    }
}

#[test]
fn the_command_line_outweighs_overrides_which_outweigh_the_file() {
    let yaml = "severity: {quay-*: warning}\n\
                overrides:\n  \
                - {articles: archive/, severity: info, ignore: mill-built}\n  \
                - {articles: '*.md', severity: {quay-opened: error}}\n";
    let flag = Set {
        value: (Choice::parse("*-cost").unwrap(), Severity::Error),
        origin: Origin::Flag("--severity"),
    };
    let settings = settings(yaml, Config { severity: vec![flag], ..Config::default() });
    let mut book = book();
    apply(&settings, &mut book);
    let weights = |path: &str| {
        let here = Policy::new(&settings).of(Some(Path::new(path)));
        let weigh = |fact| here.weigh(fact).map_or("off", Severity::name);
        book.facts.iter().map(weigh).collect::<Vec<_>>()
    };
    assert_eq!(weights("a.txt"), ["warning", "error", "error"]);
    assert_eq!(weights("archive/2019/a.txt"), ["info", "error", "off"]);
    assert_eq!(weights("archive/2019/a.md"), ["error", "error", "off"]);
    let elsewhere = Policy::new(&settings).of(None);
    assert_eq!(elsewhere.weigh(&book.facts[0]), Some(Severity::Warning));
}
